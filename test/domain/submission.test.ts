import { describe, expect, it } from 'vitest';
import { calendarFrom } from '../../domain/calendar.ts';
import { DSA_ART16 } from '../../domain/catalogue/dsa-art-16.ts';
import { EU_TCO_ART3 } from '../../domain/catalogue/eu-tco-art-3.ts';
import { proposeBasis } from '../../domain/propose-basis.ts';
import { secrecyClock } from '../../domain/secrecy.ts';
import { claimedItems, KeptRequest, NoticeRequest, Submitter, textsOf, workUrls } from '../../domain/submission.ts';
import { NOTICE, ORDER } from '../support/demands.ts';

const RECEIVED = { submittedBy: 'authority', bodySha256: 'x' };
const calendar = calendarFrom(() => ({ getHolidays: () => [] }));

describe('the country of a sender', () => {
  it.each([
    ['ZZ', undefined],
    ['EU', undefined],
    ['de', undefined],
    ['FR', 'FR'],
    ['UK', 'GB'],
    [null, null],
  ])('%s is taken as %s', (country, taken) => {
    expect(Submitter.safeParse({ country }).data?.country).toBe(taken);
  });
});

describe('claimedItems', () => {
  const order = KeptRequest.parse({ ...ORDER, ...RECEIVED, kind: 'order' });

  it('gives items of an order its territories where they name none of their own', () => {
    const own = { url: 'u', components: [], territories: ['FR'] };
    const later = {
      kind: 'information',
      at: '2026-10-05T08:00:00.000Z',
      information: { answers: {}, items: [own] },
    } as const;
    const items = claimedItems(order, [{ ...later, information: { answers: {}, items: [{ ...own }] } }]);
    expect(items.map(({ territories }) => territories)).toEqual([['EU'], ['FR']]);
  });

  it('adds what was sent later in order of arrival', () => {
    const notice = KeptRequest.parse({ ...NOTICE, ...RECEIVED, kind: 'notice', attachments: [] });
    const amendment = { statement: 's', items: [{ url: 'later', components: [], territories: [] }] };
    const later = { kind: 'amendment', at: '2026-10-05T08:00:00.000Z', amendment } as const;
    expect(claimedItems(notice, [{ ...later, amendment }]).map(({ url }) => url)).toEqual([
      NOTICE.items[0]?.url,
      'later',
    ]);
    expect(workUrls(notice)).toEqual(['https://label.example/original']);
    expect(workUrls(order)).toEqual([]);
  });
});

describe('textsOf', () => {
  it('gives every free text and no other field', () => {
    const texts = textsOf(NoticeRequest.parse(NOTICE));
    expect(texts).toEqual([NOTICE.explanation, NOTICE.items[0]?.note, NOTICE.works[0]?.description]);
  });
});

describe('proposeBasis', () => {
  it.each([
    [{ statements: { underPenaltyOfPerjury: true } }, 'US_DMCA_512'],
    [{ explanation: 'I declare under penalty of perjury …' }, 'US_DMCA_512'],
    [{ works: [{ description: 'DMCA notice for my song' }] }, 'US_DMCA_512'],
    [{ explanation: 'Paragraph 512 of our house rules' }, 'DSA_ART16'],
    [{}, 'DSA_ART16'],
  ])('%j', (body, basis) => {
    expect(proposeBasis(NoticeRequest.parse(body))).toBe(basis);
  });
});

describe('secrecyClock', () => {
  const decided = '2026-10-05T09:35:00+02:00';

  it.each([
    ['as asked for', '2026-10-10T00:00:00+02:00', '2026-10-09T22:00:00.000Z'],
    ['never more than six weeks', '2027-10-10T00:00:00Z', '2026-11-16T23:00:00.000Z'],
  ])('lasts %s', (_, requested, until) => {
    expect(secrecyClock(EU_TCO_ART3, requested, decided, calendar)?.until).toBe(until);
  });

  it('is null when nobody asks for it and on a basis that knows none', () => {
    expect(secrecyClock(EU_TCO_ART3, null, decided, calendar)).toBeNull();
    expect(secrecyClock(DSA_ART16, '2026-10-10T00:00:00Z', decided, calendar)).toBeNull();
  });
});
