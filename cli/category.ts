import { CATEGORIES } from '#domain/transparency-database/enumerations';

/** A category of the DSA Transparency Database as people write it: `scams-and-fraud`. */
export function shortCategory(category: (typeof CATEGORIES)[number]): string {
  return category.replace('STATEMENT_CATEGORY_', '').toLowerCase().replaceAll('_', '-');
}

/** All of them. */
export const SHORT_CATEGORIES: readonly string[] = CATEGORIES.map(shortCategory);

/** The category that is written so, or undefined. */
export function categoryNamed(short: string): (typeof CATEGORIES)[number] | undefined {
  return CATEGORIES.find((category) => shortCategory(category) === short);
}
