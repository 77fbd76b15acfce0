import * as z from 'zod';
import { Answers, filledElements, KeptAnswers, placesIn } from './answers.ts';
import type { DemandCondition } from './clock-conditions.ts';
import { InstantText } from './instant.ts';
import { ClaimedItem, type NamedItem } from './item.ts';
import { type ElementId, LegalBasisId } from './legal-basis.ts';
import { Language, Role } from './party.ts';
import { Country, Territory } from './territory.ts';

const text = (longest: number) => z.string().max(longest).nullish();
const instant = InstantText.nullish();

/** Who submits a notice, as far as the sender says. */
export const Submitter = z.strictObject({
  name: text(200),
  email: z.email().max(254).nullish(),
  role: text(60),
  country: Country.nullish(),
});
export type Submitter = z.infer<typeof Submitter>;

/** A work of the claimant's own, said to be infringed. */
export const ClaimedWork = z.strictObject({ description: text(2_000), url: text(2_000) });

/** What the sender declares. */
export const Statements = z.strictObject({
  goodFaith: z.boolean().optional(),
  accurate: z.boolean().optional(),
  authorised: z.boolean().optional(),
  underPenaltyOfPerjury: z.boolean().optional(),
  affectedPerson: z.boolean().optional().describe('The sender is the person concerned, or may act for that person.'),
  withoutConsent: z.boolean().optional().describe('The content was published without the consent of the person shown.'),
  posterUnknown: z
    .boolean()
    .optional()
    .describe('Too little is known of the poster to bring proceedings against them.'),
  passOnDetails: z.boolean().optional().describe('Name and e-mail address may be passed on to the poster.'),
  removedBefore: z
    .boolean()
    .optional()
    .describe('The same or a similar statement of the poster was removed after two or more notices before.'),
});

/** A file sent along, in Base64. */
export const Attachment = z.strictObject({
  fileName: z.string().min(1).max(200),
  mediaType: z.string().regex(/^[\w.+-]+\/[\w.+-]+$/, 'a media type'),
  content: z.base64(),
});

/** The body of `POST /v1/notices`. Only its form is checked: a legal element that is missing is asked for later. */
export const NoticeRequest = z.strictObject({
  legalBasis: LegalBasisId.optional(),
  language: Language.default('en'),
  submitter: Submitter.default({}),
  items: z.array(ClaimedItem).max(5_000).default([]),
  works: z.array(ClaimedWork).max(500).default([]),
  explanation: text(20_000),
  /** Of a statement that is said to be defamatory: the meaning it is given, and what is wrong about it. */
  meaning: text(5_000),
  inaccuracies: text(5_000),
  statements: Statements.default({}),
  signature: text(200),
  attachments: z.array(Attachment).max(20).default([]),
  /** Of a complaint against a decision: the case in which that was made, so that somebody else decides. */
  earlierCase: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/, 'the id of a case')
    .optional(),
});
export type NoticeRequest = z.infer<typeof NoticeRequest>;

/** The body of `POST /v1/orders`. */
export const OrderRequest = z.strictObject({
  legalBasis: LegalBasisId,
  language: Language.default('en'),
  reference: text(200),
  issuedAt: instant,
  authority: z.strictObject({ id: z.string().min(1).max(100) }).optional(),
  items: z.array(ClaimedItem).max(5_000).default([]),
  territories: z.array(Territory).max(260).default([]),
  provisions: z.array(z.string().max(500)).max(50).default([]),
  statementOfReasons: text(20_000),
  redress: text(5_000),
  signed: z.boolean().default(false),
  complyBy: instant,
  nonDisclosureUntil: instant,
  emergency: z.boolean().default(false),
  /** Whether the authority of the state of enforcement was notified (Reg. (EU) 2023/1543 Art 8). */
  enforcingAuthorityNotified: z.boolean().default(false),
});
export type OrderRequest = z.infer<typeof OrderRequest>;

/** What an order says of itself that decides which clocks of its legal basis run. */
export function conditionsOf(
  order: Pick<OrderRequest, 'emergency' | 'enforcingAuthorityNotified'>,
): readonly DemandCondition[] {
  const speed = order.emergency ? 'emergency' : 'no-emergency';
  return order.enforcingAuthorityNotified ? [speed, 'enforcing-authority-notified'] : [speed];
}

/** The body of `POST …/information`: answers by the name of the element, and items that can now be located. */
export const InformationRequest = z
  .strictObject({ answers: Answers.default({}), items: z.array(ClaimedItem).max(5_000).default([]) })
  .refine(({ answers, items }) => Object.keys(answers).length + items.length > 0, {
    error:
      'says nothing: send "answers" by element, as {"answers":{"explanation":"…"}}, or "items", as {"items":[{"url":"…"}]}',
    when: ({ issues }) => issues.length === 0,
  });
export type InformationRequest = z.infer<typeof InformationRequest>;

