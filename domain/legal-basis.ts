import * as z from 'zod';
import { Bilingual, ClockDirection, ClockKind, InForce } from './clock.ts';
import { DemandCondition, PauseReason, RestartReason } from './clock-conditions.ts';
import { CounterNoticeRule } from './counter-notice-rule.ts';
import { DangerSignal } from './danger-words.ts';
import { DeliveryChannel, DeliveryKind } from './delivery.ts';
import { HearingRule } from './hearing-rule.ts';
import { OtherRedress } from './other-redress.ts';
import { PartyRole, Role } from './party.ts';
import { PlatformFact } from './platform-fact.ts';
import { ScrutinyRule } from './scrutiny.ts';
import { Source } from './source.ts';
import { Topic } from './transparency-database/topic.ts';
import { Trigger } from './trigger.ts';

/** The ids of all legal bases; `TERMS` is the platform's own rules. */
export const LegalBasisId = z.enum([
  'DSA_ART9',
  'DSA_ART10',
  'DSA_ART16',
  'DSA_ART18',
  'DSA_ART20',
  'EU_TCO_ART3',
  'EU_TCO_ART4',
  'US_DMCA_512',
  'US_TIDA',
  'US_2258A',
  'UK_DEF_S5',
  'UK_CPA_S21',
  'UK_OSA_NCII',
  'UK_TA2006_S3',
  'UK_CTIRU',
  'GDPR_ART17',
  'AU_OSA',
  'IN_3_1_D',
  'IN_3_2_B',
  'IN_GRIEVANCE',
  'DE_URHDAG_14',
  'EU_TM',
  'COURT_ORDER',
  'EU_EEVIDENCE',
  'EMFA_18',
  'TERMS',
]);
export type LegalBasisId = z.infer<typeof LegalBasisId>;

/** A civil or elapsed period, and whether its last day rolls to the next working day. */
export const PeriodRule = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('hours'), amount: z.int().positive() }),
  z.object({ unit: z.literal('working-hours'), amount: z.int().positive() }),
  z.object({ unit: z.literal('days'), amount: z.int().positive(), rolls: z.boolean() }),
  z.object({ unit: z.literal('weeks'), amount: z.int().positive(), rolls: z.boolean() }),
  z.object({ unit: z.literal('months'), amount: z.int().positive(), rolls: z.boolean() }),
  z.object({ unit: z.literal('years'), amount: z.int().positive(), rolls: z.boolean() }),
  z.object({ unit: z.literal('business-days'), amount: z.int().positive() }),
  z.object({ unit: z.literal('as-ordered') }),
]);
export type PeriodRule = z.infer<typeof PeriodRule>;

/** Where an order comes from: a court or an authority of a Member State, or of a third country. */
export const Issuer = z.enum(['union', 'third-country']);
export type Issuer = z.infer<typeof Issuer>;

/** A clock of a legal basis, as data. */
export const ClockRule = z.object({
  /** `<legal basis>.<name>`. */
  clock: z.string(),
  kind: ClockKind,
  direction: ClockDirection,
  /** What starts it: an event of the case. */
  startsAt: z.enum([
    'receipt',
    'informed',
    'effect',
    'removal',
    'counter-notice',
    'authority-decision',
    'step',
    'request',
    'review',
    'extension',
    'copy',
  ]),
  period: PeriodRule,
  /** ISO 3166 place whose holidays and zone govern (`DE-BE`, `GB-ENG`, `US`). */
  place: z.string(),
  zone: z.string(),
  source: Source,
  inForce: InForce,
  /** The first civil date on which the rule applies; a period that starts before is not in force. */
  inForceFrom: z.iso.date().optional(),
  /** What begins the period anew besides: a clarification that was asked for, or the end of an impossibility. */
  startsAnewAt: z.object({ events: z.array(RestartReason), source: Source }).optional(),
  /** How often the one who set the period may set it once more while it runs, each time as long again; else never. */
  extensions: z.int().positive().optional(),
  /** Who may lengthen the period while it runs, and the clock that then runs in its place, where the law fixes that. */
  extension: z.object({ by: z.enum(['us', 'authority']), to: z.string().nullable(), source: Source }).optional(),
  /** What stops the period from running while it lasts. */
  pausedBy: z.array(z.object({ because: PauseReason, source: Source })).optional(),
  /** Only for a demand that says so; for every demand when absent. */
  onlyWhen: DemandCondition.optional(),
  /** The message that meets it: once that was handed over, the clock ranks the case no more. */
  metBy: DeliveryKind.optional(),
  /** What of a case shows that it was met: all that was decided is in place, a person decided, or a message left. */
  metWhen: z.union([z.enum(['effect', 'decision']), DeliveryKind]).optional(),
  /** The parties to whom the clock is owed and shown; nobody outside when absent. */
  shownTo: z.array(PartyRole).optional(),
  /** Only for an order from there; for every demand when absent. */
  issuer: Issuer.optional(),
  /** True where only an order of another state than that of the platform's establishment starts it. */
  crossBorder: z.literal(true).optional(),
});
export type ClockRule = z.infer<typeof ClockRule>;

