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
    };

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
