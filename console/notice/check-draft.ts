import { NoticeRequest, Submitter } from '#domain/submission';
import { basisOf } from './concerns.ts';
import { type Draft, type FieldId, isDeclaration, isText } from './draft.ts';
import { type Question, questionsOf, type StepId } from './questions.ts';

/** What can be wrong with an answer. */
export type FaultKind = 'unanswered' | 'no-concern' | 'no-basis' | 'no-address' | 'no-url' | 'no-email' | 'no-case';

/** Something of a step to look at again. */
export interface Fault {
  /** The id of the control on the page. */
  readonly target: string;
  readonly kind: FaultKind;
  /** The question that is not answered; null where the kind says it all. */
  readonly field: FieldId | null;
  /** False where the notice can be sent all the same: what is missing in law is asked for later, never refused. */
  readonly blocks: boolean;
}

/** The id of the control of an item or a work, by its place in the list. */
export function rowTarget(list: 'items' | 'works', index: number): string {
  return `${list}-${index}`;
}

/** What is wrong with, or missing from, the answers of a step. */
export function faultsOf(draft: Draft, step: StepId): readonly Fault[] {
  const basis = basisOf(draft.concern, draft.basis);
  if (draft.concern === null) return [{ target: 'concern', kind: 'no-concern', field: null, blocks: true }];
  if (basis === null) return [{ target: 'basis', kind: 'no-basis', field: null, blocks: true }];
  return questionsOf(basis, draft.concern)
    .filter((question) => question.step === step)
    .flatMap((question) => faultsOfAnswer(draft, question));
}

function faultsOfAnswer(draft: Draft, { field, weight }: Question): readonly Fault[] {
  if (field === 'items') return faultsOfItems(draft);
  const target = field === 'works' ? rowTarget('works', 0) : field;
  const malformed = malformedOf(draft, field);
  if (malformed !== null) return [{ target, kind: malformed, field: null, blocks: true }];
  if (weight === 'optional' || weight === 'formal' || isAnswered(draft, field)) return [];
  return [{ target, kind: 'unanswered', field, blocks: false }];
}

function faultsOfItems({ items }: Draft): readonly Fault[] {
  const anyAddress = items.some(({ url }) => url.trim() !== '');
  return items.flatMap(({ url, note }, index): readonly Fault[] => {
    const target = rowTarget('items', index);
    if (url.trim() !== '') {
      return URL.canParse(url.trim()) ? [] : [{ target, kind: 'no-url', field: null, blocks: false }];
    }
    // Without an address the note would be dropped, and nobody would notice.
    if (note.trim() !== '') return [{ target, kind: 'no-address', field: null, blocks: true }];
    return anyAddress || index > 0 ? [] : [{ target, kind: 'unanswered', field: 'items', blocks: false }];
  });
}

function isAnswered(draft: Draft, field: FieldId): boolean {
  if (field === 'attachments') return true;
  if (field === 'items') return draft.items.some(({ url }) => url.trim() !== '');
  if (field === 'works') return draft.works.some(({ description, url }) => `${description}${url}`.trim() !== '');
  return isDeclaration(field) ? draft.declared.includes(field) : draft.texts[field].trim() !== '';
}

function malformedOf({ texts }: Draft, field: FieldId): FaultKind | null {
  const text = isText(field) ? texts[field].trim() : '';
  if (text === '') return null;
  if (field === 'email') return Submitter.shape.email.safeParse(text).success ? null : 'no-email';
  if (field === 'earlierCase') return NoticeRequest.shape.earlierCase.safeParse(text).success ? null : 'no-case';
  return null;
}
