import type * as z from 'zod';
import type { NewAuditEvent } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import { PersonRow, personKey } from '#domain/case-rows';
import { ErasureRow, erasureKey } from '#domain/erasure';
import { nextLook, obstaclesTo } from '#domain/erasure-obstacles';
import { plus } from '#domain/instant';
import type { LegalBasis } from '#domain/legal-basis';
import { isRetained } from '#domain/retention';
import { erasureFacts } from '#runtime/erasure-facts';
import { erasureTimer } from '#runtime/erasure-timer';
import { basisOf } from '../../legal-removal/shared/load-case.ts';
import type { CaseRows, Decided } from '../../ports/case-store.ts';
import { type CarryOutPorts, carryOut } from './carry-out-erasure.ts';
import { fireTimer } from './contract.ts';

type Fired = z.input<typeof fireTimer.output>;

/** Hours after which it is looked whether an erasure that began was carried out. */
const HOURS_UNTIL_CHECKED = 1;

/**
 * Brings every erasure of a case as far as it comes now: begins those recorded, and that of the whole case once the time
 * for keeping it is over, unless something stands in the way; destroys the keys; and notes that their backups have run
 * out. The rows are the truth: fired again, it goes on where it stopped, and what is done it leaves alone.
 */
export async function eraseDue(ports: CarryOutPorts, caseId: string): Promise<Fired> {
  const { cases, timers, clock } = ports;
  const { begun, next } = await begin(ports, caseId);
  if (next !== null) await wakeAt(timers, caseId, next);
  const rows = await cases.listRows(caseId, erasureKey(), ErasureRow);
  const open = rows.filter(({ state }) => state === 'begun');
  // Made first: what fails now is tried again each hour until it is done.
  if (open.length > 0) await wakeAt(timers, caseId, plus(clock.now(), { hours: HOURS_UNTIL_CHECKED }));
  for (const row of open) await carryOut(ports, caseId, row);
  const completed = await complete(ports, caseId);
  if (open.length > 0) return { fired: 'erased' };
  if (completed) return { fired: 'noted' };
  return { fired: next === null && !begun ? 'nothing' : 'later' };
}

async function wakeAt(timers: CarryOutPorts['timers'], caseId: string, at: string): Promise<void> {
  const { name, purpose } = erasureTimer(caseId, at);
  await timers.schedule(name, at, { caseId, purpose });
}

interface Begun {
  readonly begun: boolean;
  /** When to look again at what something stands in the way of; null for not by itself. */
  readonly next: string | null;
}

/** What begins is decided on the record as it stands: a hold that is placed at the same moment is seen, or sees it. */
async function begin({ cases, calendar, clock }: CarryOutPorts, caseId: string): Promise<Begun> {
  return await cases.change<Begun>(caseId, async (record, rows): Promise<Decided<Begun>> => {
    const now = clock.now();
    const basis = basisOf(record);
    const known = await rows.listRows(caseId, erasureKey(), ErasureRow);
    const due = [
      ...known.filter(({ state }) => state === 'recorded'),
      ...(await wholeCase(rows, record, basis, known, now)),
    ];
    if (due.length === 0) return { result: { begun: false, next: null } };
    const obstacles = obstaclesTo(await erasureFacts(rows, record, basis), calendar, now);
    if (obstacles.length > 0) return { result: { begun: false, next: nextLook(obstacles, now) } };
    return {
      change: {
        events: due.map((row) => eventOf('erasure.begun', row)),
        rows: due.map((row) => ({
          key: erasureKey(row.number),
          value: { ...row, state: 'begun' },
          when: known.some(({ number }) => number === row.number) ? 'replace' : 'new',
        })),
        outbox: [erasureTimer(caseId, plus(now, { hours: HOURS_UNTIL_CHECKED }))],
      },
      result: { begun: true, next: null },
    };
  });
}

/** The erasure of a whole case, once the time for keeping it is over; none before, and none a second time. */
async function wholeCase(
  rows: Pick<CaseRows, 'listRows'>,
  record: CaseRecord,
  basis: LegalBasis,
  known: readonly ErasureRow[],
  now: string,
): Promise<ErasureRow[]> {
  if (isRetained(record, basis, now) || known.some(({ whole }) => whole)) return [];
  const persons = await rows.listRows(record.caseId, personKey(''), PersonRow);
  return [
    {
      ...{ number: known.length + 1, personIds: persons.map(({ personId }) => personId), whole: true },
      ...{ ground: 'retention-ended', reference: null, by: 'system', recordedAt: now, state: 'recorded' },
      ...{ destroyedAt: null, backupsUntil: null },
    },
  ];
}

/** Notes that no backup holds a destroyed key any more; true when there was anything to note. */
async function complete({ cases, clock }: CarryOutPorts, caseId: string): Promise<boolean> {
  return await cases.change<boolean>(caseId, async (_record, rows) => {
    const now = clock.now();
    const known = await rows.listRows(caseId, erasureKey(), ErasureRow);
    const over = known.filter((row) => row.state === 'pending' && (row.backupsUntil ?? now) <= now);
    if (over.length === 0) return { result: false };
    const change = {
      events: over.map((row) => eventOf('erasure.completed', row)),
      rows: over.map((row) => ({
        key: erasureKey(row.number),
        value: { ...row, state: 'complete' },
        when: 'replace' as const,
      })),
    };
    return { change, result: true };
  });
}

function eventOf(
  type: NewAuditEvent['type'],
  { number, personIds, ground, reference, whole }: ErasureRow,
): NewAuditEvent {
  const actor = { kind: 'system' as const, id: fireTimer.step };
  return { type, actor, reason: ground, data: { number, persons: personIds, whole, reference }, commitments: [] };
}
