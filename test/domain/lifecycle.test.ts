import { describe, expect, it } from 'vitest';
import { allows, CaseState, stateAfter, statesBefore, TRANSITIONS, type TransitionName } from '#domain/lifecycle';
import { expandTerritories, isWithin, Territory } from '#domain/territory';

/** The states reached by making changes one after the other; a change that is not allowed ends the walk. */
function walk(changes: readonly TransitionName[]): readonly CaseState[] {
  const states: CaseState[] = ['received'];
  for (const change of changes) {
    if (!allows(change, states.at(-1) ?? 'closed')) break;
    states.push(stateAfter(change));
  }
  return states;
}

describe('the life of a case', () => {
  it('follows the usual path', () => {
    expect(
      walk([
        'startValidation',
        'sendToReview',
        'holdForApproval',
        'act',
        'finishActing',
        'finishProving',
        'finishNotifying',
        'close',
      ]),
    ).toEqual([
      'received',
      'validating',
      'in-review',
      'awaiting-approval',
      'acting',
      'proving',
      'notifying',
      'sealing',
      'closed',
    ]);
  });

  it('acts first, then reviews, then confirms', () => {
    expect(
      walk([
        'startValidation',
        'actFirst',
        'finishActing',
        'finishProving',
        'sendToReview',
        'holdForApproval',
        'confirm',
        'close',
      ]).at(-1),
    ).toBe('closed');
  });

  it('restores what falls in review, and what was closed', () => {
    const restored = ['restore', 'finishRestoring', 'finishProving', 'finishNotifying', 'close'] as const;
    expect(
      walk(['startValidation', 'actFirst', 'finishActing', 'finishProving', 'sendToReview', ...restored]).at(-1),
    ).toBe('closed');
    expect(
      walk(['startValidation', 'sendToReview', 'answerWithoutEffect', 'finishNotifying', 'close', ...restored]).at(-1),
    ).toBe('closed');
  });

  it('cannot close without sealing, act without review, or withdraw what is already dark', () => {
    expect(allows('close', 'notifying')).toBe(false);
    expect(allows('act', 'validating')).toBe(false);
    expect(allows('withdraw', 'acting')).toBe(false);
    expect(allows('startValidation', 'closed')).toBe(false);
  });

  it('derives the database condition from the same list', () => {
    for (const name of Object.keys(TRANSITIONS) as TransitionName[]) {
      expect(CaseState.options.filter((state) => allows(name, state)).sort()).toEqual([...statesBefore(name)].sort());
    }
  });

  it('hears before deciding, and goes on by rule or with a person', () => {
    const heard = ['startValidation', 'openHearing'] as const;
    expect(walk([...heard, 'actFirst', 'finishActing', 'finishProving', 'sendToReview']).at(-1)).toBe('in-review');
    expect(walk([...heard, 'keepByRule', 'sendToReview', 'confirm', 'close']).at(-1)).toBe('closed');
    expect(walk([...heard, 'closeHearing', 'openHearing', 'closeHearing', 'act']).at(-1)).toBe('acting');
    expect(walk([...heard, 'withdraw']).at(-1)).toBe('notifying');
    expect(allows('act', 'awaiting-response')).toBe(false);
    // Nothing is in force while others are heard, so there is nothing to lift.
    expect(allows('restore', 'awaiting-response')).toBe(false);
  });

  it('reaches every state but the first, and can leave every state', () => {
    const reached = new Set(Object.values(TRANSITIONS).map(({ to }) => to));
    expect(CaseState.options.filter((state) => !reached.has(state as never))).toEqual(['received']);
    const left = new Set(Object.values(TRANSITIONS).flatMap(({ from }) => [...from]));
    expect(CaseState.options.filter((state) => !left.has(state))).toEqual([]);
  });
});

describe('territories', () => {
  it.each([
    [['EU'], 27],
    [['EEA'], 30],
    [['EU', 'DE', 'NO'], 28],
    [['WORLD', 'DE'], 1],
    [[], 0],
  ])('%o are %s', (territories, count) => {
    expect(expandTerritories(territories)).toHaveLength(count);
  });

  it.each([
    ['EL', 'GR'],
    ['UK', 'GB'],
    ['DE', 'DE'],
  ])('reads %s as %s', (code, country) => {
    expect(Territory.parse(code)).toBe(country);
  });

  it.each([['de'], ['DEU'], ['']])('refuses "%s"', (code) => {
    expect(Territory.safeParse(code).success).toBe(false);
  });

  it.each([
    [['DE'], ['EU'], true],
    [['EU'], ['EEA'], true],
    [['EEA'], ['EU'], false],
    [['WORLD'], ['EEA'], false],
    [['US'], ['WORLD'], true],
  ])('%o inside %o: %s', (inner, outer, expected) => {
    expect(isWithin(inner, outer)).toBe(expected);
  });
});
