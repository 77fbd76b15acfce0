import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../bench/reading.ts';
import { FORM_NOTICE, QUESTION, WITHDRAWAL_EN } from '../domain/reading/messages.ts';

const TRACKS = [1, 2, 3].map((number) => `https://writ.example/tracks/trk-900${number}`);
const OWN = 'https://label.example/nachtzug';

describe('the figures of the reading of messages', () => {
  it('count what is right, wrong and missed, with the name that a file has for a withdrawal', () => {
    const messages = [
      { id: 'a', kind: 'notice', text: FORM_NOTICE, items: TRACKS, works: [OWN] },
      {
        id: 'b',
        kind: 'notice',
        text: FORM_NOTICE,
        items: [...TRACKS.slice(1), 'https://else.example'],
        works: TRACKS.slice(0, 1),
      },
      { id: 'c', kind: 'retraction', text: WITHDRAWAL_EN },
      { id: 'd', kind: 'notice', text: QUESTION },
    ];
    expect(figuresOf(messages)).toEqual({
      messages: 4,
      confusion: { notice: { notice: 2, other: 1 }, withdrawal: { withdrawal: 1 } },
      kindsRight: 3,
      forms: 2,
      items: { right: 5, wrong: 1, missed: 1 },
      works: { right: 1, wrong: 1, missed: 1 },
      ownAsItem: 1,
      cutInList: 0,
      differing: [expect.stringMatching(/^b: 4 addresses/), 'd: notice read as other'],
    });
  });

  it('count apart what a list ends at a parenthesis', () => {
    const text = FORM_NOTICE.replace('trk-9001', 'trk-9001(live)');
    const message = { id: 'a', kind: 'notice', text, items: TRACKS, works: [OWN] };
    expect(figuresOf([message])).toMatchObject({ cutInList: 1, items: { right: 2, wrong: 1, missed: 1 } });
  });
});
