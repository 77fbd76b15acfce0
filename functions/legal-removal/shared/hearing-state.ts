import type { CaseRecord } from '#domain/case';
import { deliveryKey, InformationRow } from '#domain/case-rows';
import { Delivery } from '#domain/delivery';
import {
  countingAnswer,
  HeardRow,
  type Hearing,
  heardKey,
  NOBODY,
  ResponseRow,
  responseKey,
  type Standing,
  standingOf,
  type Undelivered,
} from '#domain/hearing';
import type { HearingRule } from '#domain/hearing-rule';
import { plus } from '#domain/instant';
import type { CaseRows } from '../../ports/case-store.ts';

/** A hearing as its case's rows show it. */
export interface HearingState {
  /** Those who are heard; nobody where no item has anybody behind it. */
  readonly heard: readonly HeardRow[];
  /** The messages that say what they are heard on. */
  readonly notices: readonly Delivery[];
  readonly responses: readonly ResponseRow[];
  /** Whether the message that says that it was sent is owed already. */
  readonly confirmed: boolean;
  /** When the notice was whole: its receipt, or the last that was added to it before. */
  readonly noticeAt: string;
}

/** Reads a hearing. */
export async function readHearing(
  rows: Pick<CaseRows, 'listRows'>,
  { caseId, hearing, receivedAt }: Pick<CaseRecord, 'caseId' | 'hearing' | 'receivedAt'>,
): Promise<HearingState> {
  const [heard, deliveries, responses, pieces] = await Promise.all([
    rows.listRows(caseId, heardKey(), HeardRow),
    rows.listRows(caseId, deliveryKey(''), Delivery),
    rows.listRows(caseId, responseKey(), ResponseRow),
    rows.listRows(caseId, 'INFORMATION#', InformationRow),
  ]);
  const added = pieces.map((piece) => piece.at).filter((at) => at <= (hearing?.openedAt ?? at));
  const noticeAt = [receivedAt, ...added].toSorted().at(-1) ?? receivedAt;
  const proposalId = hearing?.proposalId ?? null;
  const notices = deliveries.filter(
    ({ kind, decisionId }) => kind === 'hearing-notice' && (proposalId === null || decisionId === proposalId),
  );
  const confirmed = deliveries.some(({ kind }) => kind === 'hearing-confirmation');
  return { heard: heard.filter(({ personId }) => personId !== NOBODY), notices, responses, confirmed, noticeAt };
}

/** How the hearing stands with each of those heard, at `now`. */
export function standingsOf(
  { heard, notices, responses }: HearingState,
  { answerUntil }: Hearing,
  now: string,
): ReadonlyMap<HeardRow, Standing> {
  const over = answerUntil !== null && now >= answerUntil;
  return new Map(
    heard.map((person) => {
      const notice = notices.find(({ personId }) => personId === person.personId);
      return [person, standingOf({ person, responses, undelivered: undeliveredBy(notice), over })];
    }),
  );
}

/** Somebody with whom a hearing is over. */
interface Ended {
  readonly person: HeardRow;
  readonly standing: Exclude<Standing, null>;
}

/** Those with whom a hearing is over. */
export function endedWith(standings: ReadonlyMap<HeardRow, Standing>): readonly Ended[] {
  return [...standings].flatMap(([person, standing]) => (standing === null ? [] : { person, standing }));
}

/** From when our period to act runs: since the hearing was over with the first; null while it is with nobody. */
export function actFrom(
  { answerUntil }: Hearing,
  { responses, noticeAt }: HearingState,
  standings: ReadonlyMap<HeardRow, Standing>,
): string | null {
  const starts = endedWith(standings).map(({ person, standing }) => {
    if (standing === 'unreachable' || standing === 'untold') return noticeAt;
    return countingAnswer(responses, person.personId)?.at ?? answerUntil ?? noticeAt;
  });
  return starts.toSorted()[0] ?? null;
}

/** A mail of whose delivery there was no word has left all the same: its window runs. */
const LEFT_ALL_THE_SAME = 'no-word-of-delivery';

function undeliveredBy(notice: Delivery | undefined): Undelivered | null {
  if (notice?.state !== 'parked' || notice.reason === LEFT_ALL_THE_SAME) return null;
  return notice.reason?.startsWith('bounced') === true ? 'came-back' : 'not-sent';
}

/** Tells whether a window that those heard have whole is open at `now`, whoever has answered. */
export function isWindowKept(
  { endsWith }: Pick<HearingRule, 'endsWith'>,
  { sentAt, answerUntil }: Hearing,
  now: string,
): boolean {
  return endsWith === 'window' && sentAt !== null && answerUntil !== null && now < answerUntil;
}

/**
 * Tells whether something is still waited for at `now`: that the last of them is sent the notice, their answer, or the end
 * of their window. Not once somebody has answered of whom the record does not know yet.
 */
export function isAnswerAwaited(rule: HearingRule, state: HearingState, hearing: Hearing, now: string): boolean {
  if (hearing.sentAt === null) return isBeingSent(state) || wordsAwaitedUntil(state, hearing, now) !== null;
  const standings = standingsOf(state, hearing, now);
  if (isWindowKept(rule, hearing, now)) return true;
  return [...standings.values()].includes(null) && actFrom(hearing, state, standings) === (hearing.actFrom ?? null);
}

/** Hours for which a notice that may not be told as it is waits for other words before a person decides without it. */
const WORDS_HOURS = 12;

/** Until when other words are waited for, of a lead who was paged, for a notice that may not be told; null for none. */
export function wordsAwaitedUntil({ notices }: HearingState, { openedAt }: Hearing, now: string): string | null {
  const until = plus(openedAt, { hours: WORDS_HOURS });
  const isHeld = notices.some(({ state, reason }) => state === 'parked' && reason === 'leak-found');
  return isHeld && now < until ? until : null;
}

/** Tells whether a notice is on its way that was neither handed over nor given up. */
export function isBeingSent({ notices }: HearingState): boolean {
  return notices.some(isOpen);
}

/** When the last of what is to be sent was handed over; null while some is not, or none could be. */
export function handedOverAt({ heard, notices }: HearingState): string | null {
  const meant = heard.filter(({ reachable }) => reachable);
  const sent = meant.map(({ personId }) => notices.find((notice) => notice.personId === personId));
  if (sent.some((notice) => notice === undefined || isOpen(notice))) return null;
  return (
    sent
      .flatMap((notice) => (undeliveredBy(notice) === null ? (notice?.acceptedAt ?? []) : []))
      .toSorted()
      .at(-1) ?? null
  );
}

function isOpen({ state }: Delivery): boolean {
  return state === 'owed' || state === 'claimed' || state === 'scheduled' || state === 'bounced';
}
