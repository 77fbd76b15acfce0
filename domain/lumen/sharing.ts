import type { CaseRecord } from '#domain/case';
import { LUMEN_RULES, type LumenRule, NEVER_SHARED_CATEGORIES } from '#domain/catalogue/lumen';
import type { Ground } from '#domain/decision';

/**
 * The rule by which a decided demand is shared with Lumen; null where none of it is: by its basis, by what it was
 * decided to be about, or since a word of it pointed to the abuse of a child.
 */
export function sharingRule(
  { legalBasis, danger }: Pick<CaseRecord, 'legalBasis' | 'danger'>,
  category: Ground['category'],
): LumenRule | null {
  const rule = LUMEN_RULES[legalBasis];
  if (!rule.shared || danger?.signals.includes('child-safety') === true) return null;
  if (category !== undefined && NEVER_SHARED_CATEGORIES.includes(category)) return null;
  const meant = rule.categories === undefined || (category !== undefined && rule.categories.includes(category));
  return meant ? rule : null;
}