/** The elements a request must hold. */
export const ElementId = z.enum([
  'explanation',
  'location',
  'remaining-locations',
  'name',
  'email',
  'good-faith',
  'accuracy',
  'authorised',
  'penalty-of-perjury',
  'signature',
  'work',
  'contact',
  'authority',
  'statement-of-reasons',
  'provision',
  'redress',
  'issued-at',
  'signed',
  'order-reference',
  'territory',
  'affected-person',
  'non-consent',
  'mark',
  'meaning',
  'inaccuracies',
  'poster-unknown',
]);
export type ElementId = z.infer<typeof ElementId>;

/** One required element: what it is called, why it is asked for, and what its lack means. */
export const ElementRule = z.object({
  element: ElementId,
  /** `locates`: without it nothing can be found; `substantial`: asked for while review goes on; `formal`: noted. */
  weight: z.enum(['locates', 'substantial', 'formal']),
  label: Bilingual,
  source: Source,
  /** The demands that need not hold it, by the signal found in their words, and the law that says so. @default none */
  exempt: z.object({ signal: DangerSignal, source: Source }).optional(),
});
export type ElementRule = z.infer<typeof ElementRule>;

/** A message owed on a legal basis: to whom, at which moment, by which channel. */
export const NotificationRule = z.object({
  kind: DeliveryKind,
  to: PartyRole,
  moment: z.enum([
    'receipt',
    'first-effect',
    'decided',
    'proven',
    'hour-at-risk',
    'restored',
    'challenged',
    'withdrawn',
    'information',
    'rerouted',
    'hearing',
    'hearing-sent',
    'counter-notice',
    'scrutiny',
    'extension',
  ]),
  /** Only when the outcome restricts something, only when it does not, only when data is disclosed or refused, or always. */
  when: z.enum(['restricted', 'not-restricted', 'disclosed', 'refused', 'always']),
  channel: DeliveryChannel,
  /** True when a non-disclosure period holds it back until its end. */
  withheldBySecrecy: z.boolean(),
  /** Only for an order from there; for every demand when absent. */
  issuer: Issuer.optional(),
  source: Source,
});
export type NotificationRule = z.infer<typeof NotificationRule>;

/** Whom a basis binds, and since when. */
export const Applicability = z.object({
  binds: z.array(PlatformFact),
  /** The first civil date on which a demand can be made on it; null where that was not verified. */
  inForceFrom: z.iso.date().nullable(),
  source: Source,
});
export type Applicability = z.infer<typeof Applicability>;

