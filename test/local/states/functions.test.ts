import fc from 'fast-check';
import jsonata from 'jsonata';
import { describe, expect, it } from 'vitest';
import { evaluateExpression, evaluateTemplate } from '#local/states/expressions/evaluate';
import { partition, range } from '#local/states/expressions/functions';
import { plainPathValue } from '#local/states/expressions/plain-path';

const value = (expression: string, bindings = {}) => evaluateExpression(`{% ${expression} %}`, 'Output', bindings);

describe('the functions that Step Functions adds to JSONata', () => {
  it.each([
    ['$partition([1,2,3,4,5], 2)', [[1, 2], [3, 4], [5]]],
    ['$range(0, 6, 2)', [0, 2, 4, 6]],
    ['$range(0, 5, 2)', [0, 2, 4]],
    ['$range(-1.7, 2, 1)', [-1, 0, 1, 2]],
    ['$range(3, 0, -1)', [3, 2, 1, 0]],
    ['$hash("input", "SHA-1")', '140f86aae51ab9e1cda9b4254fe98a74eb54c1a1'],
    ['$hash("", "MD5")', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['$random(42)', 0.7275636800328681],
    ['$parse("{\\"a\\":[1,2]}").a[1]', 2],
    ['$count($range(1, 20000, 1))', 20_000],
    ['$type($uuid())', 'string'],
    ['$random() < 1', true],
  ])('%s', async (expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });

  it('makes another version 4 UUID each time', async () => {
    const [one, two] = [await value('$uuid()'), await value('$uuid()')];
    expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(one).not.toBe(two);
  });

  it('partitions without losing or reordering anything', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (list, size) => {
        const chunks = partition(list, size) as number[][];
        expect(chunks.flat()).toEqual(list);
        for (const chunk of chunks.slice(0, -1)) expect(chunk).toHaveLength(size);
      }),
    );
  });

  it('ranges within its bounds, by its step', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99, max: 99 }),
        fc.integer({ min: -99, max: 99 }),
        fc.integer({ min: 1, max: 9 }),
        (a, b, by) => {
          const list = range(a, b, by) as number[];
          for (const [index, item] of list.entries()) expect(item).toBe(a + index * by);
          for (const item of list) expect(item).toBeLessThanOrEqual(b);
        },
      ),
    );
  });
});

describe('a plain path', () => {
  it('is what JSONata makes of it, or is left to JSONata', async () => {
    const names = fc.constantFrom('a', 'b', 'input', 'and');
    const values = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.integer(),
        fc.string(),
        fc.constant(null),
        fc.boolean(),
        tie('list'),
        tie('object'),
      ),
      list: fc.array(tie('value'), { maxLength: 3 }),
      object: fc.dictionary(names, tie('value'), { maxKeys: 3 }),
    }));
    await fc.assert(
      fc.asyncProperty(values.object, fc.array(names, { maxLength: 4 }), async (states, path) => {
        const source = ['$states', ...path].join('.');
        const plain = plainPathValue(source, { states });
        if (plain !== undefined) expect(await jsonata(source).evaluate(undefined, { states })).toEqual(plain);
      }),
    );
  });

  it('is found without the interpreter where it meets no array', () => {
    const states = { input: { a: { b: 0 }, list: [1] } };
    expect(plainPathValue('$states.input.a.b', { states })).toBe(0);
    expect(plainPathValue('$states.input.list', { states })).toBeUndefined();
    expect(plainPathValue('$states.input.a.constructor', { states })).toBeUndefined();
    expect(plainPathValue('$states.input.a.b + 1', { states })).toBeUndefined();
  });
});

describe('an expression that fails', () => {
  const start = (source: string) => `The JSONata expression '${source}' specified for the field 'Output'`;

  it.each([
    ['$states.nothing', `${start('$states.nothing')} returned nothing (undefined).`],
    [
      '1 + "a"',
      `${start('1 + "a"')} threw an error during evaluation. T2002: The right side of the "+" operator must evaluate to a number`,
    ],
    [
      '$sum("a")',
      `${start('$sum("a")')} threw an error during evaluation. T0412: Argument 1 of function "sum" must be an array of "numbers"`,
    ],
    [
      '$eval("1")',
      `${start('$eval("1")')} threw an error during evaluation. T1006: Attempted to invoke a non-function`,
    ],
  ])('says so of %s in the words of AWS', async (source, message) => {
    await expect(value(source)).rejects.toMatchObject({
      error: 'States.QueryEvaluationError',
      detail: message,
      location: 'Output',
    });
  });

  it('names the place inside a template', async () => {
    const template = { list: [1, { deep: '{% $none %}' }] };
    await expect(evaluateTemplate(template, 'Arguments', {})).rejects.toMatchObject({
      location: 'Arguments/list[1]/deep',
    });
  });

  it('refuses a function as a value', async () => {
    await expect(value('function($x){$x}')).rejects.toMatchObject({ error: 'States.QueryEvaluationError' });
  });
});
