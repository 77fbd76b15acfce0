import type { ClockRule } from '../legal-basis.ts';
import { clock } from './basis-parts.ts';
import { known, read, uncertain } from './sources.ts';

/** DSA Art 20(1): the complaint window of each person informed of a decision; shared by every basis that owes one. */
export const COMPLAINT_WINDOW: ClockRule = clock(
  'DSA_ART20.complaint-until',
  { unit: 'months', amount: 6, rolls: true },
  read('Reg. (EU) 2022/2065 Art 20(1) and (2)'),
  { direction: 'their-window', startsAt: 'informed', inForceFrom: '2024-02-17', shownTo: ['sender', 'uploader'] },
);

const LONDON = { place: 'GB-ENG', zone: 'Europe/London' } as const;
const UNITED_KINGDOM = { place: 'GB', zone: 'Europe/London' } as const;
const NEW_YORK = { place: 'US', zone: 'America/New_York' } as const;
const INDIA = { place: 'IN', zone: 'Asia/Kolkata' } as const;
const AUSTRALIA = { place: 'AU', zone: 'Australia/Sydney' } as const;

const EUROPEAN: readonly ClockRule[] = [
  COMPLAINT_WINDOW,
  clock('DSA_ART9.comply', { unit: 'as-ordered' }, read('Reg. (EU) 2022/2065 Art 9 and the order'), {
    kind: 'ordered',
    inForceFrom: '2024-02-17',
  }),
  clock(
    'DSA_ART9.report-effect',
    { unit: 'hours', amount: 2 },
    read('Reg. (EU) 2022/2065 Art 9(1): without undue delay'),
    {
      kind: 'target',
      startsAt: 'effect',
      inForceFrom: '2024-02-17',
    },
  ),
  clock('DSA_ART10.comply', { unit: 'as-ordered' }, read('Reg. (EU) 2022/2065 Art 10 and the order'), {
    kind: 'ordered',
    inForceFrom: '2024-02-17',
  }),
  clock('COURT_ORDER.comply', { unit: 'as-ordered' }, known('The text of the order, from its service'), {
    kind: 'ordered',
  }),
  clock('DE_URHDAG_14.decide', { unit: 'weeks', amount: 1, rolls: false }, read('UrhDaG § 14(3) no 3'), {
    startsAt: 'request',
    inForceFrom: '2021-08-01',
  }),
  clock('GDPR_ART17.answer', { unit: 'months', amount: 1, rolls: true }, read('Reg. (EU) 2016/679 Art 12(3)'), {
    inForceFrom: '2018-05-25',
  }),
  clock(
    'GDPR_ART17.answer-extended',
    { unit: 'months', amount: 3, rolls: true },
    read('Reg. (EU) 2016/679 Art 12(3)'),
    {
      inForceFrom: '2018-05-25',
    },
  ),
  clock('EU_EEVIDENCE.answer', { unit: 'days', amount: 10, rolls: true }, read('Reg. (EU) 2023/1543 Art 10(2)'), {
    inForceFrom: '2026-08-18',
  }),
  clock('EU_EEVIDENCE.answer-emergency', { unit: 'hours', amount: 8 }, read('Reg. (EU) 2023/1543 Art 10(4)'), {
    inForceFrom: '2026-08-18',
  }),
  clock('EMFA_18.wait', { unit: 'hours', amount: 24 }, read('Reg. (EU) 2024/1083 Art 18(4)'), {
    direction: 'earliest',
    startsAt: 'step',
    inForceFrom: '2025-08-08',
    shownTo: ['uploader'],
  }),
];

const BRITISH: readonly ClockRule[] = [
  clock('UK_OSA_NCII.remove', { unit: 'hours', amount: 48 }, read('Online Safety Act 2023 s.10(3A), inserted 2026'), {
    ...UNITED_KINGDOM,
    inForce: 'unverified',
  }),
  clock('UK_CPA_S21.remove', { unit: 'hours', amount: 48 }, read('Crime and Policing Act 2026 s.21'), {
    ...UNITED_KINGDOM,
    inForce: 'unverified',
  }),
  clock('UK_DEF_S5.operator', { unit: 'working-hours', amount: 48 }, read('SI 2013/3028 reg 1(3)'), {
    ...LONDON,
    startsAt: 'step',
    inForceFrom: '2014-01-01',
  }),
  clock('UK_DEF_S5.poster-reply', { unit: 'days', amount: 5, rolls: false }, read('SI 2013/3028 Schedule'), {
    ...LONDON,
    direction: 'their-window',
    startsAt: 'step',
    inForceFrom: '2014-01-01',
    shownTo: ['uploader'],
  }),
  clock('UK_TA2006_S3.remove', { unit: 'business-days', amount: 2 }, read('Terrorism Act 2006 s.3(2)'), {
    ...UNITED_KINGDOM,
    inForceFrom: '2006-04-13',
  }),
];

const OTHER: readonly ClockRule[] = [
  clock('US_TIDA.remove', { unit: 'hours', amount: 48 }, read('Pub. L. 119-12 § 3'), {
    ...NEW_YORK,
    inForceFrom: '2026-05-19',
  }),
  clock('US_2258A.preserve-until', { unit: 'years', amount: 1, rolls: false }, read('18 U.S.C. 2258A(h)'), {
    ...NEW_YORK,
    direction: 'hold-until',
    startsAt: 'step',
    inForceFrom: '2024-05-07',
    shownTo: [],
  }),
  clock('AU_OSA.remove', { unit: 'hours', amount: 24 }, read('Online Safety Act 2021 (Cth) ss 77, 88 and 109'), {
    ...AUSTRALIA,
    inForceFrom: '2022-01-23',
  }),
  clock('IN_3_1_D.remove', { unit: 'hours', amount: 3 }, read('IT Rules 2021 r. 3(1)(d), G.S.R. 120(E) of 2026'), {
    ...INDIA,
    inForceFrom: '2026-02-20',
  }),
  clock('IN_3_2_B.remove', { unit: 'hours', amount: 2 }, read('IT Rules 2021 r. 3(2)(b), G.S.R. 120(E) of 2026'), {
    ...INDIA,
    inForceFrom: '2026-02-20',
  }),
  clock('IN_GRIEVANCE.acknowledge', { unit: 'hours', amount: 24 }, read('IT Rules 2021 r. 3(2)(a)'), {
    ...INDIA,
    inForceFrom: '2021-02-25',
  }),
  clock(
    'IN_GRIEVANCE.resolve',
    { unit: 'days', amount: 7, rolls: false },
    uncertain('IT Rules 2021 r. 3(2)(a) as amended 2026'),
    {
      ...INDIA,
      inForceFrom: '2026-02-20',
    },
  ),
];

/** Clocks of bases that have no file of their own in this catalogue, and clocks that several bases share. */
export const SHARED_CLOCKS: readonly ClockRule[] = [...EUROPEAN, ...BRITISH, ...OTHER];
