import type * as z from 'zod';
import type { CaseRecord } from '#domain/case';
import { deliveryKey, tokenKey } from '#domain/case-rows';
import { Delivery } from '#domain/delivery';
import { systemClock } from '#runtime/clock';
import { lazily } from '#runtime/lazily';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import { buildExecutions } from '../../parts/executions.ts';
import type { CaseStore, Doorbell } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Executions } from '../../ports/workflow.ts';
import { isAnswerAwaited, readHearing } from '../shared/hearing-state.ts';
import { basisOf, loadCase } from '../shared/load-case.ts';
import { openDoorbell } from './contract.ts';

/** What opening a doorbell uses. */
export interface OpenDoorbellDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'listRows' | 'putRow'>;
  readonly executions: Pick<Executions, 'ring'>;
  readonly clock: Clock;
}

/** Stores the token first and reads the case second, so that whoever changed the case in between is not missed. */
export async function openDoorbellStep(
  { cases, executions, clock }: OpenDoorbellDependencies,
  { caseId, run, doorbell, token }: z.output<typeof openDoorbell.input>,
): Promise<z.input<typeof openDoorbell.output>> {
  const value = { token, run, at: clock.now() };
  await cases.putRow(caseId, { key: tokenKey(doorbell), value, when: 'replace' });
  const record = await loadCase(cases, caseId);
  const waits = record.run === run && (await isAwaited(cases, record, doorbell, clock.now()));
  if (!waits) await executions.ring(token, { doorbell });
  return { rung: !waits };
}

async function isAwaited(
  cases: Pick<CaseStore, 'listRows'>,
  record: CaseRecord,
  doorbell: Doorbell,
  now: string,
): Promise<boolean> {
  switch (doorbell) {
    case 'information':
      return record.state === 'awaiting-information';
    case 'decision':
      return record.state === 'in-review';
    case 'approval':
      return record.state === 'awaiting-approval';
    case 'response': {
      const { hearing } = record;
      if (record.state !== 'awaiting-response' || !hearing) return false;
      const rule = basisOf(record).hearing;
      return rule ? isAnswerAwaited(rule, await readHearing(cases, record), hearing, now) : false;
    }
    case 'operator':
      return record.parked !== null;
    case 'deliveries': {
      const deliveries = await cases.listRows(record.caseId, deliveryKey(''), Delivery);
      return deliveries.some(({ state }) => state === 'owed' || state === 'claimed' || state === 'accepted');
    }
    default:
      return doorbell satisfies never;
  }
}

const dependencies = lazily(() => ({ cases: buildCases(), executions: buildExecutions(), clock: systemClock }));

/** Lambda entry: every wait for something outside the run. */
export const handler = stepHandler(openDoorbell, (input) => openDoorbellStep(dependencies(), input));
