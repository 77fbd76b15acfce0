import { elementLabel, findLegalBasis } from '#domain/catalogue/catalogue';
import { CounterNoticeElement } from '#domain/counter-notice-rule';
import { ElementId } from '#domain/legal-basis';
import type { Language } from '#domain/party';
import type { Certainty, Conclusion, Passage } from '#domain/reading/passage';
import type { Reading, ReadUrl } from '#domain/reading/reading';
import {
  COUNTER_NOTICE_NAMES,
  KIND_NAMES,
  READING_CERTAINTIES,
  READING_LABELS,
  SIGNAL_NAMES,
} from './reading-words.ts';
import { indented, section } from './sections.ts';
import { printable } from './wrap-text.ts';

const LANGUAGES = { en: { en: 'English', de: 'Englisch' }, de: { en: 'German', de: 'Deutsch' } } as const;

/** A reading for a person: each conclusion, how sure it is, and below it the passages that show it. */
export function describeReading(reading: Reading, notRead: readonly string[], language: Language): string[] {
  const label = (key: keyof typeof READING_LABELS) => READING_LABELS[key][language];
  const isDemand = reading.kind.value === 'notice' || reading.kind.value === 'order';
  const concluded = (what: string, said: string, { certainty, passages }: Conclusion<unknown>) =>
    cited(`${what}: ${said}`, certainty, passages, language);
  const lines = [
    ...reading.signals.flatMap((signal) => [
      label('signals'),
      ...indented(cited(SIGNAL_NAMES[signal.value][language], signal.certainty, signal.passages, language)),
    ]),
    ...concluded(label('kind'), KIND_NAMES[reading.kind.value][language], reading.kind),
    ...concluded(label('legalBasis'), basisName(reading, language), reading.legalBasis),
    ...concluded(label('language'), languageName(reading, language), reading.language),
    ...section(label(isDemand ? 'items' : 'putBack'), addresses(reading.items, language)),
    ...section(label('works'), addresses(reading.works, language)),
    ...section(label('unclear'), addresses(reading.unclear, language)),
    ...section(label('elements'), elements(reading, language)),
    ...section(label('missing'), names(reading.missing, reading, language)),
    ...section(label('noted'), names(reading.noted, reading, language)),
    ...section(label('dates'), reading.dates.flatMap((one) => concluded('', one.value, one)).map(withoutLabel)),
    ...section(
      label('references'),
      reading.references.map(({ value }) => value),
    ),
    ...section(label('notRead'), notRead),
    ...(reading.cut ? ['', label('cut')] : []),
  ];
  return lines.map(printable);
}

function withoutLabel(line: string): string {
  return line.replace(/^: /, '');
}

function cited(said: string, certainty: Certainty, passages: readonly Passage[], language: Language): string[] {
  return [
    `${said} (${READING_CERTAINTIES[certainty][language]})`,
    ...indented(passages.map(({ text }) => quoted(text, language))),
  ];
}

function quoted(text: string, language: Language): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return language === 'de' ? `„${line}“` : `“${line}”`;
}

function basisName({ legalBasis }: Reading, language: Language): string {
  if (legalBasis.value === null) return READING_LABELS.unknown[language];
  const name = findLegalBasis(legalBasis.value)?.name[language];
  return name === undefined ? legalBasis.value : `${legalBasis.value}, ${name}`;
}

function languageName({ language: read }: Reading, language: Language): string {
  return read.value === null ? READING_LABELS.unknown[language] : LANGUAGES[read.value][language];
}

function addresses(urls: readonly ReadUrl[], language: Language): string[] {
  return urls.flatMap(({ url, certainty, passages }) => cited(url, certainty, passages.slice(1), language));
}

function elements(reading: Reading, language: Language): string[] {
  return Object.entries(reading.elements).flatMap(([element, { certainty, passage }]) =>
    cited(elementName(element, reading, language), certainty, [passage], language),
  );
}

function names(missing: readonly string[], reading: Reading, language: Language): string[] {
  return missing.map((element) => elementName(element, reading, language));
}

function elementName(element: string, { kind, legalBasis }: Reading, language: Language): string {
  const ofCounterNotice = CounterNoticeElement.safeParse(element);
  if (kind.value === 'counter-notice' && ofCounterNotice.success) {
    return COUNTER_NOTICE_NAMES[ofCounterNotice.data][language];
  }
  const ofDemand = ElementId.safeParse(element);
  return ofDemand.success && legalBasis.value !== null
    ? elementLabel(legalBasis.value, ofDemand.data)[language]
    : element;
}
