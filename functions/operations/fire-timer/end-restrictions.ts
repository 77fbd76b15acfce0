import * as z from 'zod';
import { BatchRow } from '#domain/case-rows';
import { normalInstant } from '#domain/instant';
import { restrictionEndTimer } from '#runtime/restriction-end';
import { decisionInForce, decisionsOf } from '../../http/shared/restrictions-in-force.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Timers } from '../../ports/workflow.ts';
import { fireTimer } from './contract.ts';

/** What noting the end of restrictions uses. */
export interface EndRestrictionsPorts {
  readonly cases: Pick<CaseStore, 'change' | 'listRows' | 'readRow'>;
  readonly timers: Timers;
  readonly clock: Clock;
}

type Fired = z.input<typeof fireTimer.output>;

/** Up to which end the ends of a case are recorded. */
const RestrictionEnd = z.object({ until: z.iso.datetime() });

const NOTED_UNTIL = 'TIMER#restriction-end';

/** Records that limited restrictions have ended, each end once, and wakes the case again for the next end. */
export async function endRestrictions(ports: EndRestrictionsPorts, caseId: string): Promise<Fired> {
  const { cases, timers, clock } = ports;
  const { fired, next } = await cases.change<{ readonly fired: Fired['fired']; readonly next: string | null }>(
    caseId,
    async (record) => {
      const now = normalInstant(clock.now());
      const decision = decisionInForce(record, await decisionsOf(cases, caseId));
      if (decision === null) return { result: { fired: 'nothing', next: null } };
      const { decisionId } = decision;
      const rows = await cases.listRows(caseId, `BATCH#${decisionId}#`, BatchRow);
      const ends = rows.flatMap(({ items }) => items.flatMap(endOf)).toSorted();
      const before = await cases.readRow(caseId, NOTED_UNTIL, RestrictionEnd);
      const ended = ends.filter((end) => end <= now && end > (before?.until ?? ''));
      const result = { next: ends.find((end) => end > now) ?? null };
      const until = ended.at(-1);
      if (until === undefined) return { result: { ...result, fired: 'nothing' } };
      const event = {
        type: 'restriction.ended' as const,
        actor: { kind: 'system' as const, id: fireTimer.step },
        reason: null,
        data: { decisionId, items: ended.length, until },
        commitments: [],
      };
      const change = { events: [event], rows: [{ key: NOTED_UNTIL, value: { until }, when: 'replace' as const }] };
      return { change, result: { ...result, fired: 'noted' } };
    },
  );
  if (next !== null) {
    const { name, at, purpose } = restrictionEndTimer(caseId, next);
    await timers.schedule(name, at, { caseId, purpose });
  }
  return { fired };
}

/** When a restriction that was put in place ends; nothing for one without an end. */
function endOf({ state, appliedAt, until }: BatchRow['items'][number]): string[] {
  return state === 'gone' || appliedAt === null || until === null || until === undefined ? [] : [normalInstant(until)];
}
