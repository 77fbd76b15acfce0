import * as z from 'zod';
import { EEA_COUNTRIES } from '#domain/territory';
import {
  ACCOUNT_DECISIONS,
  ACCOUNT_TYPES,
  AUTOMATED_DECISIONS,
  CATEGORIES,
  CONTENT_TYPES,
  GROUNDS,
  MONETARY_DECISIONS,
  PROVISION_DECISIONS,
  SOURCE_TYPES,
  VISIBILITY_DECISIONS,
} from './enumerations.ts';
import { KEYWORDS } from './keywords.ts';

/** The official languages of the Union, upper-case ISO 639-1: lower case is refused, and Greek is `EL`. */
const LANGUAGES = [
  ...['BG', 'HR', 'CS', 'DA', 'NL', 'EN', 'ET', 'FI', 'FR', 'DE', 'EL', 'HU'],
  ...['GA', 'IT', 'LV', 'LT', 'MT', 'PL', 'PT', 'RO', 'SK', 'SL', 'ES', 'SV'],
] as const;

/** The first day of content, the first day of a decision under the Act, and the last day of either. */
const FIRST_CONTENT = '2000-01-01';
const FIRST_DECISION = '2020-01-01';
const LAST_DAY = '2038-01-01';

function text(longest: number): z.ZodString {
  return z.string().max(longest).regex(/\S/);
}

function day(first: string): z.ZodType<string> {
  return z.iso.date().refine((date) => date >= first && date <= LAST_DAY);
}

function several<const Values extends readonly string[]>(values: Values) {
  return z.array(z.enum(values)).min(1);
}

const Fields = z.strictObject({
  decision_visibility: several(VISIBILITY_DECISIONS).optional(),
  decision_visibility_other: text(500).optional(),
  decision_monetary: z.enum(MONETARY_DECISIONS).optional(),
  decision_monetary_other: text(500).optional(),
  decision_provision: z.enum(PROVISION_DECISIONS).optional(),
  decision_account: z.enum(ACCOUNT_DECISIONS).optional(),
  account_type: z.enum(ACCOUNT_TYPES).optional(),
  decision_ground: z.enum(GROUNDS),
  decision_ground_reference_url: z.url().max(500).optional(),
  illegal_content_legal_ground: text(500).optional(),
  illegal_content_explanation: text(2_000).optional(),
  incompatible_content_ground: text(500).optional(),
  incompatible_content_explanation: text(2_000).optional(),
  incompatible_content_illegal: z.enum(['Yes', 'No']).optional(),
  content_type: several(CONTENT_TYPES),
  content_type_other: text(500).optional(),
  category: z.enum(CATEGORIES),
  category_addition: several(CATEGORIES).optional(),
  category_specification: several(KEYWORDS).optional(),
  category_specification_other: text(500).optional(),
  /** Greece is `GR`; nothing outside the European Economic Area. */
  territorial_scope: several(EEA_COUNTRIES),
  content_language: z.enum(LANGUAGES).optional(),
  content_date: day(FIRST_CONTENT),
  application_date: day(FIRST_DECISION),
  /** None: without an end. */
  end_date_visibility_restriction: day(FIRST_DECISION).optional(),
  end_date_monetary_restriction: day(FIRST_DECISION).optional(),
  end_date_service_restriction: day(FIRST_DECISION).optional(),
  end_date_account_restriction: day(FIRST_DECISION).optional(),
  decision_facts: text(5_000),
  source_type: z.enum(SOURCE_TYPES),
  source_identity: text(500).optional(),
  automated_detection: z.enum(['Yes', 'No']),
  automated_decision: z.enum(AUTOMATED_DECISIONS),
  /** The platform's own identifier of the statement, which is never used again for another. */
  puid: z
    .string()
    .max(500)
    .regex(/^[A-Za-z0-9_-]+$/),
});
type Fields = z.infer<typeof Fields>;

/** The fields that break a rule that spans several of them. */
function atOdds(fields: Fields): (keyof Fields)[] {
  return [...withoutDecision(fields), ...groundAtOdds(fields), ...othersAtOdds(fields), ...endsBeforeStart(fields)];
}

