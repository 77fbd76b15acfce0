import * as z from 'zod';
import { ELEMENT_ANSWERS, ELEMENT_LABELS } from './catalogue/elements.ts';
import { ElementId } from './legal-basis.ts';

const LONGEST_TEXT = 20_000;
const LONGEST_PLACE = 2_000;

/** The answers of a sender by element: `true` for what is declared, words for the rest; nothing else is taken. */
export const Answers = z.strictObject(Object.fromEntries(ElementId.options.map((id) => [id, answerTo(id)])));

/** Answers as kept; elements that the catalogue has dropped since stay readable. */
export const KeptAnswers = z.record(z.string(), z.union([z.string(), z.boolean()]).optional());
export type KeptAnswers = z.infer<typeof KeptAnswers>;

/** The elements that answers fill: a declaration that was made, or words that say something. */
export function filledElements(answers: KeptAnswers): readonly ElementId[] {
  return ElementId.options.filter((element) => {
    const answer = answers[element];
    return typeof answer === 'string' ? answer.trim() !== '' : answer === true;
  });
}

/** The places named by answers, each a URL. */
export function placesIn(answers: KeptAnswers): readonly string[] {
  return ElementId.options.flatMap((element) => {
    const place = ELEMENT_ANSWERS[element] === 'place' ? answers[element] : undefined;
    return typeof place === 'string' && place.trim() !== '' ? [place.trim()] : [];
  });
}

function answerTo(element: ElementId): z.ZodOptional<z.ZodBoolean | z.ZodString> {
  const { en, de } = ELEMENT_LABELS[element];
  const label = `${en} / ${de}`;
  switch (ELEMENT_ANSWERS[element]) {
    case 'declared':
      return z.boolean({ error: 'true or false: it is declared or not' }).optional().describe(`${label}: true`);
    case 'in-words':
      return z.string({ error: 'a text' }).max(LONGEST_TEXT).optional().describe(label);
    case 'place':
      return z.string({ error: 'a URL' }).max(LONGEST_PLACE).optional().describe(`${label}; several go into "items"`);
  }
}