/** A legal basis as versioned data: everything the engine asks about the law. */
export const LegalBasis = z.object({
  id: LegalBasisId,
  version: z.int().positive(),
  name: Bilingual,
  submitters: z.array(Role),
  /** The countries, or groups of them, whose authorities issue such orders; null where that is not what tells. */
  fromCountries: z.array(z.string()).nullable(),
  /**
   * What it asks for where that is no removal: data, which is preserved, then disclosed or refused; or that a decision is
   * reversed. @default a removal
   */
  procedure: z.enum(['information-demand', 'complaint']).optional(),
  /** Whether it is an order that binds, a notice, or our own rules. */
  nature: z.enum(['order', 'notice', 'terms']),
  /** Where its orders come from; `by-authority`: the country of each authority tells. Null for what is no order. */
  issuer: z.union([Issuer, z.literal('by-authority')]).nullable(),
  applicability: Applicability,
  elements: z.array(ElementRule),
  /** What a demand must hold that no field tells or that stops nothing: whoever reviews it judges that. @default nothing */
  judgedInReview: z.array(z.object({ what: Bilingual, source: Source })).optional(),
  clocks: z.array(ClockRule),
  /** The clock that begins anew for what is added to a demand; null where none of ours runs. */
  leadingClock: z.string().nullable(),
  actFirst: z.enum(['no', 'once-authenticated', 'when-valid-on-its-face']),
  /** The legal ground that a rule gives when it acts before review and owes a statement of reasons; else null. */
  groundByRule: z.object({ provision: z.string(), explanation: Bilingual }).nullable(),
  fourEyes: z.object({
    rule: z.enum(['never', 'always', 'confirm-after', 'when-wide']),
    /** For `when-wide`: more items than this need a second person. */
    itemsAbove: z.int().nullable(),
    /** For `when-wide`: more countries than this beyond `territory.default` are as good as the world. */
    countriesBeyond: z.int().nullable(),
    /** For `confirm-after`: hours within which the second person confirms. */
    withinHours: z.int().nullable(),
  }),
  decidedBy: z.array(Role),
  /** For an unlocatable request: how long to wait for information. */
  informationWait: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.literal('hours'), amount: z.int().positive() }),
    z.object({ kind: z.literal('days'), amount: z.int().positive() }),
    z.object({ kind: z.literal('business-days'), amount: z.int().positive(), place: z.string(), zone: z.string() }),
  ]),
  /** What happens as our deadline nears without a person. */
  unattended: z.enum(['never-waits', 'target-only', 'disable-at-75-percent', 'page-only']),
  /** The elements without which no rule acts as the deadline nears, however much else may be missing. @default none */
  unattendedNeeds: z.array(ElementId).optional(),
  /** For act-first: minutes after receipt at which an unproven effect pages and drafts the impossibility report. */
  atRiskAfterMinutes: z.int().nullable(),
  notifications: z.array(NotificationRule),
  /** What a statement of reasons says set the decision off; null where the basis owes no statement. */
  trigger: Trigger.nullable(),
  /** The same where a trusted flagger sent it; as `trigger` when absent. */
  triggerOfFlagger: Trigger.optional(),
  /** What is restricted on it as illegal is about, in the Transparency Database; absent where that can be many things. */
  topic: Topic.optional(),
  /**
   * Whether the uploader is told who complained (recital 54 DSA: only where strictly necessary); `with-consent`: with the
   * e-mail address, where the sender consents to that.
   */
  senderDisclosed: z.union([z.boolean(), z.literal('with-consent')]),
  /** Who is heard before; absent where nobody is. */
  hearing: HearingRule.nullish(),
  /** Whether whoever decided on the matter before may not decide on it (UrhDaG § 14); absent where they may. */
  impartial: z.object({ source: Source }).nullish(),
  /** Whether a rejection can call it manifestly unfounded, which counts against whoever sends many; absent where not. */
  manifestlyUnfounded: z.object({ source: Source }).nullish(),
  /** Ways to challenge the decision beside complaint, settlement body and court, and whose they are. */
  otherRedress: z.array(OtherRedress),
  /** How content is put back on a counter-notice; absent where none is possible. */
  counterNotice: CounterNoticeRule.nullish(),
  /** That the authority of our establishment scrutinises an order from another state; absent where none does. */
  scrutiny: ScrutinyRule.nullish(),
  /** Copies that the duty extends to: a person names them as items, nothing searches for them. Null for none. */
  copies: z.object({ which: Bilingual, source: Source }).nullable(),
  /** The widest set a restriction on this basis may have by default, and where that comes from. */
  territory: z.object({
    default: z.array(z.string()),
    widest: z.array(z.string()),
    /** True where the law that a decision names says how far it may go: national law in one country. */
    asProvision: z.literal(true).optional(),
    source: Source,
  }),
  /** Years a closed case is kept. */
  retentionYears: z.int().positive(),
  /** The law that sets these years; absent where none does and they are a setting of the platform. */
  retentionSource: Source.optional(),
  /** For which queue and by whom it is worked. */
  queue: z.string(),
  /** Its words in both languages. */
  terms: z.array(Bilingual),
  sources: z.array(Source),
});
export type LegalBasis = z.infer<typeof LegalBasis>;
