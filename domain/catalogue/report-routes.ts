import type { Bilingual } from '../clock.ts';
import type { DangerSignal } from '../danger-words.ts';
import type { ReportKind } from '../delivery.ts';
import type { Language } from '../party.ts';
import type { Source } from '../source.ts';
import { known, read, uncertain } from './sources.ts';

/** Whom a report goes to. Addresses are no law: a deployment is told them, and none is made up. */
export interface ReportRecipient {
  readonly id: string;
  readonly name: Bilingual;
  readonly channel: 'mail' | 'ncmec';
  readonly language: Language;
  readonly source: Source;
}

/** How a signal of danger is reported. */
export interface ReportRoute {
  readonly kind: ReportKind;
  /**
   * `member-state`: that where the person is whose content it is, else that of our establishment, and Europol;
   * `establishment`: by each country that we are established in; `place`: the police where the person is.
   */
  readonly to: 'member-state' | 'establishment' | 'place';
  /** What it rests on, as the report names it. */
  readonly basis: Bilingual;
  readonly source: Source;
}

const ARTICLE_18 = read('Reg. (EU) 2022/2065 Art 18 and recital 56');

/** How each signal is reported, if a trained person finds it to be right. */
export const REPORT_ROUTES: Readonly<Record<DangerSignal, ReportRoute>> = {
  'threat-to-life': {
    kind: 'crime-report',
    to: 'member-state',
    basis: {
      en: 'Article 18 of Regulation (EU) 2022/2065 (Digital Services Act)',
      de: 'Artikel 18 der Verordnung (EU) 2022/2065 (Gesetz über digitale Dienste)',
    },
    source: ARTICLE_18,
  },
  'terrorism-imminent': {
    kind: 'terrorism-report',
    to: 'member-state',
    basis: {
      en: 'Article 14(5) of Regulation (EU) 2021/784',
      de: 'Artikel 14 Absatz 5 der Verordnung (EU) 2021/784',
    },
    source: known('Reg. (EU) 2021/784 Art 14(5): Europol as well where no Member State can be named'),
  },
  'child-safety': {
    kind: 'child-safety-report',
    to: 'establishment',
    basis: {
      en: 'the duty of providers to report apparent sexual abuse of children',
      de: 'die Pflicht von Anbietern, mutmaßlichen sexuellen Missbrauch von Kindern zu melden',
    },
    source: read('18 U.S.C. 2258A; OSA 2023 s.66 and SI 2026/268; Reg. (EU) 2022/2065 Art 18'),
  },
  'self-harm': {
    kind: 'welfare-disclosure',
    to: 'place',
    basis: {
      en: 'Article 6(1)(d) of Regulation (EU) 2016/679: vital interests; no offence is suspected',
      de: 'Artikel 6 Absatz 1 Buchstabe d der Verordnung (EU) 2016/679: lebenswichtige Interessen; kein Verdacht einer Straftat',
    },
    source: known(
      'Reg. (EU) 2016/679 Art 6(1)(d): self-harm alone is no offence under Art 18; the police of the place',
    ),
  },
};

const BKA: ReportRecipient = {
  id: 'bka',
  name: { en: 'Bundeskriminalamt (Federal Criminal Police Office)', de: 'Bundeskriminalamt' },
  channel: 'mail',
  language: 'de',
  source: uncertain(
    'BKA, central intake for Art 18 DSA and Art 14(5) TCO: it exists; its address and form were not read',
  ),
};

/** Those who are known by name. */
export const REPORT_RECIPIENTS: readonly ReportRecipient[] = [
  BKA,
  {
    id: 'ncmec',
    name: {
      en: 'National Center for Missing & Exploited Children, CyberTipline',
      de: 'National Center for Missing & Exploited Children, CyberTipline',
    },
    channel: 'ncmec',
    language: 'en',
    source: read('18 U.S.C. 2258A(a)'),
  },
  {
    id: 'nca',
    name: { en: 'National Crime Agency', de: 'National Crime Agency' },
    channel: 'mail',
    language: 'en',
    source: uncertain('OSA 2023 s.66 and SI 2026/268: the duty was read; the form of the report was not'),
  },
  {
    id: 'europol',
    name: { en: 'Europol', de: 'Europol' },
    channel: 'mail',
    language: 'en',
    source: uncertain('Reg. (EU) 2022/2065 Art 18(2): Europol was read; its address was not'),
  },
];

/** Who takes reports of apparent child abuse from a provider established there. */
export const CHILD_SAFETY_BY_ESTABLISHMENT: Readonly<Record<string, string>> = { US: 'ncmec', DE: 'bka', GB: 'nca' };
/** Who takes reports of offences in a Member State, where that is known. */
export const CENTRAL_POLICE: Readonly<Record<string, string>> = { DE: 'bka' };
