import { describe, expect, it } from 'vitest';
import { matchesEvent } from '#local/event-pattern';

const event = {
  source: 'aws.states',
  'detail-type': 'Step Functions Execution Status Change',
  resources: ['arn:a', 'arn:b'],
  detail: { status: 'FAILED', count: 7, nothing: null, flag: true, parts: [{ name: 'one' }, { name: 'two' }] },
};

// Examples after "Amazon EventBridge: comparison operators for use in event patterns".
describe('matchesEvent', () => {
  it.each<[boolean, string, object]>([
    [true, 'one of the literals', { detail: { status: ['TIMED_OUT', 'FAILED'] } }],
    [false, 'none of the literals', { detail: { status: ['TIMED_OUT'] } }],
    [false, 'a number is not its text', { detail: { count: ['7'] } }],
    [true, 'null', { detail: { nothing: [null] } }],
    [true, 'true', { detail: { flag: [true] } }],
    [true, 'an element of an array', { resources: ['arn:b'] }],
    [false, 'one field of several', { source: ['aws.states'], detail: { status: ['RUNNING'] } }],
    [true, 'a field inside an array of objects', { detail: { parts: { name: ['two'] } } }],
    [true, 'prefix', { source: [{ prefix: 'aws.' }] }],
    [false, 'prefix of another', { source: [{ prefix: 'writ.' }] }],
    [true, 'prefix in any case', { source: [{ prefix: { 'equals-ignore-case': 'AWS.' } }] }],
    [true, 'suffix', { 'detail-type': [{ suffix: 'Change' }] }],
    [false, 'prefix of a number', { detail: { count: [{ prefix: '7' }] } }],
    [true, 'equals-ignore-case', { detail: { status: [{ 'equals-ignore-case': 'failed' }] } }],
    [true, 'exists', { detail: { status: [{ exists: true }] } }],
    [true, 'exists with null', { detail: { nothing: [{ exists: true }] } }],
    [false, 'exists not', { detail: { status: [{ exists: false }] } }],
    [true, 'absent', { detail: { other: [{ exists: false }] } }],
    [true, 'absent in what is absent', { other: { part: [{ exists: false }] } }],
    [true, 'anything-but', { detail: { status: [{ 'anything-but': 'RUNNING' }] } }],
    [false, 'anything-but a list', { detail: { status: [{ 'anything-but': ['RUNNING', 'FAILED'] }] } }],
    [false, 'anything-but a prefix', { detail: { status: [{ 'anything-but': { prefix: 'FAIL' } }] } }],
    [false, 'anything-but what is absent', { detail: { other: [{ 'anything-but': 'x' }] } }],
    [true, 'numeric range', { detail: { count: [{ numeric: ['>', 5, '<=', 7] }] } }],
    [false, 'numeric out of range', { detail: { count: [{ numeric: ['>', 5, '<', 7] }] } }],
    [true, 'numeric equality', { detail: { count: [{ numeric: ['=', 7] }] } }],
    [false, 'numeric of text', { detail: { status: [{ numeric: ['=', 7] }] } }],
    [true, '$or', { $or: [{ source: ['other'] }, { detail: { count: [7] } }] }],
    [false, '$or of neither', { $or: [{ source: ['other'] }, { detail: { count: [8] } }] }],
  ])('is %s for %s', (expected, _, pattern) => {
    expect(matchesEvent(pattern, event)).toBe(expected);
  });

  it.each([
    [{ source: [{ wildcard: 'a*' }] }],
    [{ source: 'aws.states' }],
    [{ detail: { count: [{ numeric: ['~', 1] }] } }],
  ])('refuses %j', (pattern) => {
    expect(() => matchesEvent(pattern, event)).toThrow();
  });
});
