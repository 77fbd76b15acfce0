import * as z from 'zod';
import type { HearingRule } from './hearing-rule.ts';

/** What somebody who was heard wants: that the content goes, or that it stays. */
export const Position = z.enum(['consent', 'objection']);
export type Position = z.infer<typeof Position>;

/**
 * How a hearing ended for those heard; `mixed` where several were heard and did not say the same, `untold` where what
 * they were to be heard on could not be sent for a reason that is ours.
 */
export const HearingResult = z.enum([
  'silence',
  'incomplete',
  'consent',
  'objection',
  'unreachable',
  'untold',
  'repeat',
  'mixed',
]);
export type HearingResult = z.infer<typeof HearingResult>;

/** A hearing as the record of its case keeps it: codes and instants. */
export const Hearing = z.object({
  openedAt: z.iso.datetime(),
  /** When the last of those heard was sent what they are heard on; null while somebody is still to be sent it. */
  sentAt: z.iso.datetime().nullable(),
  /** Until when the law wants it sent; absent where it sets no time. */
  sendBy: z.iso.datetime().nullish(),
  /** From when our period to act runs, since the hearing is over with somebody while others are waited for. */
  actFrom: z.iso.datetime().nullish(),
  /** Until when an answer counts; null until it was sent. */
  answerUntil: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  result: HearingResult.nullable(),
  /** The decision that is intended and that they are heard on; null where they are heard on a notice. */
  proposalId: z.string().nullable(),
});
export type Hearing = z.infer<typeof Hearing>;

/** A hearing that begins, on a notice or on a decision that is intended. */
export function newHearing(openedAt: string, proposalId: string | null = null): Hearing {
  return { openedAt, sentAt: null, answerUntil: null, closedAt: null, result: null, proposalId };
}

/** A hearing that ends at `at` (RFC 3339 UTC) without a result; one that was closed before stays as it is. */
export function closeHearing(hearing: Hearing, at: string): Hearing {
  return { ...hearing, closedAt: hearing.closedAt ?? at };
}

/** Somebody who is heard, with their items; `heard` is false for those whom nothing can be sent to. */
export const HeardRow = z.object({ personId: z.string(), itemIds: z.array(z.string()), reachable: z.boolean() });
export type HeardRow = z.infer<typeof HeardRow>;

/** The key of somebody who is heard; without one, the prefix of all. */
export const heardKey = (personId = ''): string => `HEARD#${personId}`;

/** The row of the items that nobody is behind, since the platform does not have them. */
export const NOBODY = 'nobody';

/** The body of `POST /v1/cases/{caseId}/response`. */
export const ResponseRequest = z.strictObject({
  position: Position.describe('"consent": it may be removed; "objection": it should stay.'),
  explanation: z.string().max(20_000).nullish(),
  name: z.string().max(200).nullish(),
  postalAddress: z.string().max(1_000).nullish(),
  passOnDetails: z
    .boolean()
    .default(false)
    .describe('Whether name and postal address may be passed on to the one who complained.'),
});
export type ResponseRequest = z.infer<typeof ResponseRequest>;

/** An answer as kept encrypted under the key of whoever gave it. */
export const KeptResponse = ResponseRequest.extend({ at: z.iso.datetime() });
export type KeptResponse = z.infer<typeof KeptResponse>;

/** The key of an answer; `number` counts from 1; without one, the prefix of all. */
export const responseKey = (number?: number): string =>
  `RESPONSE#${number === undefined ? '' : String(number).padStart(5, '0')}`;

/** An answer beside its case: codes, and where its text lies. */
export const ResponseRow = z.object({
  number: z.int().positive(),
  personId: z.string(),
  at: z.iso.datetime(),
  position: Position,
  /** What it lacks to count as an answer. */
  missing: z.array(z.enum(['name', 'postal-address'])),
  late: z.boolean(),
  passOnDetails: z.boolean(),
  documentKey: z.string(),
});
export type ResponseRow = z.infer<typeof ResponseRow>;

/** A letter or a digit that is seen: fillers of the Korean script are letters that show nothing. */
const SAYS_SOMETHING = /[[\p{L}\p{N}]--[\p{Default_Ignorable_Code_Point}]]/v;