function withoutDecision(fields: Fields): (keyof Fields)[] {
  const { decision_visibility, decision_monetary, decision_provision, decision_account } = fields;
  const decided = [decision_visibility, decision_monetary, decision_provision, decision_account];
  return decided.every((decision) => decision === undefined) ? ['decision_visibility'] : [];
}

const ILLEGAL = ['illegal_content_legal_ground', 'illegal_content_explanation'] as const;
const INCOMPATIBLE = ['incompatible_content_ground', 'incompatible_content_explanation'] as const;

/** The texts of the ground are there, and those of the other are not: the database would drop them in silence. */
function groundAtOdds(fields: Fields): (keyof Fields)[] {
  const isIllegal = fields.decision_ground === 'DECISION_GROUND_ILLEGAL_CONTENT';
  const [needed, foreign] = isIllegal ? [ILLEGAL, INCOMPATIBLE] : [INCOMPATIBLE, ILLEGAL];
  const misplaced = isIllegal && fields.incompatible_content_illegal !== undefined;
  return [
    ...needed.filter((field) => fields[field] === undefined),
    ...foreign.filter((field) => fields[field] !== undefined),
    ...(misplaced ? (['incompatible_content_illegal'] as const) : []),
  ];
}

/** What `OTHER` is, is said where it is chosen and nowhere else; the main category is no addition to itself. */
function othersAtOdds(fields: Fields): (keyof Fields)[] {
  const chosen: readonly (readonly [keyof Fields, boolean])[] = [
    ['decision_visibility_other', fields.decision_visibility?.includes('DECISION_VISIBILITY_OTHER') === true],
    ['decision_monetary_other', fields.decision_monetary === 'DECISION_MONETARY_OTHER'],
    ['content_type_other', fields.content_type.includes('CONTENT_TYPE_OTHER')],
  ];
  const specified = fields.category_specification?.includes('KEYWORD_OTHER') === true;
  return [
    ...chosen.filter(([field, isOther]) => (fields[field] !== undefined) !== isOther).map(([field]) => field),
    ...(fields.category_specification_other !== undefined && !specified
      ? (['category_specification_other'] as const)
      : []),
    ...(fields.category_addition?.includes(fields.category) === true ? (['category_addition'] as const) : []),
  ];
}

const ENDS = [
  'end_date_visibility_restriction',
  'end_date_monetary_restriction',
  'end_date_service_restriction',
  'end_date_account_restriction',
] as const;

/** The database's documentation demands it, its code does not look. */
function endsBeforeStart(fields: Fields): (keyof Fields)[] {
  return ENDS.filter((field) => (fields[field] ?? fields.application_date) < fields.application_date);
}

/**
 * Tells whether a statement can give this end (RFC 3339) in any zone. To leave a later one out is no way around the limit:
 * without an end date the restriction would be published as one without an end.
 */
export function canStateEnd(until: string): boolean {
  return Date.parse(until) < Date.parse(`${LAST_DAY}T00:00:00Z`);
}

/**
 * One statement of reasons as the DSA Transparency Database takes it (Reg. (EU) 2022/2065 Art 24(5)); dates are civil
 * dates of the platform's legal zone. Limits and conditions are those of `StatementStoreRequest.php` in the database's
 * public repository at 69e80a0b and of its documentation, whichever is stricter: production may differ.
 */
export const Statement = Fields.superRefine((fields, context) => {
  for (const field of atOdds(fields)) context.addIssue({ code: 'custom', path: [field], message: 'at odds' });
});
export type Statement = z.infer<typeof Statement>;

/** A statement that may be sent, or the fields for which it may not. */
export type Checked =
  | { readonly kind: 'good'; readonly statement: Statement }
  | { readonly kind: 'bad'; readonly fields: readonly string[] };

/** Checks a statement against every rule that the database is known to have, before it is sent. */
export function checkStatement(draft: unknown): Checked {
  const parsed = Statement.safeParse(draft);
  if (parsed.success) return { kind: 'good', statement: parsed.data };
  const fields = parsed.error.issues.flatMap(({ code, path, ...issue }) =>
    code === 'unrecognized_keys' && 'keys' in issue ? [...issue.keys] : [String(path[0] ?? 'statement')],
  );
  return { kind: 'bad', fields: [...new Set(fields)] };
}
