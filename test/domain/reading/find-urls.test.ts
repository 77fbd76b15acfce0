import { describe, expect, it } from 'vitest';
import { findUrls } from '../../../domain/reading/find-urls.ts';
import { urlKey } from '../../../domain/reading/found-url.ts';

const LONG = `https://writ.example/tracks/${'a-long-name-'.repeat(5)}`;

describe('findUrls', () => {
  it.each([
    ['https://writ.example/a', ['https://writ.example/a']],
    ['(see https://writ.example/a).', ['https://writ.example/a']],
    ['<https://writ.example/a>', ['https://writ.example/a']],
    ['[https://writ.example/a](https://writ.example/a)', ['https://writ.example/a', 'https://writ.example/a']],
    ['https://writ.example/a%20(live)/b.mp3', ['https://writ.example/a%20(live)/b.mp3']],
    ['https://writ.example/a (live)', ['https://writ.example/a']],
    ['https://writ.example/a(https://writ.example/b)', ['https://writ.example/a', 'https://writ.example/b']],
    ['https://writ.example/a,https://writ.example/b;', ['https://writ.example/a', 'https://writ.example/b']],
    ['“https://writ.example/a”', ['https://writ.example/a']],
    ["https://writ.example/beginner's-guide", ["https://writ.example/beginner's-guide"]],
    ['hxxps://writ[.]example/a', ['https://writ.example/a']],
    ['hxxp://writ(dot)example/a', ['http://writ.example/a']],
    ['https[:]//writ.example/a', ['https://writ.example/a']],
    ['https: //writ.example/a', ['https://writ.example/a']],
    ['see writ.example/tracks/trk-1 there', ['https://writ.example/tracks/trk-1']],
    ['https://[private]/a', []],
    ['https://writ.example/[private]', ['https://writ.example/']],
    ['<https://writ.example/tracks/\ntrk-1>', ['https://writ.example/tracks/trk-1']],
    ['> <https://writ.example/tracks/\n> trk-1>', ['https://writ.example/tracks/trk-1']],
    [`${LONG}\n1002`, [`${LONG}1002`]],
    [`${LONG}\nhttps://writ.example/b`, [LONG, 'https://writ.example/b']],
    ['https://writ.example/a/\nfile.pdf', ['https://writ.example/a/']],
    [`${LONG}?a=3Dx=\nyz and =20\n`, [`${LONG}?a=xyz`]],
    ['somebody@writ.example/a and a.b, c/d, 1.5/2', []],
  ])('finds in "%s" the addresses %o', (text, expected) => {
    expect(findUrls(text).map(({ url }) => url)).toEqual(expected);
  });

  it('says where an address had to be put together', () => {
    const whole = (text: string) => findUrls(text).map(({ isWhole }) => isWhole);
    expect(whole('https://writ.example/a writ.example/b')).toEqual([true, false]);
    expect(whole(`${LONG}\n1002`)).toEqual([false]);
    expect(whole('<https://writ.example/tracks/\ntrk-1>')).toEqual([true]);
  });

  it('gives the place of each address', () => {
    const text = 'see (hxxps://writ[.]example/a), and https://writ.example/b.';
    expect(findUrls(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'hxxps://writ[.]example/a',
      'https://writ.example/b',
    ]);
  });
});

describe('urlKey', () => {
  it.each([
    ['HTTP://Writ.Example/Tracks/A/', 'https://writ.example/tracks/a'],
    ['https://writ.example/a).', 'https://writ.example/a'],
  ])('compares %s as %s', (url, key) => {
    expect(urlKey(url)).toBe(key);
  });
});