/** What an answer lacks under a rule: an objection may need the name and the postal address of whoever objects. */
export function missingFrom(
  rule: Pick<HearingRule, 'objectionNeeds'>,
  answer: ResponseRequest,
): ResponseRow['missing'] {
  if (answer.position !== 'objection' || rule.objectionNeeds === 'nothing') return [];
  const given = { name: answer.name, 'postal-address': answer.postalAddress } as const;
  return (['name', 'postal-address'] as const).filter((field) => !SAYS_SOMETHING.test(given[field] ?? ''));
}

/** Tells whether a hearing is over for good: nobody is sent any more what they were to be heard on. */
export function isClosed(hearing: Hearing | null | undefined): boolean {
  return (hearing?.closedAt ?? null) !== null;
}

/** Tells whether an answer at `at` (RFC 3339 UTC) comes too late: the window is over, or the hearing was closed. */
export function isLate({ answerUntil, closedAt }: Hearing, at: string): boolean {
  return closedAt !== null || (answerUntil !== null && Date.parse(at) >= Date.parse(answerUntil));
}

/** The answer of a person that counts: the first in time and whole; what comes after it adds to it. Null for none. */
export function countingAnswer(responses: readonly ResponseRow[], personId: string): ResponseRow | null {
  return responses.find((one) => one.personId === personId && !one.late && one.missing.length === 0) ?? null;
}

/** Answers of one person that a case takes. */
export const MOST_ANSWERS = 20;

/**
 * Tells whether a case takes one more answer of a person, whole or not, after `given` of the same. The last place is
 * kept for a whole one until there is one, so that none that lacks something can use up what it may be given again in.
 */
export function takesAnswer(given: readonly Pick<ResponseRow, 'missing'>[], isWhole: boolean): boolean {
  const isKept = !isWhole && given.every(({ missing }) => missing.length > 0);
  return given.length < (isKept ? MOST_ANSWERS - 1 : MOST_ANSWERS);
}

/** How the hearing stands with one person; null while an answer is still waited for. */
export type Standing = Exclude<HearingResult, 'repeat' | 'mixed'> | null;

/** Why somebody did not get what they are heard on: no address takes it, or it never left us. */
export type Undelivered = 'came-back' | 'not-sent';

/** What is known of a person who is heard. */
export interface HeardFacts {
  readonly person: HeardRow;
  readonly responses: readonly ResponseRow[];
  /** That what they are heard on came back, or was never sent; null while neither is so. */
  readonly undelivered: Undelivered | null;
  /** Whether the window for an answer is over. */
  readonly over: boolean;
}

/** How the hearing stands with one person. */
export function standingOf({ person, responses, undelivered, over }: HeardFacts): Standing {
  const answer = countingAnswer(responses, person.personId);
  if (answer !== null) return answer.position;
  if (!person.reachable || undelivered === 'came-back') return 'unreachable';
  if (undelivered === 'not-sent') return 'untold';
  if (!over) return null;
  const said = responses.some((one) => one.personId === person.personId && !one.late);
  return said ? 'incomplete' : 'silence';
}

/** What the rule makes of a result: the content goes, it stays, or a person decides. */
export function consequenceOf(
  rule: HearingRule,
  result: Exclude<HearingResult, 'mixed'>,
): 'restrict' | 'keep' | 'decide' {
  const consequence = {
    silence: rule.onSilence,
    // An answer without what the law asks for is none.
    incomplete: rule.onSilence,
    consent: rule.onConsent,
    objection: rule.onObjection,
    unreachable: rule.onUnreachable,
    // What we failed to do is held against nobody.
    untold: 'decide' as const,
    repeat: rule.onRepeat ?? 'decide',
  }[result];
  return consequence === 'decide-without' ? 'decide' : consequence;
}

/** The one result of several, or `mixed`. */
export function commonResult(results: readonly HearingResult[]): HearingResult {
  const [first = 'unreachable'] = results;
  return results.every((result) => result === first) ? first : 'mixed';
}

/** Tells whether nobody has to be heard before a decision, by what the rule excepts. */
export function isExempt(
  rule: HearingRule,
  decision: { readonly groundType: string | null; readonly crisis: boolean },
): boolean {
  const holds = { 'illegal-content': decision.groundType === 'illegal', crisis: decision.crisis };
  return rule.exempt.some(({ when }) => holds[when]);
}
