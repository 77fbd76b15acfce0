import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { heardKey, newHearing, responseKey } from '../../../domain/hearing.ts';
import type { CaseState } from '../../../domain/lifecycle.ts';
import { applyBatchStep } from '../../../functions/legal-removal/apply-batch/handler.ts';
import { authenticateDemandStep } from '../../../functions/legal-removal/authenticate-demand/handler.ts';
import { claimRunStep } from '../../../functions/legal-removal/claim-run/handler.ts';
import { hearStep } from '../../../functions/legal-removal/hear/handler.ts';
import { openDoorbellStep } from '../../../functions/legal-removal/open-doorbell/handler.ts';
import { paceRoundStep } from '../../../functions/legal-removal/pace-round/handler.ts';
import { parkStep } from '../../../functions/legal-removal/park/handler.ts';
import { planStep } from '../../../functions/legal-removal/plan/handler.ts';
import { proveBatchStep } from '../../../functions/legal-removal/prove-batch/handler.ts';
import { raiseTierStep } from '../../../functions/legal-removal/raise-tier/handler.ts';
import { sealCapsulesStep } from '../../../functions/legal-removal/seal-capsules/handler.ts';
import { sealCaseStep } from '../../../functions/legal-removal/seal-case/handler.ts';
import { tellStep } from '../../../functions/legal-removal/tell/handler.ts';
import { validateStep } from '../../../functions/legal-removal/validate/handler.ts';
import { NOTICE } from '../../support/demands.ts';
import { RemovalWorld } from '../../support/removal-world.ts';

// biome-ignore lint/suspicious/noExplicitAny: one table over steps of many inputs
type Step = (dependencies: any, input: any) => Promise<unknown>;

/** Each step, what it is given beside case and run, and the states in which it has something to do. */
const STEPS: readonly (readonly [string, Step, object, readonly CaseState[]])[] = [
  ['validate', validateStep, {}, ['received', 'validating', 'awaiting-information']],
  ['plan', planStep, {}, ['validating', 'awaiting-information']],
  ['authenticate-demand', authenticateDemandStep, {}, ['validating']],
  ['hear', hearStep, {}, ['awaiting-response']],
  ['raise-tier', raiseTierStep, { timedOut: true, riskTold: false }, ['in-review', 'awaiting-approval']],
  ['seal-capsules', sealCapsulesStep, { batch: 0 }, ['acting', 'proving', 'restoring']],
  ['apply-batch', applyBatchStep, { batch: 0 }, ['acting', 'proving', 'restoring']],
  ['prove-batch', proveBatchStep, { batch: 0, round: 0, reachable: true }, ['acting', 'proving', 'restoring']],
  ['pace-round', paceRoundStep, { round: 0, riskTold: false }, ['acting', 'proving', 'restoring']],
  ['tell', tellStep, { moment: 'outcome', round: 0 }, ['notifying', 'sealing']],
  ['seal-case', sealCaseStep, {}, ['notifying', 'sealing', 'closed']],
];

const STATES: readonly (readonly [CaseState, string])[] = [
  ['received', 'validate'],
  ['validating', 'validate'],
  ['in-review', 'review'],
  ['awaiting-approval', 'approval'],
  ['awaiting-response', 'hear'],
  ['acting', 'act'],
  ['proving', 'prove'],
  ['restoring', 'restore'],
  ['notifying', 'notify'],
  ['sealing', 'seal'],
  ['closed', 'done'],
];

let world: RemovalWorld;
let caseId: string;

beforeEach(async () => {
  world = new RemovalWorld();
  world.start = async () => undefined;
  caseId = (await world.call('POST', '/v1/notices', { body: NOTICE })).body.caseId;
});

afterEach(async () => {
  await world.dispose();
});

const table = STEPS.flatMap(([name, step, input, at]) =>
  STATES.filter(([state]) => !at.includes(state)).map(([state, stage]) => [name, state, stage, step, input] as const),
);

