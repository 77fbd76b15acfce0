import type { NewAuditEvent } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import { PageRow, pageKey } from '#domain/case-rows';
import { allSignals } from '#domain/danger';
import type { DangerSignal } from '#domain/danger-words';
import { dangerPageId, isPageUnderWay } from '#domain/page-due';
import type { Caller } from '../../ports/callers.ts';
import type { CaseChange, CaseRows } from '../../ports/case-store.ts';
import { actorOf, newEvent } from './events.ts';

/** The part of a change that a signal of danger makes. */
export type DangerPart = Required<Pick<CaseChange, 'set' | 'events' | 'rows' | 'outbox'>>;

const SYSTEM = { kind: 'system', id: 'danger-words' } as const;

/** The event that says which signals of danger the words of a sender hold. */
export function signalledEvent(signals: readonly DangerSignal[]): NewAuditEvent {
  return newEvent('danger.signalled', SYSTEM, { signals: [...signals] });
}

/**
 * What changes when a sender's later words hold signals of danger, whatever becomes of those words: somebody is paged,
 * unless a page about the danger of this case is under way, which climbs by itself. Once it was taken up, the next
 * signal is a danger of its own, to be taken up anew.
 */
export async function dangerPart(
  rows: CaseRows,
  { caseId, danger }: Pick<CaseRecord, 'caseId' | 'danger'>,
  signals: readonly DangerSignal[],
  now: string,
): Promise<DangerPart> {
  if (signals.length === 0) return { set: {}, events: [], rows: [], outbox: [] };
  const events = [signalledEvent(signals)];
  const all = allSignals([...(danger?.signals ?? []), ...signals]);
  const pages = await rows.listRows(caseId, pageKey(dangerPageId(caseId, 1)), PageRow);
  if (danger !== null && danger.acknowledgedAt === null) {
    const page = pages.find(({ pageId }) => pageId === danger.pageId);
    // The page of a demand's own words has no row before its first round.
    const underWay = page === undefined || isPageUnderWay(page, now);
    if (underWay) return { set: { danger: { ...danger, signals: all } }, events, rows: [], outbox: [] };
  }
  const later = pages.filter(({ pageId }) => pageId !== dangerPageId(caseId, 1));
  const pageId = dangerPageId(caseId, danger === null ? 1 : later.length + 2);
  const page: PageRow = { pageId, level: 0, acknowledged: false, startedAt: now };
  return {
    set: { danger: { signals: all, pageId, acknowledgedBy: null, acknowledgedAt: null } },
    events,
    rows: [{ key: pageKey(pageId), value: page, when: 'new' }],
    outbox: [{ kind: 'page', pageId, reason: signals.join(' ') }],
  };
}

/** What changes when somebody takes up the signal of danger of a case; nothing when there is none to take up. */
export function acknowledged(
  { danger }: CaseRecord,
  caller: Caller,
  now: string,
): { readonly set: Partial<Pick<CaseRecord, 'danger'>>; readonly events: readonly NewAuditEvent[] } {
  if (danger === null || danger.acknowledgedAt !== null) return { set: {}, events: [] };
  return {
    set: { danger: { ...danger, acknowledgedBy: caller.subject, acknowledgedAt: now } },
    events: [newEvent('danger.acknowledged', actorOf(caller), { role: caller.role, signals: danger.signals })],
  };
}
