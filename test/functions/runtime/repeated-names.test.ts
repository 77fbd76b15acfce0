import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeatedNames } from '../../../functions/runtime/repeated-names.ts';

describe('repeatedNames', () => {
  it.each([
    ['{"a":1,"a":2}', ['a']],
    ['{"a":{"b":1,"b":1},"c":[{"d":1},{"d":1,"d":2}]}', ['a.b', 'c.d']],
    [String.raw`{"a":1,"\u0061":2}`, ['a']],
    [String.raw`{"\"":1,"b":"{\"x\":1,\"x\":2}"}`, []],
    ['{"a":[1,2,"a","a"],"b":"a"}', []],
    ['["a","a",{"a":"a"},{"a":":"}]', []],
    ['{"__proto__":1,"__proto__":2,"a":{}}', ['__proto__']],
    ['"a"', []],
  ])('finds in %s: %j', (json, paths) => {
    expect(repeatedNames(json).map(({ path }) => path)).toEqual(paths);
  });

  it('finds none in what was written from a value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(repeatedNames(JSON.stringify(value))).toEqual([]);
      }),
    );
  });

  it('tells no more of them than a person reads', () => {
    expect(repeatedNames(`{${'"a":1,'.repeat(500)}"a":1}`)).toHaveLength(50);
  });
});
