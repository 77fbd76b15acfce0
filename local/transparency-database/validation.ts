import * as z from 'zod';
import { ENUMERATIONS } from './enumerations.ts';

/** What is wrong with a statement, as the database words it: sentences by field. */
export type Errors = Readonly<Record<string, readonly string[]>>;

/** A statement as it is kept: the fields that the database knows. */
export const Fields = z.record(z.string(), z.unknown());
export type Fields = z.infer<typeof Fields>;

const REQUIRED = [
  ...['decision_ground', 'content_type', 'category', 'content_date', 'application_date', 'decision_facts'],
  ...['source_type', 'automated_detection', 'automated_decision', 'puid'],
] as const;

const LONGEST: Readonly<Record<string, number>> = {
  decision_visibility_other: 500,
  decision_monetary_other: 500,
  decision_ground_reference_url: 500,
  illegal_content_legal_ground: 500,
  illegal_content_explanation: 2_000,
  incompatible_content_ground: 500,
  incompatible_content_explanation: 2_000,
  content_type_other: 500,
  category_specification_other: 500,
  decision_facts: 5_000,
  source_identity: 500,
  puid: 500,
};

/** Earliest and latest day by field; no rule looks whether an end lies before its start. */
const DAYS: Readonly<Record<string, readonly [string, string]>> = {
  content_date: ['2000-01-01', '2038-01-01'],
  application_date: ['2020-01-01', '2038-01-01'],
  end_date_visibility_restriction: ['0000-01-01', '2038-01-01'],
  end_date_monetary_restriction: ['0000-01-01', '2038-01-01'],
  end_date_service_restriction: ['0000-01-01', '2038-01-01'],
  end_date_account_restriction: ['0000-01-01', '2038-01-01'],
};

/** A field that belongs to a value of another: required with it, dropped in silence without it. */
const BELONGS: readonly (readonly [field: string, to: string, value: string])[] = [
  ['decision_visibility_other', 'decision_visibility', 'DECISION_VISIBILITY_OTHER'],
  ['decision_monetary_other', 'decision_monetary', 'DECISION_MONETARY_OTHER'],
  ['content_type_other', 'content_type', 'CONTENT_TYPE_OTHER'],
  ['illegal_content_legal_ground', 'decision_ground', 'DECISION_GROUND_ILLEGAL_CONTENT'],
  ['illegal_content_explanation', 'decision_ground', 'DECISION_GROUND_ILLEGAL_CONTENT'],
  ['incompatible_content_ground', 'decision_ground', 'DECISION_GROUND_INCOMPATIBLE_CONTENT'],
  ['incompatible_content_explanation', 'decision_ground', 'DECISION_GROUND_INCOMPATIBLE_CONTENT'],
];

const DECISIONS = ['decision_visibility', 'decision_monetary', 'decision_provision', 'decision_account'] as const;

function named(field: string): string {
  return field.replaceAll('_', ' ');
}

function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'string' && value.trim() === '';
}

function holds(fields: Fields, field: string, value: string): boolean {
  const given = fields[field];
  return given === value || (Array.isArray(given) && given.includes(value));
}

/** What is wrong with a statement; nothing when the database would take it. */
export function errorsOf(fields: Fields): Errors {
  const found = [...required(fields), ...enumerated(fields), ...measured(fields), ...dated(fields), ...formed(fields)];
  const errors: Record<string, string[]> = {};
  for (const [field, sentence] of found) errors[field] = [...(errors[field] ?? []), sentence];
  return errors;
}

type Found = readonly [field: string, sentence: string];

function required(fields: Fields): Found[] {
  const always = REQUIRED.filter((field) => isBlank(fields[field])).map((field): Found => [field, isRequired(field)]);
  const belonging = BELONGS.filter(([field, to, value]) => holds(fields, to, value) && isBlank(fields[field])).map(
    ([field, to]): Found => [field, `The ${named(field)} field is required when ${named(to)} is present.`],
  );
  const undecided = DECISIONS.every((field) => isBlank(fields[field]));
  const decisions = DECISIONS.map((field): Found => {
    const others = DECISIONS.filter((other) => other !== field).map(named);
    return [field, `The ${named(field)} field is required when none of ${others.join(' / ')} are present.`];
  });
  return [...always, ...belonging, ...(undecided ? decisions : [])];
}

function isRequired(field: string): string {
  return `The ${named(field)} field is required.`;
}

function enumerated(fields: Fields): Found[] {
  return Object.entries(ENUMERATIONS).flatMap(([field, { values, several }]): Found[] => {
    const given = fields[field];
    if (isBlank(given)) return [];
    if (several && !Array.isArray(given)) return [[field, `The ${named(field)} field must be an array.`]];
    const chosen: readonly unknown[] = Array.isArray(given) && several ? given : [given];
    const known = chosen.every((value) => typeof value === 'string' && values.includes(value));
    return known ? [] : [[field, `The selected ${named(field)} is invalid.`]];
  });
}

function measured(fields: Fields): Found[] {
  return Object.entries(LONGEST).flatMap(([field, longest]): Found[] => {
    const given = fields[field];
    if (isBlank(given)) return [];
    if (typeof given !== 'string') return [[field, `The ${named(field)} field must be a string.`]];
    const characters = [...given].length;
    return characters > longest
      ? [[field, `The ${named(field)} field must not be greater than ${longest} characters.`]]
      : [];
  });
}

function dated(fields: Fields): Found[] {
  return Object.entries(DAYS).flatMap(([field, [first, last]]): Found[] => {
    const given = fields[field];
    if (isBlank(given)) return [];
    const day = z.iso.date().safeParse(given).data;
    if (day === undefined) return [[field, `The ${named(field)} field must match the format Y-m-d.`]];
    if (day < first) return [[field, `The ${named(field)} field must be a date after or equal to ${first}.`]];
    return day > last ? [[field, `The ${named(field)} field must be a date before or equal to ${last}.`]] : [];
  });
}

function formed(fields: Fields): Found[] {
  const { puid, decision_ground_reference_url: url, content_id: ids } = fields;
  const isForm = typeof puid !== 'string' || isBlank(puid) || /^[a-zA-Z0-9\-_]+$/.test(puid);
  const isUrl = isBlank(url) || (typeof url === 'string' && URL.canParse(url));
  const isId = isBlank(ids) || z.object({ 'EAN-13': z.string().regex(/^\d{13}$/) }).safeParse(ids).success;
  return [
    ...(isForm ? [] : [['puid', 'The puid field format is invalid.'] as const]),
    ...(isUrl ? [] : [['decision_ground_reference_url', 'The reference url field must be a valid URL.'] as const]),
    ...(isId ? [] : [['content_id.EAN-13', 'The EAN-13 field format is invalid.'] as const]),
  ];
}

/** A statement as it is stored: without what its other fields make meaningless, the scope in order and without repeats. */
export function stored(fields: Fields): Fields {
  const dropped = new Set(BELONGS.filter(([, to, value]) => !holds(fields, to, value)).map(([field]) => field));
  if (holds(fields, 'source_type', 'SOURCE_VOLUNTARY')) dropped.add('source_identity');
  const { territorial_scope: scope, category_addition: additions, category } = fields;
  const kept = Object.entries(fields).filter(([field, value]) => !dropped.has(field) && !isBlank(value));
  return {
    ...Object.fromEntries(kept),
    ...(Array.isArray(scope) && { territorial_scope: [...new Set(scope)].sort() }),
    ...(Array.isArray(additions) && { category_addition: additions.filter((value) => value !== category) }),
  };
}