describe('a step that comes to a case elsewhere', () => {
  it.each(table)('%s leaves a case that is %s alone and says "%s"', async (name, state, stage, step, input) => {
    world.api.cases.set(caseId, { state });
    const before = structuredClone(world.record(caseId));
    const output = (await step(world.dependencies(), { caseId, run: 1, ...input })) as { stage?: string };
    if (name === 'apply-batch') expect(output).toEqual({ effective: false, reachable: true });
    else expect(output.stage).toBe(stage);
    expect(world.record(caseId)).toEqual(before);
    expect(world.platform.ledger).toEqual([]);
    expect(world.mails).toEqual([]);
  });
});

describe('plan', () => {
  it('leaves to validation what arrives after its wait was given up, and plans what was validated', async () => {
    const input = { caseId, run: 1 };
    world.api.cases.set(caseId, { state: 'validating', stage: 'validate' });
    expect(await planStep(world.dependencies(), input)).toMatchObject({ stage: 'validate' });
    expect(world.record(caseId)).toMatchObject({ state: 'validating', planned: false });
    world.api.cases.set(caseId, { state: 'validating', stage: 'plan' });
    expect(await planStep(world.dependencies(), input)).toMatchObject({ stage: 'review' });
  });
});

describe('claim-run', () => {
  it('claims once, and says where to go by the state', async () => {
    const input = { caseId, run: 1, stage: 'validate' as const };
    expect(await claimRunStep(world.dependencies(), input)).toEqual({ stage: 'validate' });
    expect(await claimRunStep(world.dependencies(), input)).toEqual({ stage: 'validate' });
    expect(world.record(caseId).claimedRun).toBe(1);
    expect(world.audit(caseId).filter((type) => type === 'run.claimed')).toHaveLength(1);
  });

  it('ends a run that is not the present one, and any run of a closed case', async () => {
    const input = { caseId, run: 2, stage: 'act' as const };
    expect(await claimRunStep(world.dependencies(), input)).toEqual({ stage: 'done' });
    world.api.cases.set(caseId, { state: 'closed' });
    expect(await claimRunStep(world.dependencies(), { ...input, run: 1 })).toEqual({ stage: 'done' });
    expect(world.record(caseId).state).toBe('closed');
  });

  it('opens a closed case again for messages that were withheld', async () => {
    world.api.cases.set(caseId, { state: 'closed', run: 2, claimedRun: 1 });
    const input = { caseId, run: 2, stage: 'notify' as const };
    expect(await claimRunStep(world.dependencies(), input)).toEqual({ stage: 'notify' });
    expect(world.record(caseId).state).toBe('notifying');
  });
});

