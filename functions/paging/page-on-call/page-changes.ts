import type { NewAuditEvent } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import { type PageRow, pageKey } from '#domain/case-rows';
import { isDangerPage, type Page } from '#domain/page-due';
import type { CaseChange } from '../../ports/case-store.ts';
import { HIGHEST_LEVEL, pageOnCall } from './contract.ts';

/** The level of a round: one higher with each repeat, up to the highest. */
export function levelOf(round: number): number {
  return Math.min(round, HIGHEST_LEVEL);
}

/** Records that a page went out, or null when one of this level was recorded: the audit shows each climb once. */
export function sentChange(record: CaseRecord, page: Page, row: PageRow | null, level: number): CaseChange | null {
  if (row !== null && row.level >= level) return null;
  const type = isDangerPage(record, page) ? 'danger.paged' : 'page.sent';
  const { pageId } = page;
  return {
    events: [eventOf(type, page, { kind: 'step', id: pageOnCall.step }, { level })],
    rows: [{ key: pageKey(pageId), value: { ...row, pageId, level, acknowledged: false }, when: 'replace' }],
  };
}

/** Records who took a page up, or null when that is recorded. */
export function acknowledgedChange(
  record: CaseRecord,
  page: Page,
  row: PageRow | null,
  { by, at }: { readonly by: string; readonly at: string },
): CaseChange | null {
  const actor = { kind: 'person', id: by } as const;
  if (isDangerPage(record, page)) {
    if (record.danger === null || record.danger.acknowledgedAt !== null) return null;
    return {
      set: { danger: { ...record.danger, acknowledgedBy: by, acknowledgedAt: at } },
      events: [eventOf('danger.acknowledged', page, actor, {})],
    };
  }
  if (row?.acknowledged === true) return null;
  const value = { ...row, pageId: page.pageId, level: row?.level ?? 0, acknowledged: true };
  return {
    events: [eventOf('page.acknowledged', page, actor, {})],
    rows: [{ key: pageKey(page.pageId), value, when: 'replace' }],
  };
}

function eventOf(
  type: NewAuditEvent['type'],
  { pageId, reason }: Page,
  actor: NewAuditEvent['actor'],
  data: NewAuditEvent['data'],
): NewAuditEvent {
  return { type, actor, reason, data: { pageId, ...data }, commitments: [] };
}
