import { describe, expect, it } from 'vitest';
import { germanNotice, rejection, restriction } from '../../scripts/examples.ts';
import type { LocalAnswer } from '../../scripts/local-client.ts';
import { auditOf, latestToken, ledgerOf, mailsAbout, pagesAbout, statesEntered } from '../support/case-traces.ts';
import { sharedProduct } from '../support/shared-product.ts';
import { downloadBundle, verifyDownloaded } from '../support/verified-bundle.ts';

/** The states of the stages before everybody is told. */
const FINISHED = ['ValidateDemand', 'PlanCase', 'AwaitDecision', 'SealCapsules', 'ApplyBatch', 'ProveBatch'];

const { client, urls } = sharedProduct();
const { api } = urls;

/** Calls Step Functions as an operator of the account would. */
async function states(action: string, body: Record<string, unknown>): Promise<void> {
  const response = await fetch(urls.states, {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AWSStepFunctions.${action}` },
    body: JSON.stringify(body),
  });
  expect(response.status, await response.text()).toBe(200);
  await client.idle();
}

interface Shown {
  readonly state: string;
  readonly lifecycleState: string;
  readonly parked: { readonly stage: string; readonly reason: string; readonly owner: string } | null;
  readonly execution: { readonly arn: string; readonly run: number };
}

async function shown(caseId: string): Promise<Shown> {
  return (await client.callAs('operator', 'olga', 'GET', `/v1/cases/${caseId}`)).json as Shown;
}

async function stop(caseId: string): Promise<void> {
  await states('StopExecution', { executionArn: (await shown(caseId)).execution.arn });
}

/** Fails the task that a case waits in, as a fault that a Catch sees. */
async function fail(caseId: string): Promise<void> {
  const taskToken = await latestToken(client, caseId);
  await states('SendTaskFailure', { taskToken, error: 'ContractBrokenError', cause: 'a fault made by a test' });
}

async function resume(caseId: string, role = 'operator', subject = 'olga'): Promise<LocalAnswer> {
  const answer = await client.callAs(role, subject, 'POST', `/v1/cases/${caseId}/resume`);
  await client.idle();
  return answer;
}

async function inReview(item: string): Promise<string> {
  const { caseId } = await client.notice(germanNotice(api, `tracks/${item}`));
  await client.idle();
  expect((await client.view(caseId)).state).toBe('in-review');
  return caseId;
}

/** A case that acted and proved, and waits for news of its mails, which come an hour later. */
async function telling(item: string): Promise<string> {
  const caseId = await inReview(item);
  await client.must('PUT', '/_local/mail/faults', { mode: 'delay', after: 'PT1H' });
  await client.decide(caseId, 'specialist', 'sam', restriction(['item-1'], ['DE']));
  await client.idle();
  await client.must('PUT', '/_local/mail/faults', { mode: 'none' });
  expect((await statesEntered(client, caseId)).at(-1)).toBe('AwaitDeliveries');
  return caseId;
}

async function parkingOf(caseId: string): Promise<Shown['parked']> {
  const { state, parked } = await shown(caseId);
  expect(state).toBe('needs-operator');
  const pages = await pagesAbout(client, caseId);
  expect(pages.map(({ data }) => data.reason)).toContain('case-parked');
  return parked;
}

async function expectNothingTwice(caseId: string, item: string): Promise<void> {
  const closed = await client.until(caseId, ({ state }) => state === 'closed', 'PT10M');
  expect(closed).toMatchObject({ outcome: 'actioned', parked: null });
  expect(await ledgerOf(client, item)).toHaveLength(1);
  const mails = (await mailsAbout(client, caseId)).map(({ deliveryId }) => deliveryId);
  expect(mails).toHaveLength(3);
  expect(new Set(mails).size).toBe(3);
  const types = (await auditOf(client, caseId)).map(({ type }) => type);
  for (const once of ['case.planned', 'decision.recorded', 'capsule.sealed', 'effect.applied', 'proving.finished']) {
    expect(
      types.filter((type) => type === once),
      once,
    ).toHaveLength(1);
  }
  expect(await verifyDownloaded(api, await downloadBundle(api, client, caseId))).toMatchObject({ valid: true });
}

describe('a case whose step failed and was caught', () => {
  it('is parked at its stage with an owner, and goes on there in the same run once resumed', async () => {
    const caseId = await telling('trk-bulk-60');
    await fail(caseId);
    expect(await parkingOf(caseId)).toMatchObject({
      stage: 'notify',
      reason: 'ContractBrokenError',
      owner: 'operator',
    });
    expect((await statesEntered(client, caseId)).at(-1)).toBe('AwaitOperator');
    await client.advance('PT61M');
    expect((await shown(caseId)).state).toBe('needs-operator');

    expect((await resume(caseId, 'specialist', 'sam')).status).toBe(403);
    expect(await resume(caseId)).toMatchObject({ status: 202, json: { caseId, state: 'notifying' } });
    await expectNothingTwice(caseId, 'trk-bulk-60');
    const entered = await statesEntered(client, caseId);
    const after = entered.slice(entered.lastIndexOf('AwaitOperator'));
    for (const state of FINISHED) expect(after).not.toContain(state);
    expect((await shown(caseId)).execution.run).toBe(1);
    expect((await resume(caseId)).status).toBe(409);
  });

  it('keeps what a person decides meanwhile, and carries it out once resumed', async () => {
    const caseId = await inReview('trk-bulk-61');
    await fail(caseId);
    expect(await parkingOf(caseId)).toMatchObject({ stage: 'review', owner: 'operator' });
    await client.decide(caseId, 'specialist', 'sam', restriction(['item-1'], ['DE']));
    expect(await shown(caseId)).toMatchObject({ state: 'needs-operator', lifecycleState: 'acting' });
    expect((await resume(caseId, 'lead', 'lea')).status).toBe(202);
    await expectNothingTwice(caseId, 'trk-bulk-61');
  });
});

describe('a case whose execution was stopped where no Catch sees it', () => {
  it('is parked by the rule on executions, and another run goes on at its stage once resumed', async () => {
    const caseId = await telling('trk-bulk-62');
    await stop(caseId);
    expect(await parkingOf(caseId)).toMatchObject({ stage: 'notify', reason: 'execution-aborted', owner: 'operator' });
    expect((await resume(caseId)).status).toBe(202);
    expect((await shown(caseId)).execution).toMatchObject({ run: 2, arn: expect.stringMatching(`:${caseId}-2$`) });
    await expectNothingTwice(caseId, 'trk-bulk-62');
    const secondRun = await statesEntered(client, caseId, 2);
    expect(secondRun).toEqual(expect.arrayContaining(['ClaimRun', 'TellOutcome', 'SealCase']));
    for (const state of FINISHED) expect(secondRun).not.toContain(state);
  });

  it('takes a decision made while it lay still, and is closed by the next run', async () => {
    const caseId = await inReview('trk-bulk-63');
    await stop(caseId);
    expect(await parkingOf(caseId)).toMatchObject({ stage: 'review', reason: 'execution-aborted' });
    await client.decide(caseId, 'specialist', 'sam', restriction(['item-1'], ['DE']));
    expect(await ledgerOf(client, 'trk-bulk-63')).toEqual([]);
    const twice = await Promise.all([resume(caseId), resume(caseId, 'lead', 'lea')]);
    expect(twice.map(({ status }) => status).sort()).toEqual([202, 409]);
    await expectNothingTwice(caseId, 'trk-bulk-63');
  });

  it('can be stopped and resumed over and over, and still ends once', async () => {
    const caseId = await inReview('trk-bulk-64');
    for (const run of [1, 2, 3]) {
      expect((await shown(caseId)).execution.run).toBe(run);
      await stop(caseId);
      expect((await resume(caseId)).status).toBe(202);
      expect(await shown(caseId)).toMatchObject({ state: 'in-review', parked: null });
    }
    await client.decide(caseId, 'specialist', 'sam', rejection());
    const closed = await client.until(caseId, ({ state }) => state === 'closed');
    expect(closed.outcome).toBe('rejected');
    expect((await mailsAbout(client, caseId)).map(({ deliveryId }) => deliveryId)).toHaveLength(2);
    const types = (await auditOf(client, caseId)).map(({ type }) => type);
    expect(types.filter((type) => type === 'case.resumed')).toHaveLength(3);
    expect(types.filter((type) => type === 'case.planned')).toHaveLength(1);
  });
});

it('answers 409 to a resume of a case that is not parked, and 404 of one that there is not', async () => {
  expect((await resume(await inReview('trk-bulk-65'))).status).toBe(409);
  expect((await resume('case-of-nobody')).status).toBe(404);
});