describe('open-doorbell', () => {
  const rung: string[] = [];
  const ring = async (token: string) => void rung.push(token);

  beforeEach(() => {
    rung.length = 0;
  });

  it.each([
    ['information', 'awaiting-information', 'validating'],
    ['decision', 'in-review', 'acting'],
    ['approval', 'awaiting-approval', 'in-review'],
  ] as const)('waits for %s in %s, and rings at once in %s', async (doorbell, waiting, over) => {
    const dependencies = { ...world.dependencies(), executions: { ring } };
    world.api.cases.set(caseId, { state: waiting });
    expect(await openDoorbellStep(dependencies, { caseId, run: 1, doorbell, token: 'one' })).toEqual({ rung: false });
    world.api.cases.set(caseId, { state: over });
    expect(await openDoorbellStep(dependencies, { caseId, run: 1, doorbell, token: 'two' })).toEqual({ rung: true });
    expect(rung).toEqual(['two']);
    expect(world.api.cases.of(caseId).rows.get(`TOKEN#${doorbell}`)).toMatchObject({ token: 'two' });
  });

  it('waits for an answer, and rings at once when it came before the token was stored', async () => {
    const dependencies = { ...world.dependencies(), executions: { ring } };
    const input = { caseId, run: 1, doorbell: 'response', token: 'token' } as const;
    const sentAt = world.now();
    const answerUntil = '2026-10-10T23:00:00.000Z';
    const hearing = { ...newHearing(sentAt), sentAt, answerUntil };
    world.api.cases.set(caseId, { legalBasis: 'UK_DEF_S5', state: 'awaiting-response', hearing });
    const person = { personId: 'uploader-1', itemIds: ['item-1'], reachable: true };
    await world.api.cases.putRow(caseId, { key: heardKey('uploader-1'), value: person, when: 'replace' });
    expect(await openDoorbellStep(dependencies, input)).toEqual({ rung: false });
    const answer = { number: 1, personId: 'uploader-1', at: sentAt, position: 'consent', missing: [] };
    const value = { ...answer, late: false, passOnDetails: false, documentKey: 'answer' };
    await world.api.cases.putRow(caseId, { key: responseKey(1), value, when: 'new' });
    expect(await openDoorbellStep(dependencies, input)).toEqual({ rung: true });

    // Of two, the first is news until the record counts our period from their answer.
    const other = { ...person, personId: 'uploader-2' };
    await world.api.cases.putRow(caseId, { key: heardKey('uploader-2'), value: other, when: 'replace' });
    expect(await openDoorbellStep(dependencies, input)).toEqual({ rung: true });
    world.api.cases.set(caseId, { hearing: { ...hearing, actFrom: sentAt } });
    expect(await openDoorbellStep(dependencies, input)).toEqual({ rung: false });
    world.api.cases.set(caseId, { legalBasis: 'DSA_ART16' });
  });

  it('waits for an operator while the case is parked, and for deliveries while any is open', async () => {
    const dependencies = { ...world.dependencies(), executions: { ring } };
    const input = { caseId, run: 1, token: 'token' };
    expect(await openDoorbellStep(dependencies, { ...input, doorbell: 'operator' })).toEqual({ rung: true });
    const parked = { stage: 'plan', reason: 'X', owner: 'operator', at: world.now() } as const;
    world.api.cases.set(caseId, { parked });
    expect(await openDoorbellStep(dependencies, { ...input, doorbell: 'operator' })).toEqual({ rung: false });
    expect(await openDoorbellStep(dependencies, { ...input, doorbell: 'deliveries' })).toEqual({ rung: true });
    await tellStep(world.dependencies(), { caseId, run: 1, moment: 'receipt', round: 0 });
    expect(await openDoorbellStep(dependencies, { ...input, doorbell: 'deliveries' })).toEqual({ rung: false });
  });
});

describe('park', () => {
  const input = { stage: 'plan', reason: 'KeyErasedError', again: false };

  it('parks once for one reason, with stage and owner, and pages', async () => {
    await parkStep(world.dependencies(), { caseId, run: 1, ...input });
    await parkStep(world.dependencies(), { caseId, run: 1, ...input });
    await world.settle();
    expect(world.record(caseId)).toMatchObject({ stage: 'plan', parked: { stage: 'plan', owner: 'operator' } });
    expect(world.pages()).toHaveLength(1);
  });

  it('pages again for a case that nobody resumed, not for one that was', async () => {
    expect(await parkStep(world.dependencies(), { caseId, run: 1, ...input, again: true })).toEqual({ parked: false });
    await parkStep(world.dependencies(), { caseId, run: 1, ...input });
    expect(await parkStep(world.dependencies(), { caseId, run: 1, ...input, again: true })).toEqual({ parked: true });
    await world.settle();
    expect(world.pages()).toHaveLength(2);
  });

  it('takes a stage it does not know from the state, and leaves another run alone', async () => {
    expect(await parkStep(world.dependencies(), { caseId, run: 7, ...input })).toEqual({ parked: false });
    await parkStep(world.dependencies(), { caseId, run: 1, ...input, stage: 'nowhere' });
    expect(world.record(caseId).parked?.stage).toBe('validate');
  });
});
