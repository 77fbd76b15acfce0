import type { PartyRole } from '#domain/party';
import { isCleared } from './clearance.ts';
import type { FactSheet } from './fact-sheet.ts';
import { FIELD_RULES, type FieldRule } from './field-rules.ts';

/** One value of the fact sheet, the rule of its field, and whether one reader may see it. */
export interface FactValue {
  readonly rule: FieldRule;
  readonly value: string;
  readonly cleared: boolean;
}

const RULES_BY_PATH = new Map(FIELD_RULES.map((rule) => [rule.path, rule]));

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.flatMap(stringsIn) : [];
}

function valuesBelow(value: unknown, path: string, cleared: (rule: FieldRule) => boolean): readonly FactValue[] {
  const rule = RULES_BY_PATH.get(path);
  if (rule) return stringsIn(value).map((text) => ({ rule, value: text, cleared: cleared(rule) }));
  if (Array.isArray(value)) return value.flatMap((entry) => valuesBelow(entry, `${path}[]`, cleared));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    valuesBelow(inner, path === '' ? name : `${path}.${name}`, cleared),
  );
}

/**
 * All texts of a fact sheet with whether `audience` may see them. Clocks and confidential values carry their readers
 * themselves.
 */
export function factValues(facts: FactSheet, audience: PartyRole): readonly FactValue[] {
  const { clocks, confidential, ...rest } = facts;
  return [
    ...valuesBelow(rest, '', (rule) => isCleared(rule, audience, facts)),
    ...clocks.flatMap((clock) =>
      valuesBelow(
        { clocks: [clock] },
        '',
        (rule) => clock.audiences.includes(audience) && isCleared(rule, audience, facts),
      ),
    ),
    ...confidential.flatMap((entry) =>
      valuesBelow({ confidential: [entry] }, '', () => entry.audiences.includes(audience)),
    ),
  ];
}
