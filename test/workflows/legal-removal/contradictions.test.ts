import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DecisionDocument, DecisionRecord } from '../../../domain/decision.ts';
import { NOTICE } from '../../support/demands.ts';
import { RemovalWorld } from '../../support/removal-world.ts';

const SAM = 'specialist:sam';
const LEA = 'lead:lea';
const DECIDED = {
  outcome: 'restrict',
  ground: { type: 'illegal', provision: '§ 130 StGB', explanation: 'Es hetzt.' },
  facts: 'Im Refrain.',
  items: [{ itemId: 'item-1', action: 'disable', components: ['audio'], territories: ['DE'] }],
};

/** What is on record of a case, and may be made to say something else. */
interface OnRecord {
  readonly decision: DecisionRecord;
  readonly document: DecisionDocument;
  readonly sender: { name: string };
}

/** Changes what is on record of a case between its messages, as a fault of ours would. */
const SEEDS: readonly (readonly [kind: string, seed: (on: OnRecord) => void])[] = [
  ['dates', ({ decision }) => void Object.assign(decision, { decidedAt: '2026-10-05T08:00:00.001Z' })],
  ['ground', ({ document }) => void Object.assign(document.ground!, { provision: '§ 86a StGB' })],
  ['scope', ({ document }) => void Object.assign(document.items[0]!, { territories: ['AT', 'DE'] })],
  ['automation', ({ decision }) => void Object.assign(decision.automation, { detection: true })],
  ['parties', ({ sender }) => void Object.assign(sender, { name: 'Jemand anderes' })],
];

describe('messages of one decision that contradict each other', () => {
  const removal = new RemovalWorld();
  const cases = new Map<string, string>();
  const restores = new Map<string, () => void>();

  const duty = (caseId: string, kind: string) =>
    removal.deliveries(caseId).find((candidate) => candidate.kind === kind)!;

  /** Seeds a contradiction and gives what takes it back. */
  function seed(caseId: string, change: (on: OnRecord) => void): () => void {
    const { rows } = removal.api.cases.of(caseId);
    const { kept } = removal.api.documents;
    const decisionKey = [...rows.keys()].find((key) => key.startsWith('DECISION#'))!;
    const decision = structuredClone(rows.get(decisionKey)) as DecisionRecord;
    const { documentKey: senderKey } = rows.get('PERSON#sender') as { documentKey: string };
    const before = [decision.documentKey, senderKey].map((key) => [key, kept.get(key)!] as const);
    const [document, sender] = before.map(([, text]) => JSON.parse(text)) as [DecisionDocument, { name: string }];
    const row = rows.get(decisionKey);
    change({ decision, document, sender });
    rows.set(decisionKey, decision);
    kept.set(decision.documentKey, JSON.stringify(document));
    kept.set(senderKey, JSON.stringify(sender));
    return () => {
      rows.set(decisionKey, row);
      for (const [key, text] of before) kept.set(key, text);
    };
  }

  beforeAll(async () => {
    removal.beforeMail = ({ caseId, deliveryId }) => {
      const [kind, change] = SEEDS.find(([kind]) => cases.get(kind) === caseId) ?? [];
      if (change !== undefined && deliveryId.includes('statement-of-reasons')) {
        restores.set(kind!, seed(caseId, change));
      }
    };
    for (const [kind] of SEEDS) {
      cases.set(kind, (await removal.call('POST', '/v1/notices', { body: NOTICE })).body.caseId);
    }
    for (const caseId of cases.values()) {
      await removal.until(() => removal.record(caseId).state === 'in-review');
      const { leaseId } = (await removal.call('POST', `/v1/cases/${caseId}/claim`, { token: SAM })).body;
      await removal.call('POST', `/v1/cases/${caseId}/decision`, { token: SAM, body: { leaseId, ...DECIDED } });
      await removal.until(() => removal.record(caseId).state === 'closed');
    }
  });

  afterAll(async () => await removal.dispose());

  it.each(SEEDS)('are held back for their %s, once the first has left', (kind) => {
    const caseId = cases.get(kind)!;
    expect(duty(caseId, 'statement-of-reasons')).toMatchObject({ state: 'delivered' });
    const held = { state: 'parked', reason: 'contradiction-found', owner: 'counsel', documentKey: null };
    expect(duty(caseId, 'decision-to-sender')).toMatchObject(held);
    expect(duty(caseId, 'transparency-database-entry')).toMatchObject(held);
    const parked = removal.api.cases.of(caseId).events.filter(({ type }) => type === 'delivery.parked');
    expect(parked.map(({ data }) => data['fields'])).toContainEqual(expect.arrayContaining([kind]));
  });

  it('are held back again while they do, and go once they agree', async () => {
    const caseId = cases.get('ground')!;
    const { deliveryId } = duty(caseId, 'decision-to-sender');
    const resume = async () => {
      await removal.call('POST', `/v1/cases/${caseId}/resume`, { token: LEA, body: { deliveries: [{ deliveryId }] } });
      await removal.until(() => removal.record(caseId).state === 'closed');
    };
    await resume();
    expect(duty(caseId, 'decision-to-sender')).toMatchObject({ state: 'parked', reason: 'contradiction-found' });
    restores.get('ground')!();
    await resume();
    expect(duty(caseId, 'decision-to-sender')).toMatchObject({ state: 'delivered' });
  });
});
