import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import { AUTHORITY, NOTICE, ORDER } from '../../support/demands.ts';
import { PLATFORM_URL, RemovalWorld } from '../../support/removal-world.ts';

const SAM = 'specialist:sam';
const open: RemovalWorld[] = [];

afterEach(async () => {
  for (const made of open.splice(0)) await made.dispose();
});

function world(): RemovalWorld {
  const made = new RemovalWorld();
  open.push(made);
  return made;
}

/** The letter of a kind to an uploader, in one line. */
async function letter(removal: RemovalWorld, kind: string): Promise<string> {
  const mail = removal.mails.find(({ deliveryId }) => deliveryId.includes(kind));
  const { text } = await simpleParser(Buffer.from(mail?.raw ?? ''));
  return (text ?? '').replace(/\s+/g, ' ');
}

describe('what an uploader is told of a measure', () => {
  it('is that it was carried out, where a decision was, and of each item that is yet to come, that it is', async () => {
    const removal = world();
    // One more than a batch holds: the letter leaves once the first batch is carried out.
    const items = Array.from({ length: 26 }, (_, index) => ({
      ...NOTICE.items[0]!,
      url: `${PLATFORM_URL}/tracks/trk-bulk-${2 * index + 1}`,
    }));
    const { caseId } = (await removal.call('POST', '/v1/notices', { body: { ...NOTICE, items } })).body;
    const { leaseId } = (await removal.call('POST', `/v1/cases/${caseId}/claim`, { token: SAM })).body;
    const body = {
      leaseId,
      outcome: 'restrict',
      ground: { type: 'illegal', provision: '§ 97 UrhG', explanation: 'Der Refrain ist übernommen.' },
      facts: 'Der Refrain stammt aus einem fremden Werk.',
      items: items.map((_, index) => ({
        ...{ itemId: `item-${index + 1}`, action: 'disable', components: ['audio'], territories: ['DE'], until: null },
      })),
    };
    await removal.call('POST', `/v1/cases/${caseId}/decision`, { token: SAM, body });
    const approval = { verdict: 'approve', reason: 'geprüft' };
    await removal.call('POST', `/v1/cases/${caseId}/approval`, { token: 'counsel:cora', body: approval });
    await removal.until(() => removal.record(caseId).state === 'closed');
    const said = await letter(removal, 'statement-of-reasons');
    const carriedOut = 'our systems carried out the measure on 5 Oct 2026, 10:00 CEST';
    expect([said.split(carriedOut).length - 1, said.split('takes effect as soon as').length - 1]).toEqual([25, 1]);
  });

  it('is that it was carried out, where an order was acted on first', async () => {
    const removal = world();
    const { caseId } = (await removal.call('POST', '/v1/orders', { token: AUTHORITY, body: ORDER })).body;
    await removal.until(() => removal.record(caseId).firstEffectAt !== null);
    await removal.pass(1);
    const said = await letter(removal, 'information-about-order');
    expect(said).toContain('our systems carried out the measure on 5 Oct 2026, 10:00 CEST');
    expect(said).not.toContain('as soon as');
  });
});
