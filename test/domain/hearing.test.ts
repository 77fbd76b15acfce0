import { describe, expect, it } from 'vitest';
import {
  closeHearing,
  commonResult,
  consequenceOf,
  countingAnswer,
  type HeardFacts,
  type HearingResult,
  isExempt,
  isLate,
  MOST_ANSWERS,
  missingFrom,
  newHearing,
  type ResponseRow,
  standingOf,
  takesAnswer,
} from '#domain/hearing';
import { basisOf } from './support.ts';

function ruleOf(id: 'UK_DEF_S5' | 'DE_URHDAG_14' | 'EMFA_18') {
  const { hearing } = basisOf(id);
  if (!hearing) throw new Error(`${id} hears nobody`);
  return hearing;
}

function answer(number: number, changes: Partial<ResponseRow> = {}): ResponseRow {
  return {
    ...{ number, personId: 'uploader-1', at: `2026-10-0${number}T08:00:00.000Z`, position: 'objection', missing: [] },
    ...{ late: false, passOnDetails: false, documentKey: `answer-${number}`, ...changes },
  };
}

const PERSON = { personId: 'uploader-1', itemIds: ['item-1'], reachable: true };
const HEARD: HeardFacts = { person: PERSON, responses: [], undelivered: null, over: false };
const LACKING = { missing: ['name' as const] };

describe('the standing of somebody who is heard', () => {
  it.each<[string, Partial<HeardFacts>, ReturnType<typeof standingOf>]>([
    ['is open while the window runs', {}, null],
    ['is silence once it is over', { over: true }, 'silence'],
    ['is open after an answer that lacks something', { responses: [answer(1, LACKING)] }, null],
    ['is incomplete where nothing better came in time', { responses: [answer(1, LACKING)], over: true }, 'incomplete'],
    ['is silence where an answer came too late', { responses: [answer(1, { late: true })], over: true }, 'silence'],
    [
      'is the first whole answer',
      { responses: [answer(1, LACKING), answer(2), answer(3, { position: 'consent' })] },
      'objection',
    ],
    [
      'is an answer given although the message came back',
      { responses: [answer(1)], undelivered: 'came-back' },
      'objection',
    ],
    ['is out of reach where the message came back', { undelivered: 'came-back' }, 'unreachable'],
    ['is untold where the message never left', { undelivered: 'not-sent' }, 'untold'],
    ['is out of reach without an address', { person: { ...PERSON, reachable: false } }, 'unreachable'],
    [
      'is not what somebody else answered',
      { responses: [answer(1, { personId: 'uploader-2' })], over: true },
      'silence',
    ],
  ])('%s', (_what, facts, standing) => {
    expect(standingOf({ ...HEARD, ...facts })).toBe(standing);
  });

  it('lets no later answer take the place of the first whole one', () => {
    const responses = [answer(1, { position: 'consent' }), answer(2)];
    expect(countingAnswer(responses, 'uploader-1')?.number).toBe(1);
    expect(countingAnswer(responses, 'uploader-2')).toBeNull();
  });
});

describe('what follows from a hearing', () => {
  const RESULTS = ['silence', 'incomplete', 'consent', 'objection', 'unreachable', 'repeat', 'untold'] as const;

  it.each([
    ['UK_DEF_S5', ['restrict', 'restrict', 'restrict', 'keep', 'restrict', 'decide', 'decide']],
    ['DE_URHDAG_14', Array(7).fill('decide')],
    ['EMFA_18', Array(7).fill('decide')],
  ] as const)('is data of the basis: %s', (id, consequences) => {
    expect(RESULTS.map((result) => consequenceOf(ruleOf(id), result))).toEqual(consequences);
  });

  it.each<[HearingResult[], HearingResult]>([
    [['silence', 'silence'], 'silence'],
    [['silence', 'objection'], 'mixed'],
    [[], 'unreachable'],
  ])('of %o together is %s', (results, common) => {
    expect(commonResult(results)).toBe(common);
  });

  it.each([
    ['EMFA_18', { groundType: 'illegal', crisis: false }, true],
    ['EMFA_18', { groundType: 'terms', crisis: true }, true],
    ['EMFA_18', { groundType: 'terms', crisis: false }, false],
    ['UK_DEF_S5', { groundType: 'illegal', crisis: true }, false],
  ] as const)('%s is excepted for %o: %s', (id, decision, exempt) => {
    expect(isExempt(ruleOf(id), decision)).toBe(exempt);
  });
});

describe('an answer', () => {
  const DETAILS = { name: 'Ben', postalAddress: '7 Harbour Terrace', passOnDetails: false };

  it.each([
    ['objection', DETAILS, []],
    ['objection', { passOnDetails: true }, ['name', 'postal-address']],
    ['objection', { ...DETAILS, name: ' ' }, ['name']],
    ['objection', { ...DETAILS, name: '\u200b', postalAddress: '\u2060' }, ['name', 'postal-address']],
    ['objection', { ...DETAILS, name: '\u3164', postalAddress: '\u2800.-' }, ['name', 'postal-address']],
    ['objection', { ...DETAILS, name: '王芳', postalAddress: '7' }, []],
    ['consent', { passOnDetails: false }, []],
  ] as const)('by way of %s with %o lacks %o', (position, details, missing) => {
    expect(missingFrom(ruleOf('UK_DEF_S5'), { position, ...details })).toEqual(missing);
    expect(missingFrom(ruleOf('EMFA_18'), { position, ...details })).toEqual([]);
  });

  it('is late from the very end of the window on, and once the hearing is closed', () => {
    const hearing = { ...newHearing('2026-10-05T08:00:00.000Z'), answerUntil: '2026-10-10T23:00:00.000Z' };
    expect(isLate(hearing, '2026-10-10T22:59:59.999Z')).toBe(false);
    expect(isLate(hearing, '2026-10-10T23:00:00.000Z')).toBe(true);
    expect(isLate({ ...hearing, closedAt: '2026-10-06T08:00:00.000Z' }, '2026-10-07T08:00:00.000Z')).toBe(true);
    expect(isLate(newHearing('2026-10-05T08:00:00.000Z'), '2027-10-05T08:00:00.000Z')).toBe(false);
  });
});

describe('the answers that a case takes of one person', () => {
  const lacking = (count: number) => Array.from({ length: count }, (_, index) => answer(index + 1, LACKING));

  it.each<[string, readonly ResponseRow[], boolean, boolean]>([
    ['take a first one that lacks something', [], false, true],
    ['keep the last place for a whole one', lacking(MOST_ANSWERS - 1), false, false],
    ['take a whole one in the last place', lacking(MOST_ANSWERS - 1), true, true],
    ['take any in the last place once one was whole', [...lacking(MOST_ANSWERS - 2), answer(20)], false, true],
    ['are full', [...lacking(MOST_ANSWERS - 1), answer(20)], true, false],
  ])('%s', (_what, given, isWhole, takes) => {
    expect(takesAnswer(given, isWhole)).toBe(takes);
  });
});

describe('a hearing that ends without a result', () => {
  it('takes every later answer for a late one, and is closed once', () => {
    const closed = closeHearing(newHearing('2026-10-05T08:00:00.000Z'), '2026-10-05T09:00:00.000Z');
    expect(isLate(closed, '2026-10-05T09:00:01.000Z')).toBe(true);
    expect(closeHearing(closed, '2026-10-06T08:00:00.000Z')).toEqual(closed);
  });
});
