import type { ClockRule } from '../legal-basis.ts';
import { clock } from './basis-parts.ts';
import { known, read } from './sources.ts';

/** Places whose calendars govern, each with its zone. */
export const ENGLAND = { place: 'GB-ENG', zone: 'Europe/London' } as const;
export const UNITED_KINGDOM = { place: 'GB', zone: 'Europe/London' } as const;
export const NEW_YORK = { place: 'US', zone: 'America/New_York' } as const;
export const INDIA = { place: 'IN', zone: 'Asia/Kolkata' } as const;
export const AUSTRALIA = { place: 'AU', zone: 'Australia/Sydney' } as const;

/** DSA Art 20(1): the complaint window of each person informed of a decision; shared by every basis that owes one. */
export const COMPLAINT_WINDOW: ClockRule = clock(
  'DSA_ART20.complaint-until',
  { unit: 'months', amount: 6, rolls: true },
  read('Reg. (EU) 2022/2065 Art 20(1) and (2)'),
  { direction: 'their-window', startsAt: 'informed', inForceFrom: '2024-02-17', shownTo: ['sender', 'uploader'] },
);

const SINCE_TCO = { inForceFrom: '2022-06-07' } as const;

/** Reg. (EU) 2021/784 Art 4(4): our own reasoned request for scrutiny of a cross-border order. */
export const SCRUTINY_REQUEST: ClockRule = clock(
  'EU_TCO_ART4.scrutiny',
  { unit: 'hours', amount: 48 },
  known('Reg. (EU) 2021/784 Art 4'),
  { ...SINCE_TCO, shownTo: [], crossBorder: true },
);

/** Reg. (EU) 2021/784 Art 4(4): the authority's decision on a request for scrutiny. */
export const SCRUTINY_DECISION: ClockRule = clock(
  'EU_TCO_ART4.authority-decision',
  { unit: 'hours', amount: 72 },
  read('Reg. (EU) 2021/784 Art 4(4)'),
  { ...SINCE_TCO, direction: 'their-window', startsAt: 'request', shownTo: ['uploader'], crossBorder: true },
);

/** IT Rules 2021 r. 3(1)(g): what was removed is preserved, whichever demand of the Rules removed it. */
export const INDIAN_PRESERVATION: ClockRule = clock(
  'IN_3_1_G.preserve-until',
  { unit: 'days', amount: 180, rolls: false },
  known('IT Rules 2021 r. 3(1)(g) and (h)'),
  { ...INDIA, direction: 'hold-until', startsAt: 'removal', inForceFrom: '2021-02-25', shownTo: [] },
);
