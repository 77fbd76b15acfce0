import { describe, expect, it } from 'vitest';
import { Answers, filledElements, placesIn } from '../../domain/answers.ts';
import { ELEMENT_LABELS } from '../../domain/catalogue/elements.ts';
import { ElementId } from '../../domain/legal-basis.ts';
import { InformationRequest } from '../../domain/submission.ts';
import { toSchema } from '../../functions/http/openapi/schemas.ts';

describe('answers', () => {
  it('are described element by element, with a type, in both languages', () => {
    const { schema } = toSchema(InformationRequest, 'request');
    const { answers } = schema['properties'] as Record<string, { properties: Record<string, object>; default: object }>;
    expect(Object.keys(answers?.properties ?? {})).toEqual([...ElementId.options]);
    expect(answers).toMatchObject({ additionalProperties: false });
    expect(answers?.properties['accuracy']).toMatchObject({ type: 'boolean' });
    const { en, de } = ELEMENT_LABELS.work;
    expect(answers?.properties['work']).toEqual({ type: 'string', maxLength: 20_000, description: `${en} / ${de}` });
  });

  it.each([
    ['a declaration that was made', { accuracy: true }, ['accuracy']],
    ['a declaration that was refused', { accuracy: false }, []],
    ['words', { work: 'Das Lied' }, ['work']],
    ['no words', { work: ' \n' }, []],
  ])('with %s fill what they should', (_, answers, filled) => {
    expect(Answers.safeParse(answers).success).toBe(true);
    expect(filledElements(answers)).toEqual(filled);
  });

  it('name places', () => {
    expect(placesIn({ location: ' https://p.example/tracks/1 ', work: 'https://label.example/2' })).toEqual([
      'https://p.example/tracks/1',
    ]);
    expect(placesIn({ location: ' ' })).toEqual([]);
  });
});
