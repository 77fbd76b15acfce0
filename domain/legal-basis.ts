import * as z from 'zod';
import { Bilingual, Certainty, ClockDirection, ClockKind, InForce } from './clock.ts';
import { DeliveryChannel, DeliveryKind } from './delivery.ts';
import { PartyRole, Role } from './party.ts';

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

/** Where a rule comes from and how sure that is. */
export const Source = z.object({ cite: z.string(), certainty: Certainty });
export type Source = z.infer<typeof Source>;

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
  ]),
  period: PeriodRule,
  /** ISO 3166 place whose holidays and zone govern (`DE-BE`, `GB-ENG`, `US`). */
  place: z.string(),
  zone: z.string(),
  source: Source,
  inForce: InForce,
  /** The first civil date on which the rule applies; a period that starts before is not in force. */
  inForceFrom: z.iso.date().optional(),
  /** What begins the period anew besides: a clarification that was asked for, as it arrives. */
  startsAnewAt: z.enum(['clarification']).optional(),
  /** How often the one who set the period may set it once more while it runs, each time as long again; else never. */
  extensions: z.int().positive().optional(),
  /** The parties to whom the clock is owed and shown; nobody outside when absent. */
  shownTo: z.array(PartyRole).optional(),
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
]);
export type ElementId = z.infer<typeof ElementId>;

/** One required element: what it is called, why it is asked for, and what its lack means. */
export const ElementRule = z.object({
  element: ElementId,
  /** `locates`: without it nothing can be found; `substantial`: asked for while review goes on; `formal`: noted. */
  weight: z.enum(['locates', 'substantial', 'formal']),
  label: Bilingual,
  source: Source,
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
  ]),
  /** Only when the outcome restricts something, only when it does not, or always. */
  when: z.enum(['restricted', 'not-restricted', 'always']),
  channel: DeliveryChannel,
  /** True when a non-disclosure period holds it back until its end. */
  withheldBySecrecy: z.boolean(),
  source: Source,
});
export type NotificationRule = z.infer<typeof NotificationRule>;

/** A legal basis as versioned data: everything the engine asks about the law. */
export const LegalBasis = z.object({
  id: LegalBasisId,
  version: z.int().positive(),
  name: Bilingual,
  submitters: z.array(Role),
  /** Whether it is an order that binds, a notice, or our own rules. */
  nature: z.enum(['order', 'notice', 'terms']),
  elements: z.array(ElementRule),
  clocks: z.array(ClockRule),
  /** The clock that governs the queue and the rising tiers. */
  leadingClock: z.string(),
  actFirst: z.enum(['no', 'once-authenticated', 'when-valid-on-its-face']),
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
  /** For act-first: minutes after receipt at which an unproven effect pages and drafts the impossibility report. */
  atRiskAfterMinutes: z.int().nullable(),
  notifications: z.array(NotificationRule),
  /** The widest set a restriction on this basis may have by default, and where that comes from. */
  territory: z.object({ default: z.array(z.string()), widest: z.array(z.string()), source: Source }),
  /** Years a closed case is kept. */
  retentionYears: z.int().positive(),
  /** For which queue and by whom it is worked. */
  queue: z.string(),
  sources: z.array(Source),
});
export type LegalBasis = z.infer<typeof LegalBasis>;
