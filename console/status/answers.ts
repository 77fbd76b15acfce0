import type * as z from 'zod';
import { ELEMENT_ANSWERS } from '#domain/catalogue/elements';
import type { ElementId } from '#domain/legal-basis';
import type { InformationRequest } from '#domain/submission';

/** What is typed in for the elements that are missing: words, or `true` for what is declared. */
export type TypedAnswers = Readonly<Partial<Record<ElementId, string | boolean>>>;

/**
 * The body of `POST …/information` for what was filled in; null where that is nothing.
 * @param place the address of another item, or empty
 */
export function toInformation(typed: TypedAnswers, place: string): z.input<typeof InformationRequest> | null {
  const answers = Object.fromEntries(
    Object.entries(typed).flatMap(([element, answer]) => {
      const given = typeof answer === 'string' ? answer.trim() : answer;
      return given === undefined || given === '' || given === false ? [] : [[element, given]];
    }),
  );
  const items = place.trim() === '' ? [] : [{ url: place.trim() }];
  return Object.keys(answers).length + items.length === 0 ? null : { answers, items };
}

/** Whether an element is declared by a tick. */
export function isDeclared(element: ElementId): boolean {
  return ELEMENT_ANSWERS[element] === 'declared';
}