/** The body of `POST …/amendment`: what an authority changes or clarifies about its order. */
export const AmendmentRequest = z
  .strictObject({
    statement: z.string().min(1).max(20_000),
    items: z.array(ClaimedItem).max(5_000).default([]),
    territories: z.array(Territory).max(260).optional(),
    complyBy: instant,
    nonDisclosureUntil: instant,
  })
  // It could mean that the secrecy ends, or that it stays: the wrong reading would betray a secret or keep one too long.
  .refine(({ nonDisclosureUntil }) => nonDisclosureUntil !== null, {
    path: ['nonDisclosureUntil'],
    error: 'an instant: a past one ends the secrecy, and left out it stays as it is',
  });
export type AmendmentRequest = z.infer<typeof AmendmentRequest>;

/** A file sent along, as kept: `documentKey` is null where the content is not kept, only its hash. */
export const KeptAttachment = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.int().nonnegative(),
  sha256: z.string(),
  documentKey: z.string().nullable(),
});
export type KeptAttachment = z.infer<typeof KeptAttachment>;

const RECEIVED = { submittedBy: Role, bodySha256: z.string() };

/** A request as kept encrypted (`<personId>/request`): as it was sent, its files apart. */
export const KeptRequest = z.discriminatedUnion('kind', [
  NoticeRequest.extend({ kind: z.literal('notice'), ...RECEIVED, attachments: z.array(KeptAttachment) }),
  OrderRequest.extend({
    kind: z.literal('order'),
    ...RECEIVED,
    authority: z.strictObject({ id: z.string() }),
  }),
]);
export type KeptRequest = z.infer<typeof KeptRequest>;

const InformationContent = z.object({ answers: KeptAnswers, items: z.array(ClaimedItem) });

/** Information or an amendment as kept encrypted; its row names the document. */
export const KeptInformation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('information'), at: z.iso.datetime(), information: InformationContent }),
  z.object({ kind: z.literal('amendment'), at: z.iso.datetime(), amendment: AmendmentRequest }),
]);
export type KeptInformation = z.infer<typeof KeptInformation>;

/** Words of a sender that signal danger, kept though the case did not take what they came with, or withdrew it. */
export const KeptRemark = z.object({ kind: z.literal('remark'), at: z.iso.datetime(), text: z.string() });
export type KeptRemark = z.infer<typeof KeptRemark>;

/**
 * The items complained of: those of the request, then those of each piece of information, in order of arrival. Those of
 * an order that name no territory of their own have the order's, as last amended.
 */
export function claimedItems(kept: KeptRequest, later: readonly KeptInformation[]): readonly NamedItem[] {
  const added = later.flatMap((piece) => itemsNamedBy(piece).map((item) => ({ ...item, addedAt: piece.at })));
  const claimed: NamedItem[] = [...kept.items, ...added];
  if (kept.kind === 'notice') return claimed;
  const territories = later.reduce((known, piece) => amendedTerritories(piece) ?? known, kept.territories);
  return claimed.map((item) => (item.territories.length === 0 ? { ...item, territories: [...territories] } : item));
}

/** The items that a piece of information or an amendment names, in an answer or by themselves. */
export function itemsNamedBy(piece: KeptInformation): readonly ClaimedItem[] {
  if (piece.kind === 'amendment') return piece.amendment.items;
  const { answers, items } = piece.information;
  return [...placesIn(answers).map((url) => ({ url, components: [], territories: [] })), ...items];
}

/** The elements that a piece of information or an amendment fills. */
export function elementsFilledBy(piece: KeptInformation): readonly ElementId[] {
  if (piece.kind === 'information') return filledElements(piece.information.answers);
  return amendedTerritories(piece) === null ? [] : ['territory'];
}

function amendedTerritories(piece: KeptInformation): Territory[] | null {
  const territories = piece.kind === 'amendment' ? piece.amendment.territories : undefined;
  return territories === undefined || territories.length === 0 ? null : territories;
}

/** The URLs of the claimant's own works, which are never items. */
export function workUrls(kept: KeptRequest): readonly string[] {
  if (kept.kind === 'order') return [];
  return kept.works.flatMap((work) => (work.url === null || work.url === undefined ? [] : [work.url]));
}

/** Every text of a piece of information or an amendment, for signals of danger. */
export function textsOfLater(piece: KeptInformation): readonly string[] {
  if (piece.kind === 'amendment') return textsOf(piece.amendment);
  const { answers, items } = piece.information;
  const answered = Object.values(answers).filter((answer) => typeof answer === 'string');
  return [...answered, ...items.flatMap(({ note }) => note ?? [])];
}

type Worded = Pick<
  NoticeRequest & OrderRequest & AmendmentRequest,
  'explanation' | 'statementOfReasons' | 'statement'
> &
  Pick<NoticeRequest, 'meaning' | 'inaccuracies' | 'items' | 'works'>;

/** Every free text of a request, for signals of danger. */
export function textsOf(request: Partial<Worded>): readonly string[] {
  const texts = [
    request.explanation,
    request.meaning,
    request.inaccuracies,
    request.statementOfReasons,
    request.statement,
    ...(request.items ?? []).map((item) => item.note),
    ...(request.works ?? []).map((work) => work.description),
  ];
  return texts.flatMap((found) => (found === null || found === undefined || found === '' ? [] : [found]));
}
