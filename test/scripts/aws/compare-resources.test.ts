import { describe, expect, it } from 'vitest';
import { compareResources, departures, deployedResources } from '../../../scripts/aws/compare-resources.ts';

const declared = (logicalId: string, type = 'AWS::SQS::Queue') => ({
  stack: 's',
  logicalId,
  type,
  properties: {},
  retained: false,
});
const described = (logicalId: string, over: Record<string, string> = {}) => ({
  logicalId,
  type: 'AWS::SQS::Queue',
  physicalId: `made-${logicalId}`,
  status: 'CREATE_COMPLETE',
  ...over,
});

describe('compareResources', () => {
  it('finds nothing where every resource was created', () => {
    expect(compareResources([declared('A'), declared('B')], [described('B'), described('A')])).toEqual([]);
  });

  it.each([
    ['one that is missing', [], ['A was not created']],
    [
      'one of another type',
      [described('A', { type: 'AWS::SNS::Topic' })],
      ['A is a AWS::SNS::Topic, not a AWS::SQS::Queue'],
    ],
    ['one that failed', [described('A', { status: 'CREATE_FAILED' })], ['A is CREATE_FAILED']],
    ['one without a name', [described('A', { physicalId: '' })], ['A has no name']],
    ['one that nobody declared', [described('A'), described('X')], ['X is in no template']],
  ])('tells of %s', (_, found, faults) => {
    expect(compareResources([declared('A')], found)).toEqual(faults);
  });
});

describe('deployedResources', () => {
  it('gives each declared resource the name under which it was made', () => {
    const found = deployedResources(
      [declared('A'), declared('B')],
      [described('A'), described('B', { physicalId: '' })],
    );
    expect(found.map(({ logicalId, physicalId }) => [logicalId, physicalId])).toEqual([['A', 'made-A']]);
  });
});

describe('departures', () => {
  const join = { 'Fn::Join': ['', ['{"a":"', { Ref: 'A' }, '","b":"', { Ref: 'B' }, '"}']] };

  it.each([
    ['more than was declared', { a: 1 }, { a: 1, b: 2 }],
    ['a number told as text', { a: 14 }, { a: '14' }],
    ['something computed', { a: { Ref: 'X' } }, { a: 'anything' }],
    ['a text put together', join, '{"a":"1","b":"2"}'],
    ['lists', [{ a: true }], [{ a: true }]],
  ])('accepts %s', (_, wanted, actual) => {
    expect(departures(wanted, actual, 'x')).toEqual([]);
  });

  it.each([
    ['another value', { a: 1 }, { a: 2 }, ['x.a is 2, not 1']],
    ['a missing value', { a: { b: 1 } }, {}, ['x.a.b is undefined, not 1']],
    ['a missing computed value', { a: { 'Fn::GetAtt': ['X', 'Arn'] } }, {}, ['x.a is missing']],
    ['a shorter list', ['a', 'b'], ['a'], ['x is ["a"], not ["a","b"]']],
    ['a text without one of its parts', join, '{"a":"1"}', ['x lacks "\\",\\"b\\":\\""']],
    ['null where something should be', { a: 1 }, null, ['x.a is undefined, not 1']],
  ])('tells of %s', (_, wanted, actual, faults) => {
    expect(departures(wanted, actual, 'x')).toEqual(faults);
  });
});
