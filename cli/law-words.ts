import type { Bilingual } from '#domain/clock';
import type { Language } from '#domain/party';

/** A unit of a period by its letter in ISO 8601: one of it, and several. */
const UNITS: Readonly<Record<string, readonly [one: string, several: string]>> = {
  H: ['Stunde', 'Stunden'],
  D: ['Tag', 'Tage'],
  W: ['Woche', 'Wochen'],
  M: ['Monat', 'Monate'],
  Y: ['Jahr', 'Jahre'],
};

/** What the rule of a clock says beside its length. */
const COUNTING: readonly Bilingual[] = [
  { en: ' elapsed', de: ', durchgehend gezählt' },
  { en: ', Saturdays, Sundays and holidays disregarded', de: ' ohne Samstage, Sonntage und Feiertage' },
  { en: ', rolls to the next working day', de: ', verschoben auf den nächsten Arbeitstag' },
  { en: 'as ordered', de: 'wie angeordnet' },
];

/** What the source of a clock says beside the name and the place of the law, which stay as they are. */
const REMARKS: readonly Bilingual[] = [
  { en: 'Policy of the platform; no rule of law', de: 'Vorgabe der Plattform; keine Rechtsvorschrift' },
  { en: 'The order: sealed, or not to be disclosed until a date', de: 'Die Anordnung: geheim bis zu einem Datum' },
  { en: 'The text of the order, from its service', de: 'Der Text der Anordnung, ab ihrer Zustellung' },
  { en: ': at most six weeks, and once more six weeks', de: ': höchstens sechs Wochen, einmal weitere sechs' },
  { en: '; business days are not defined there', de: '; Arbeitstage sind dort nicht bestimmt' },
  { en: ': expeditiously; our own target', de: ': zügig; eigenes Ziel' },
  { en: ': timely; our own target', de: ': zeitnah; eigenes Ziel' },
  { en: ': without undue delay; our own target', de: ': unverzüglich; eigenes Ziel' },
  { en: ': without undue delay', de: ': unverzüglich' },
  { en: ' and the order', de: ' und die Anordnung' },
  { en: ' as amended ', de: ' in der Fassung von ' },
  { en: ', inserted ', de: ', eingefügt ' },
  { en: ' and ', de: ' und ' },
  { en: ' of 2026', de: ' von 2026' },
];

/** The rule of a clock, as `PT72H elapsed`, in the words of a language. */
export function ruleInWords(rule: string, language: Language): string {
  if (language === 'en') return rule;
  const counted = translated(rule, COUNTING)
    .replace(/PT?(\d+)([HDWMY])/, (_, amount: string, unit: string) => lengthOf(amount, UNITS[unit] ?? [unit, unit]))
    .replace(/(\d+) business days?/, (_, amount: string) => lengthOf(amount, ['Arbeitstag', 'Arbeitstage']));
  return counted;
}

/** The source of a clock in a language, as far as it is more than the name of a law. */
export function sourceInWords(cite: string, language: Language): string {
  return language === 'en' ? cite : translated(cite, REMARKS);
}

function translated(text: string, phrases: readonly Bilingual[]): string {
  return phrases.reduce((said, { en, de }) => said.replace(en, de), text);
}

function lengthOf(amount: string, [one, several]: readonly [string, string]): string {
  return `${amount} ${amount === '1' ? one : several}`;
}
