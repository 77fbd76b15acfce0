import type { CaseRecord } from '#domain/case';
import { tightestDeadline } from '#domain/case-clocks';
import type { ComputedClock } from '#domain/clock';
import type { DangerSignal } from '#domain/danger-words';
import { normalInstant, plus } from '#domain/instant';
import type { LegalBasis } from '#domain/legal-basis';
import { dangerPageId } from '#domain/page-due';
import type { Language } from '#domain/party';
import type { Sent } from '#domain/sent';

/** Minutes after which the sweep looks for a case that nobody started. */
const START_WATCH_MINUTES = 2;
/** Days to the deadline shown for a basis that sets none of ours. */
const UNRANKED_DAYS = 30;

/** What intake knows of a case. */
export interface NewCaseFacts {
  readonly caseId: string;
  readonly reference: string;
  readonly basis: LegalBasis;
  readonly language: Language;
  readonly receivedAt: string;
  readonly personId: string;
  readonly authorityId: string | null;
  /** ISO 3166-1, or null for a notice and for an authority that the register does not know. */
  readonly authorityCountry: string | null;
  readonly itemCount: number;
  readonly sent: Sent;
  readonly territories: readonly string[];
  /** When an order was issued, in UTC; null for a notice. */
  readonly issuedAt: string | null;
  readonly clocks: readonly ComputedClock[];
  readonly nonDisclosureUntil: string | null;
  readonly signals: readonly DangerSignal[];
  /** Of a complaint against a decision: the case in which that was made. */
  readonly earlierCase?: string | undefined;
  /** Of a case that is about a complaint alone: who complains, of which decision. */
  readonly complaint?: CaseRecord['complaint'];
}

/** The record of a case as intake leaves it: received, to be validated by its first run. */
export function newCaseRecord(facts: NewCaseFacts): Omit<CaseRecord, 'version' | 'audit'> {
  const { basis, receivedAt } = facts;
  const dueAt = tightestDeadline(facts.clocks)?.dueAt ?? plus(receivedAt, { hours: 24 * UNRANKED_DAYS });
  return {
    caseId: facts.caseId,
    reference: facts.reference,
    legalBasis: basis.id,
    legalBasisVersion: basis.version,
    nature: basis.nature,
    language: facts.language,
    channel: 'api',
    receivedAt,
    ...UNTOUCHED,
    queue: basis.queue,
    dueAt: normalInstant(dueAt),
    senderId: facts.personId,
    authorityId: facts.authorityId,
    authorityCountry: facts.authorityCountry,
    itemCount: facts.itemCount,
    sent: facts.sent,
    territories: [...facts.territories],
    issuedAt: facts.issuedAt,
    clocks: [...facts.clocks],
    nonDisclosureUntil: facts.nonDisclosureUntil,
    ...(facts.earlierCase !== undefined && { earlierCase: facts.earlierCase }),
    ...(facts.complaint !== undefined && { complaint: facts.complaint }),
    danger:
      facts.signals.length === 0
        ? null
        : {
            signals: [...facts.signals],
            pageId: dangerPageId(facts.caseId, 1),
            acknowledgedBy: null,
            acknowledgedAt: null,
          },
    watchAt: plus(receivedAt, { minutes: START_WATCH_MINUTES }),
  };
}

const UNTOUCHED = {
  state: 'received',
  outcome: null,
  tier: 1,
  run: 1,
  claimedRun: 0,
  stage: 'validate',
  missing: [],
  informationRound: 0,
  informationDueAt: null,
  planned: false,
  actFirst: false,
  authenticated: false,
  lease: null,
  decisionId: null,
  approvalVerdict: null,
  territoriesAmendedAt: null,
  effects: { pending: 0, proven: 0, failed: 0 },
  firstEffectAt: null,
  provenAt: null,
  parked: null,
  undelivered: 0,
  closedAt: null,
} satisfies Partial<CaseRecord>;
