import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import { NOTICE } from '../../support/demands.ts';
import { RemovalWorld } from '../../support/removal-world.ts';

const open: RemovalWorld[] = [];
const GROUND = { type: 'illegal', provision: '17 U.S.C. § 106', explanation: 'Der Refrain ist übernommen.' };
const DMCA = {
  ...NOTICE,
  legalBasis: 'US_DMCA_512',
  statements: { goodFaith: true, accurate: true, authorised: true, underPenaltyOfPerjury: true },
  items: [{ url: NOTICE.items[0]?.url }],
};

afterEach(async () => {
  for (const made of open.splice(0)) await made.dispose();
});

async function restricted(demand: object, territories: readonly string[]) {
  const removal = new RemovalWorld();
  open.push(removal);
  const { caseId } = (await removal.call('POST', '/v1/notices', { body: demand })).body;
  await removal.until(() => removal.record(caseId).state === 'in-review');
  const token = 'specialist:sam';
  const { body } = await removal.call('POST', `/v1/cases/${caseId}/claim`, { token });
  const items = [{ itemId: 'item-1', action: 'disable', components: [], territories, until: null }];
  const decision = { leaseId: body.leaseId, outcome: 'restrict', ground: GROUND, facts: 'Der Refrain.', items };
  const answer = await removal.call('POST', `/v1/cases/${caseId}/decision`, { token, body: decision });
  if (answer.body.state === 'awaiting-approval') {
    const approve = { verdict: 'approve', reason: 'zutreffend' };
    await removal.call('POST', `/v1/cases/${caseId}/approval`, { token: 'counsel:cora', body: approve });
  }
  await removal.until(() => removal.record(caseId).state === 'closed');
  const mails = await Promise.all(removal.mails.map(({ raw }) => simpleParser(Buffer.from(raw))));
  const letter = (kind: string) => {
    const at = removal.mails.findIndex(({ deliveryId }) => deliveryId.includes(`.${kind}.`));
    return (mails[at]?.text ?? '').replace(/\s+/g, ' ');
  };
  return { removal, caseId, letter };
}

describe('a takedown under the DMCA', () => {
  it('tells the uploader of the complaint and of dispute settlement beside the counter-notice, and which hides who they are', async () => {
    const { letter } = await restricted(DMCA, ['WORLD']);
    const statement = letter('statement-of-reasons');
    for (const part of [
      '§ 512(g)',
      'mit dem darin genannten Namen und der Anschrift',
      'Bei einer internen Beschwerde erfährt diese Person nicht, wer Sie sind.',
      'internes Beschwerdemanagementsystem',
      'Artikel 21 der Verordnung (EU) 2022/2065',
      'Gericht',
    ]) {
      expect(statement).toContain(part);
    }
  });

  it('owes an entry in the Transparency Database, and a time for complaints that ends', async () => {
    const { removal, caseId, letter } = await restricted(DMCA, ['WORLD']);
    const entry = removal.deliveries(caseId).find(({ kind }) => kind === 'transparency-database-entry');
    expect(entry).toMatchObject({ state: 'delivered', entry: { itemIds: ['item-1'], stored: 1 } });
    expect(removal.stated).toMatchObject([
      {
        category: 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS',
        source_type: 'SOURCE_TYPE_OTHER_NOTIFICATION',
      },
    ]);
    expect(removal.entries).toContainEqual(expect.objectContaining({ purpose: 'complaint-window-end' }));
    expect(letter('decision-to-sender')).toContain('internes Beschwerdemanagementsystem');
  });
});

describe('what a letter asks its reader to do', () => {
  it('is possible today: a complaint and a counter-notice by routes of one token, and no page that is not there', async () => {
    const { caseId, letter } = await restricted(DMCA, ['WORLD']);
    const statement = letter('statement-of-reasons');
    for (const route of ['complaint', 'counter-notice']) {
      expect(statement.split(`POST http://localhost:4400/v1/notices/${caseId}/${route}`)).toHaveLength(2);
    }
    expect([...statement.matchAll(/uploader-1\.[\w-]{43}/g)]).toHaveLength(1);
    const answer = letter('decision-to-sender');
    expect(answer).toContain(
      `POST http://localhost:4400/v1/notices/${caseId}/complaint, mit dem Zugangstoken, das Sie`,
    );
    expect(answer).not.toMatch(/(?:sender|uploader-1)\.[\w-]{43}/);
    for (const kind of ['receipt', 'statement-of-reasons', 'decision-to-sender']) {
      const addresses = [...letter(kind).matchAll(/http:\/\/localhost:4400(\S*)/g)].map(([, path]) => path ?? '');
      expect(addresses.filter((path) => !/^\/(v1\/notices\/|_local\/platform)/.test(path))).toEqual([]);
    }
  });

  it('names the routes with their method and the token they take', async () => {
    const removal = new RemovalWorld();
    open.push(removal);
    const { caseId } = (await removal.call('POST', '/v1/notices', { body: { ...DMCA, signature: null } })).body;
    await removal.until(() => removal.record(caseId).state === 'in-review');
    const mails = await Promise.all(removal.mails.map(({ raw }) => simpleParser(Buffer.from(raw))));
    const [receipt = '', request = ''] = mails.map(({ text }) => (text ?? '').replace(/\s+/g, ' '));
    const url = `http://localhost:4400/v1/notices/${caseId}`;
    const token = 'mit dem Zugangstoken, das Sie in der Antwort auf Ihre Übermittlung erhalten haben';
    expect(receipt).toContain(`GET ${url}`);
    expect(request).toContain(`POST ${url}/information`);
    expect(request).toContain('Sie können auf diese Nachricht antworten');
    for (const text of [receipt, request]) expect(text).toContain(token);
  });
});
