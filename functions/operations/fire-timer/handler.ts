import type * as z from 'zod';
import type { NewAuditEvent } from '#domain/audit-event';
import { deliveryKey } from '#domain/case-rows';
import { Delivery } from '#domain/delivery';
import { plus } from '#domain/instant';
import { systemClock } from '#runtime/clock';
import { lazily } from '#runtime/lazily';
import { reopenChange } from '#runtime/reopen-change';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import { buildTimers } from '../../parts/timers.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Timers } from '../../ports/workflow.ts';
import { fireTimer, HOURS_WHILE_OPEN } from './contract.ts';

/** What a timer that fires uses. */
export interface FireTimerDependencies {
  readonly cases: Pick<CaseStore, 'change' | 'listRows' | 'readRow'>;
  readonly timers: Timers;
  readonly clock: Clock;
}

type Fired = z.input<typeof fireTimer.output>;

/** Periods whose end is only noted: nothing is owed at that moment, but the end is part of the record. */
const NOTED: Readonly<Record<string, NewAuditEvent['type']>> = {
  'complaint-window-end': 'complaint-window.ended',
  'preservation-end': 'preservation.ended',
};

/** Does what a one-off schedule was made for. The rows are the truth: a schedule that fires twice finds it done. */
export async function fireTimerStep(
  dependencies: FireTimerDependencies,
  { caseId, purpose }: z.output<typeof fireTimer.input>,
): Promise<Fired> {
  if (purpose === 'withheld-message') return await releaseMessages(dependencies, caseId);
  const type = NOTED[purpose];
  return type === undefined ? { fired: 'nothing' } : await noteEnd(dependencies, caseId, purpose, type);
}

/** Opens the case again for messages that had to wait until now; while it is open, they wait a little longer. */
async function releaseMessages({ cases, timers, clock }: FireTimerDependencies, caseId: string): Promise<Fired> {
  const now = clock.now();
  const deliveries = await cases.listRows(caseId, deliveryKey(''), Delivery);
  const due = deliveries.some(({ state, notBefore }) => state === 'scheduled' && (notBefore ?? now) <= now);
  if (!due) return { fired: 'nothing' };
  const fired = await cases.change<Fired>(caseId, (record) => {
    const change = reopenChange(record, fireTimer.step, 'withheld-message-due');
    return change === null ? { result: { fired: 'later' } } : { change, result: { fired: 'reopened' } };
  });
  if (fired.fired === 'later') {
    const name = `${caseId}-withheld-${now.slice(0, 13).replace(/\D/g, '')}`;
    await timers.schedule(name, plus(now, { hours: HOURS_WHILE_OPEN }), { caseId, purpose: 'withheld-message' });
  }
  return fired;
}

async function noteEnd(
  { cases }: FireTimerDependencies,
  caseId: string,
  purpose: string,
  type: NewAuditEvent['type'],
): Promise<Fired> {
  return await cases.change<Fired>(caseId, async () => {
    const noted = await cases.readRow(caseId, `TIMER#${purpose}`, fireTimer.input);
    if (noted !== null) return { result: { fired: 'nothing' } };
    const event = {
      type,
      actor: { kind: 'system' as const, id: fireTimer.step },
      reason: null,
      data: {},
      commitments: [],
    };
    const row = { key: `TIMER#${purpose}`, value: { caseId, purpose }, when: 'new' as const };
    return { change: { events: [event], rows: [row] }, result: { fired: 'noted' } };
  });
}

const dependencies = lazily(() => ({ cases: buildCases(), timers: buildTimers(), clock: systemClock }));

/** Lambda entry: the target of one-off schedules. */
export const handler = stepHandler(fireTimer, (input) => fireTimerStep(dependencies(), input));
