import { ELEMENT_LABELS } from '#domain/catalogue/elements';
import type { Bilingual } from '#domain/clock';
import type { ElementId, ElementRule, LegalBasis } from '#domain/legal-basis';
import type { Source } from '#domain/source';
import type { ConcernId } from './concerns.ts';
import { findConcern } from './concerns.ts';
import type { FieldId } from './draft.ts';

/** The parts of the form, in the order in which they are asked. */
export const STEPS = ['about', 'items', 'reasons', 'you', 'declarations', 'check'] as const;
export type StepId = (typeof STEPS)[number];

/** One question of the form, why it is asked, and what its lack means. */
export interface Question {
  readonly field: FieldId;
  readonly step: StepId;
  /** What the law calls it and where it says so; null for what is only useful. */
  readonly reason: { readonly label: Bilingual; readonly source: Source } | null;
  /** `optional`: nobody misses it. The others as the legal basis weighs them. */
  readonly weight: ElementRule['weight'] | 'optional';
}

/** The fields by which the elements of a notice are given. Elements that only orders have are absent. */
const FIELDS: Readonly<Partial<Record<ElementId, readonly FieldId[]>>> = {
  location: ['items'],
  explanation: ['explanation'],
  meaning: ['meaning'],
  inaccuracies: ['inaccuracies'],
  work: ['works'],
  mark: ['works'],
  name: ['name'],
  email: ['email'],
  contact: ['email'],
  'good-faith': ['goodFaith'],
  accuracy: ['accurate'],
  authorised: ['authorised'],
  'penalty-of-perjury': ['underPenaltyOfPerjury'],
  'affected-person': ['affectedPerson'],
  'non-consent': ['withoutConsent'],
  'poster-unknown': ['posterUnknown'],
  signature: ['signature'],
};

/** Where each field is asked, in the order of the form. */
const STEP_OF: Readonly<Record<FieldId, StepId>> = {
  items: 'items',
  works: 'reasons',
  explanation: 'reasons',
  meaning: 'reasons',
  inaccuracies: 'reasons',
  earlierCase: 'reasons',
  attachments: 'reasons',
  name: 'you',
  email: 'you',
  affectedPerson: 'declarations',
  withoutConsent: 'declarations',
  authorised: 'declarations',
  posterUnknown: 'declarations',
  removedBefore: 'declarations',
  goodFaith: 'declarations',
  accurate: 'declarations',
  underPenaltyOfPerjury: 'declarations',
  passOnDetails: 'declarations',
  signature: 'declarations',
};
const ORDER = Object.keys(STEP_OF);

/** The questions that a legal basis needs answered, in the order of the form; each has its reason. */
export function questionsOf(basis: LegalBasis, concern: ConcernId | null): readonly Question[] {
  const { signal, sensitive = false } = findConcern(concern) ?? {};
  const asked = basis.elements.flatMap((rule) =>
    (FIELDS[rule.element] ?? []).map((field): Question => {
      const { label, source, exempt } = rule;
      if (exempt !== undefined && exempt.signal === signal) {
        return { field, step: STEP_OF[field], reason: { label, source: exempt.source }, weight: 'optional' };
      }
      return { field, step: STEP_OF[field], reason: { label, source }, weight: rule.weight };
    }),
  );
  const isExplained = asked.some(({ step }) => step === 'reasons');
  const more = usefulTo(basis, isExplained && !sensitive).filter(({ field }) =>
    asked.every((question) => question.field !== field),
  );
  return [...asked, ...more].toSorted((one, other) => ORDER.indexOf(one.field) - ORDER.indexOf(other.field));
}

/** What no element asks for and still serves the sender or the procedure. */
function usefulTo(basis: LegalBasis, takesFiles: boolean): readonly Question[] {
  const optional = (field: FieldId, reason: Question['reason'] = null): Question => ({
    field,
    step: STEP_OF[field],
    reason,
    weight: 'optional',
  });
  const contact = basis.elements.find(({ element }) => element === 'contact');
  const hearing = basis.hearing ?? null;
  return [
    ...(contact === undefined ? [] : [optional('name', { label: ELEMENT_LABELS.name, source: contact.source })]),
    optional('email'),
    ...(takesFiles ? [optional('attachments')] : []),
    ...(basis.senderDisclosed === 'with-consent' ? [optional('passOnDetails')] : []),
    ...(hearing === null || hearing.onRepeat === null ? [] : [optional('removedBefore')]),
    ...(basis.impartial ? [optional('earlierCase')] : []),
  ];
}

/** The steps that have something to ask; all of them before a basis is chosen. */
export function stepsOf(questions: readonly Question[] | null): readonly StepId[] {
  if (questions === null) return STEPS;
  return STEPS.filter((step) => step === 'about' || step === 'check' || questions.some((one) => one.step === step));
}
