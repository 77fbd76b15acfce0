import { afterEach, describe, expect, it } from 'vitest';
import { NOTICE } from '../../support/demands.ts';
import { RemovalWorld } from '../../support/removal-world.ts';

const SAM = 'specialist:sam';
const PLATFORM = 'http://localhost:4400/_local/platform';
const COMMENT = { url: `${PLATFORM}/comments/cmt-3001`, territories: ['DE'] };
const TRACK = { url: `${PLATFORM}/tracks/trk-1002`, territories: ['DE'] };
const NAMING = 'Anna Adler (uploader-anna@uploads.example) hat eine Lizenz.';
const GROUND = { type: 'illegal', provision: '§ 130 StGB', explanation: 'Es hetzt.' };

const open: RemovalWorld[] = [];

afterEach(async () => {
  for (const made of open.splice(0)) await made.dispose();
});

async function inReview(items: readonly object[]) {
  const removal = new RemovalWorld();
  open.push(removal);
  const { caseId } = (await removal.call('POST', '/v1/notices', { body: { ...NOTICE, items } })).body;
  await removal.until(() => removal.record(caseId).state === 'in-review');
  const { leaseId } = (await removal.call('POST', `/v1/cases/${caseId}/claim`, { token: SAM })).body;
  /** Posts while the platform does not answer, so that the route cannot know whom the text names. */
  const post = async (route: string, body: object) => {
    removal.platform.mode = '500';
    return await removal.call('POST', `/v1/cases/${caseId}/${route}`, { token: SAM, body });
  };
  const duty = (kind: string) => removal.deliveries(caseId).find((candidate) => candidate.kind === kind);
  const sent = () => removal.mails.map(({ raw }) => Buffer.from(raw).toString('utf8')).join('\n');
  return { removal, caseId, leaseId, post, duty, sent };
}

describe('an uploader of whom nothing is restricted', () => {
  it.each(['reject', 'duplicate', 'already-unavailable'])('is not named to the sender by: %s', async (outcome) => {
    const { removal, leaseId, post, duty, sent, caseId } = await inReview([COMMENT]);
    expect((await post('decision', { leaseId, outcome, facts: NAMING })).status).toBe(200);
    removal.platform.mode = 'none';
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(duty('decision-to-sender')).toMatchObject({ state: 'parked', reason: 'leak-found', owner: 'counsel' });
    expect(sent()).not.toContain('Adler');
    expect(JSON.stringify([...removal.api.cases.of(caseId).rows])).not.toContain('PERSON#uploader');
  });

  it('is not named by the question of a reviewer', async () => {
    const { removal, post, duty, sent } = await inReview([COMMENT]);
    const asked = await post('information-requests', { elements: ['explanation'], reason: NAMING });
    expect(asked.status).toBe(202);
    removal.platform.mode = 'none';
    await removal.until(() => duty('information-request')?.state === 'parked');
    expect(duty('information-request')).toMatchObject({ reason: 'leak-found' });
    expect(sent()).not.toContain('Adler');
  });

  it('is named neither to the sender nor to another uploader nor in public beside what is restricted', async () => {
    const { removal, caseId, leaseId, post, duty, sent } = await inReview([TRACK, COMMENT]);
    const items = [
      { itemId: 'item-1', action: 'disable', territories: ['DE'] },
      { itemId: 'item-2', action: 'none', reason: NAMING },
    ];
    const decided = { leaseId, outcome: 'restrict', ground: GROUND, facts: `Anders als Anna Adler.`, items };
    expect((await post('decision', decided)).status).toBe(200);
    removal.platform.mode = 'none';
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(duty('decision-to-sender')).toMatchObject({ state: 'parked', reason: 'leak-found' });
    expect(duty('statement-of-reasons')).toMatchObject({ state: 'parked', reason: 'leak-found' });
    expect(duty('transparency-database-entry')).toMatchObject({ state: 'parked', reason: 'statement-refused' });
    expect(sent()).not.toContain('Adler');
    expect(removal.stated).toEqual([]);
  });
});

describe('a platform that does not answer', () => {
  const REFUSAL = { outcome: 'reject', facts: 'Es ist ein Zitat.' };

  it('keeps what a person wrote from leaving until it says whose content it is', async () => {
    const { removal, caseId, leaseId, post, duty } = await inReview([COMMENT]);
    await post('decision', { leaseId, ...REFUSAL });
    await removal.pass(90);
    expect(duty('decision-to-sender')).toMatchObject({ state: 'owed', documentKey: null });
    removal.platform.mode = 'none';
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(duty('decision-to-sender')).toMatchObject({ state: 'delivered' });
  });

  it('for a day brings a person in, who sends it again', async () => {
    const { removal, caseId, leaseId, post, duty } = await inReview([COMMENT]);
    await post('decision', { leaseId, ...REFUSAL });
    await removal.until(() => removal.record(caseId).state === 'closed');
    const parked = { state: 'parked', reason: 'platform-unavailable', owner: 'operator' };
    expect(duty('decision-to-sender')).toMatchObject(parked);
    removal.platform.mode = 'none';
    await removal.call('POST', `/v1/cases/${caseId}/resume`, { token: 'operator:olga' });
    await removal.until(() => duty('decision-to-sender')?.state === 'delivered');
  });

  it('holds up no receipt', async () => {
    const removal = new RemovalWorld();
    open.push(removal);
    removal.platform.mode = '500';
    const { caseId } = (await removal.call('POST', '/v1/notices', { body: { ...NOTICE, items: [COMMENT] } })).body;
    await removal.until(() => removal.deliveries(caseId)[0]?.state === 'delivered');
    expect(removal.deliveries(caseId)).toMatchObject([{ kind: 'receipt' }]);
  });
});
