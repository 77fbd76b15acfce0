/**
 * Words that say in a text that somebody did not consent, in English and German: regular expressions without regard to
 * case. The law asks for a brief statement in good faith and for no form (Pub. L. 119-12 § 3(a)(1)(B)(iii)).
 */
const NO_CONSENT = [
  "without (?:my|his|her|their|any|the \\p{L}+(?:’s|'s)?) (?:\\p{L}+ )?(?:consent|permission|knowledge)",
  'non-?consensual',
  "(?:did|do|does) ?(?:not|n’t|n't) (?:\\p{L}+ )?consent",
  '(?:has|have|had) (?:not|never) (?:\\p{L}+ )?consented',
  'never (?:gave|given|consented)',
  'ohne (?:meine|seine|ihre|deren|dessen|jede|die)(?:\\p{L}*) (?:\\p{L}+ )?(?:einwilligung|zustimmung|erlaubnis|einverständnis|wissen)',
  '(?:nicht|nie|niemals) (?:\\p{L}+ )?(?:eingewilligt|zugestimmt|erlaubt|einverstanden)',
  'nicht einvernehmlich',
] as const;

const PATTERN = new RegExp(`(?<!\\p{L})(?:${NO_CONSENT.join('|')})(?!\\p{L})`, 'iu');

/** Tells whether a text says that somebody did not consent. A person reads it all the same before it is upheld. */
export function saysNoConsent(text: string | null | undefined): boolean {
  return PATTERN.test(text ?? '');
}
