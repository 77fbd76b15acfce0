import { findLegalBasis } from '../catalogue/catalogue.ts';
import { judgeCompleteness } from '../completeness.ts';
import { CounterNoticeElement } from '../counter-notice-rule.ts';
import type { DangerSignal } from '../danger-words.ts';
import { ElementId, type LegalBasisId } from '../legal-basis.ts';
import type { ReadElementId } from './element-words.ts';
import type { MessageKind } from './message-kind.ts';
import { passageAt } from './passage.ts';
import { datesIn } from './read-dates.ts';
import { findElement } from './read-elements.ts';
import { referencesIn } from './read-references.ts';
import type { ReadElement, Reading, ReadUrl } from './reading.ts';
import type { TakenApart } from './taken-apart.ts';

/** What the elements of a message are judged by. */
export interface ElementInputs {
  readonly message: TakenApart;
  readonly words: string;
  readonly kind: MessageKind;
  readonly basis: LegalBasisId | null;
  readonly items: readonly ReadUrl[];
  readonly works: readonly ReadUrl[];
}

/** The elements that a message holds of those that its legal basis asks for, each with the passage that shows it. */
export function elementsOf({ message, words, kind, basis, items, works }: ElementInputs): Reading['elements'] {
  const found: Partial<Record<ReadElementId, ReadElement>> = {};
  for (const element of asked(kind, basis)) {
    const read =
      byPlace(element, items, works) ?? byDate(element, message.text, words) ?? findElement(element, message, words);
    if (read !== null) found[element] = read;
  }
  return found;
}

function asked(kind: MessageKind, basis: LegalBasisId | null): readonly ReadElementId[] {
  if (kind === 'counter-notice') return CounterNoticeElement.options;
  const isDemand = kind === 'notice' || kind === 'order';
  return isDemand && basis !== null ? (findLegalBasis(basis)?.elements.map(({ element }) => element) ?? []) : [];
}

function byPlace(element: ReadElementId, items: readonly ReadUrl[], works: readonly ReadUrl[]): ReadElement | null {
  const [first] = element === 'location' || element === 'items' ? items : element === 'work' ? works : [];
  const passage = first?.passages[0];
  return first === undefined || passage === undefined ? null : { certainty: first.certainty, passage };
}

function byDate(element: ReadElementId, text: string, words: string): ReadElement | null {
  const [found] =
    element === 'issued-at' ? datesIn(words) : element === 'order-reference' ? referencesIn(text, words) : [];
  return found === undefined ? null : { certainty: 'uncertain', passage: passageAt(text, found.start, found.end) };
}

/** What is asked for and nothing shows, and what is asked for as a form only. */
export function absentOf(
  kind: MessageKind,
  basis: LegalBasisId | null,
  elements: Reading['elements'],
  signals: readonly DangerSignal[],
): Pick<Reading, 'missing' | 'noted'> {
  if (kind === 'counter-notice') {
    return { missing: CounterNoticeElement.options.filter((element) => elements[element] === undefined), noted: [] };
  }
  const rule = basis === null || asked(kind, basis).length === 0 ? null : findLegalBasis(basis);
  if (rule === null) return { missing: [], noted: [] };
  const present = ElementId.options.filter((element) => elements[element] !== undefined);
  const { missing, noted } = judgeCompleteness(rule, present, elements.location !== undefined, { signals });
  return { missing, noted };
}
