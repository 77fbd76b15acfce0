import type { Bilingual, Certainty } from './clock.ts';

/** A day that the holiday source gets wrong or does not know, with where the truth comes from. */
export type HolidayCorrection =
  | {
      readonly kind: 'add' | 'remove';
      readonly place: string;
      readonly date: string;
      readonly name: Bilingual;
      readonly source: string;
      readonly certainty: Certainty;
    }
  /** Entries of this type are public holidays there too, although the source files them elsewhere. */
  | {
      readonly kind: 'count-type';
      readonly place: string;
      readonly type: string;
      readonly source: string;
      readonly certainty: Certainty;
    }
  /** A holiday in some municipalities of the place only, on the day on which `like` has it by the rule `rule`. */
  | {
      readonly kind: 'part-only';
      readonly place: string;
      readonly like: string;
      readonly rule: string;
      readonly source: string;
      readonly certainty: Certainty;
    }
  /** A holiday in some municipalities of the place only, on the same day (`MM-DD`) of every year. */
  | {
      readonly kind: 'part-only-yearly';
      readonly place: string;
      readonly day: string;
      readonly name: Bilingual;
      readonly source: string;
      readonly certainty: Certainty;
    }
  /** A day of which it is open whether it is a working day: it never lengthens a deadline of ours. */
  | {
      readonly kind: 'disputed';
      readonly place: string;
      readonly date: string;
      readonly name: Bilingual;
      readonly source: string;
      readonly certainty: Certainty;
    };

const CLOSED_BY_ORDER = {
  en: 'Federal offices closed by executive order',
  de: 'Bundesbehörden durch Erlass geschlossen',
} as const;

/** Where the source of holidays (`date-holidays`) is wrong or silent: data, so that a decree needs no code. */
export const HOLIDAY_CORRECTIONS: readonly HolidayCorrection[] = [
  {
    kind: 'count-type',
    place: 'US',
    type: 'bank',
    source: '5 U.S.C. 6103(b): Veterans Day on a Saturday is observed on the Friday before, by federal offices too',
    certainty: 'known',
  },
  {
    kind: 'add',
    place: 'GB-SCT',
    date: '2026-06-15',
    name: { en: 'World Cup bank holiday', de: 'Feiertag zur Fußball-Weltmeisterschaft' },
    source: 'Royal Proclamation of February 2026 under the Banking and Financial Dealings Act 1971',
    certainty: 'source-checked',
  },
  {
    kind: 'part-only',
    place: 'DE-BY',
    like: 'DE-SL',
    rule: '08-15',
    source: 'Bavarian FTG Art 1(1) no 2: Assumption Day in mainly Catholic municipalities',
    certainty: 'known',
  },
  {
    kind: 'part-only-yearly',
    place: 'DE-BY',
    day: '08-08',
    name: { en: 'Peace Festival', de: 'Friedensfest' },
    source: 'Bavarian FTG Art 1(2): the Peace Festival in the city of Augsburg',
    certainty: 'known',
  },
  {
    kind: 'disputed',
    place: 'US',
    date: '2024-12-24',
    name: CLOSED_BY_ORDER,
    source: 'Executive order of December 2024; 17 U.S.C. 512(g) does not define business days',
    certainty: 'uncertain',
  },
  {
    kind: 'disputed',
    place: 'US',
    date: '2025-12-24',
    name: CLOSED_BY_ORDER,
    source: 'Executive order of December 2025; 17 U.S.C. 512(g) does not define business days',
    certainty: 'uncertain',
  },
  {
    kind: 'disputed',
    place: 'US',
    date: '2025-12-26',
    name: CLOSED_BY_ORDER,
    source: 'Executive order of December 2025; 17 U.S.C. 512(g) does not define business days',
    certainty: 'uncertain',
  },
  {
    kind: 'part-only',
    place: 'DE-SN',
    like: 'DE-NW',
    rule: 'easter 60',
    source: 'Saxon SächsSFG § 1: Corpus Christi in certain municipalities',
    certainty: 'known',
  },
  {
    kind: 'part-only',
    place: 'DE-TH',
    like: 'DE-NW',
    rule: 'easter 60',
    source: 'Thuringian ThürFGtG § 2(2): Corpus Christi in certain municipalities',
    certainty: 'known',
  },
];
