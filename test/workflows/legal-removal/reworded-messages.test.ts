import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTICE } from '../../support/demands.ts';
import { PLATFORM_URL, RemovalWorld } from '../../support/removal-world.ts';

const SAM = 'specialist:sam';
const LEA = 'lead:lea';
const ITEMS = [{ url: `${PLATFORM_URL}/tracks/trk-1002` }, { url: `${PLATFORM_URL}/comments/cmt-3001` }];
const DECIDED = {
  outcome: 'restrict',
  ground: { type: 'illegal', provision: '§ 130 StGB', explanation: 'Anders als Anna Adler hetzt es.' },
  facts: 'Im Refrain.',
  items: [
    { itemId: 'item-1', action: 'disable', territories: ['DE'] },
    { itemId: 'item-2', action: 'none', reason: 'Anna Adler hat eine Lizenz.' },
  ],
};
const WORDING = { explanation: 'Es hetzt.', items: [{ itemId: 'item-2', reason: 'Es gibt eine Lizenz.' }] };

describe('messages that may not be told as decided', () => {
  const removal = new RemovalWorld();
  let caseId = '';

  const parked = () => removal.deliveries(caseId).filter(({ state }) => state === 'parked');
  const resume = async (wording: object, token = LEA, named = parked().map(({ deliveryId }) => deliveryId)) => {
    const deliveries = named.map((deliveryId) => ({ deliveryId, wording }));
    return await removal.call('POST', `/v1/cases/${caseId}/resume`, { token, body: { deliveries } });
  };

  beforeAll(async () => {
    caseId = (await removal.call('POST', '/v1/notices', { body: { ...NOTICE, items: ITEMS } })).body.caseId;
    await removal.until(() => removal.record(caseId).state === 'in-review');
    const post = async (route: string, body: object) =>
      await removal.call('POST', `/v1/cases/${caseId}/${route}`, { token: SAM, body });
    const { leaseId } = (await post('claim', {})).body;
    // Without the platform the route cannot know whom the words name.
    removal.platform.mode = '500';
    await post('decision', { leaseId, ...DECIDED });
    removal.platform.mode = 'none';
    await removal.until(() => removal.record(caseId).state === 'closed');
  });

  afterAll(async () => await removal.dispose());

  it.each([
    ['a caller who is no lead', WORDING, 'operator:olga', 403, undefined],
    [
      'words that leak as well',
      { ...WORDING, explanation: 'Nicht wie Anna Adler.' },
      LEA,
      400,
      'deliveries.0.wording.explanation',
    ],
    ['words that leave another leak in', { items: WORDING.items }, LEA, 400, 'deliveries.0.wording.explanation'],
    ['the reason of a question', { ...WORDING, reason: 'Bitte.' }, LEA, 400, 'deliveries.0.wording'],
    ['no words', {}, LEA, 400, 'deliveries.0.wording'],
  ])('are refused to %s', async (_, wording, token, status, path) => {
    const answer = await resume(wording, token);
    expect(answer.status).toBe(status);
    expect(answer.body.errors?.[0]?.path).toBe(path);
    expect(JSON.stringify(answer.body)).not.toContain('Adler');
    expect(removal.record(caseId).state).toBe('closed');
  });

  it('go out in the words of a lead, and the decision stays as it is', async () => {
    const kinds = parked().map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['decision-to-sender', 'statement-of-reasons', 'transparency-database-entry']);
    expect(await resume(WORDING)).toMatchObject({ status: 202 });
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(parked()).toEqual([]);
    const sent = removal.mails.map(({ raw }) => Buffer.from(raw).toString('utf8')).join('\n');
    expect(sent).toContain('Es gibt eine Lizenz.');
    expect(sent).not.toContain('Adler');
    expect(removal.stated).toMatchObject([{ illegal_content_explanation: 'Es hetzt.', decision_facts: 'Im Refrain.' }]);
    const kept = [...removal.api.documents.kept].filter(([key]) => key.includes('/decisions/'));
    expect(kept.map(([, text]) => text).join()).toContain(DECIDED.ground.explanation);
  });

  it('are told of in the history, each with a commitment to its words', () => {
    const reworded = removal.api.cases.of(caseId).events.filter(({ type }) => type === 'delivery.reworded');
    expect(reworded).toHaveLength(3);
    for (const event of reworded) {
      expect(event).toMatchObject({ actor: { kind: 'person', id: 'lea' }, commitments: [{}] });
    }
  });

  it('cannot be changed once they were written', async () => {
    const delivery = removal.deliveries(caseId).find(({ kind }) => kind === 'statement-of-reasons');
    const { rows } = removal.api.cases.of(caseId);
    rows.set(`DELIVERY#${delivery?.deliveryId}`, { ...delivery, state: 'parked', reason: 'bounced-permanent' });
    const answer = await resume({ explanation: 'Anders.' }, LEA, [delivery?.deliveryId ?? '']);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'deliveries.0.wording' }] } });
  });
});

describe('a question that may not be asked in its words', () => {
  it('is asked in the words of a lead', async () => {
    const removal = new RemovalWorld();
    const { caseId } = (await removal.call('POST', '/v1/notices', { body: { ...NOTICE, items: ITEMS } })).body;
    await removal.until(() => removal.record(caseId).state === 'in-review');
    removal.platform.mode = '500';
    const body = { elements: ['explanation'], reason: 'Anna Adler nennt eine Lizenz.' };
    await removal.call('POST', `/v1/cases/${caseId}/information-requests`, { token: SAM, body });
    removal.platform.mode = 'none';
    const question = () => removal.deliveries(caseId).find(({ kind }) => kind === 'information-request');
    await removal.until(() => question()?.state === 'parked');
    const deliveries = [{ deliveryId: question()?.deliveryId, wording: { reason: 'Kennen Sie eine Lizenz?' } }];
    const answer = await removal.call('POST', `/v1/cases/${caseId}/resume`, { token: LEA, body: { deliveries } });
    expect(answer.status).toBe(202);
    await removal.until(() => question()?.state === 'delivered');
    expect(Buffer.from(removal.mails.at(-1)?.raw ?? []).toString('utf8')).toContain('Kennen Sie eine Lizenz?');
    await removal.dispose();
  });
});
