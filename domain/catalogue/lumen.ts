import type { Bilingual } from '../clock.ts';
import type { Ground } from '../decision.ts';
import type { LegalBasisId } from '../legal-basis.ts';
import type { NoticeType } from '../lumen/notice.ts';
import type { Source } from '../source.ts';
import { known, read, uncertain } from './sources.ts';

type Category = NonNullable<Ground['category']>;

/**
 * Whether demands on a basis are shared with Lumen, as what, and what of them: the redaction profile. Text that a sender
 * wrote, what names an uploader, and whatever holds an address or a telephone number never leave, on any basis.
 */
export interface LumenRule {
  /** Sharing is voluntary: where the law speaks against it, or counsel has not said otherwise, nothing is shared. */
  readonly shared: boolean;
  readonly type: NoticeType;
  /** Only decisions with one of these categories; whatever the category when absent. */
  readonly categories?: readonly Category[];
  /** Who it is that demands: named where it is a body, `never`, or an authority, which acts in public. */
  readonly sender: 'body' | 'authority' | 'court' | 'never';
  /** Whether works are described, or only addresses are told. */
  readonly works: 'described' | 'addresses';
  /** Where the demand belongs; `issuer`: the country of the authority. */
  readonly jurisdiction: string;
  /** The law that it rests on, as Lumen lists it. */
  readonly regulation: string;
  readonly because: Bilingual;
  readonly source: Source;
}

/** Categories of content about which nothing is shared, on whatever basis it was restricted. */
export const NEVER_SHARED_CATEGORIES: readonly Category[] = [
  'STATEMENT_CATEGORY_CYBER_VIOLENCE',
  'STATEMENT_CATEGORY_CYBER_VIOLENCE_AGAINST_WOMEN',
  'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
  'STATEMENT_CATEGORY_PROTECTION_OF_MINORS',
  'STATEMENT_CATEGORY_SELF_HARM',
];

const VOLUNTARY = read(
  'Lumen takes notices from whoever wishes to share them (berkmancenter/lumendatabase at 99d44c85)',
);
const PERSONAL_DATA = known('Reg. (EU) 2016/679 Art 5 and 6: no publication of who asks for erasure');
const INTIMATE = known('Policy of the platform: what leads to intimate images is not made public');
const CHILDREN = known('Policy of the platform: nothing about the abuse of children is made public');
const TERRORISM = uncertain('Reg. (EU) 2021/784 Art 11(3); an address of terrorist content is not made public');
const UNVERIFIED = uncertain('Not read whether the law of that country lets its demands be made public');
const OWN_DUTY = known('Policy of the platform: what is our own duty or rule is no demand of somebody else');

const WHY = {
  voluntary: { en: 'shared by choice', de: 'freiwillig geteilt' },
  personal: { en: 'the one who asks must not become known', de: 'wer fragt, darf nicht bekannt werden' },
  intimate: { en: 'intimate images', de: 'intime Aufnahmen' },
  children: { en: 'may concern abused children', de: 'kann missbrauchte Kinder betreffen' },
  terrorism: { en: 'addresses of terrorist content', de: 'Adressen terroristischer Inhalte' },
  unverified: { en: 'counsel has not looked at it yet', de: 'noch nicht rechtlich geprüft' },
  own: { en: 'no demand of somebody else', de: 'kein Verlangen eines anderen' },
} as const satisfies Record<string, Bilingual>;

const ADDRESSES = { sender: 'never', works: 'addresses' } as const;

function withheld(
  type: NoticeType,
  jurisdiction: string,
  regulation: string,
  because: Bilingual,
  source: Source,
): LumenRule {
  return { shared: false, type, jurisdiction, regulation, ...ADDRESSES, because, source };
}

/** What Lumen is told of demands, by their legal basis. */
export const LUMEN_RULES: Readonly<Record<LegalBasisId, LumenRule>> = {
  US_DMCA_512: {
    ...{ shared: true, type: 'DMCA', sender: 'body', works: 'described', jurisdiction: 'US' },
    ...{ regulation: '17 U.S.C. 512', because: WHY.voluntary, source: VOLUNTARY },
  },
  EU_TM: {
    ...{ shared: true, type: 'Trademark', sender: 'body', works: 'addresses', jurisdiction: 'EU' },
    ...{ regulation: 'Regulation (EU) 2017/1001', because: WHY.voluntary, source: VOLUNTARY },
  },
  DSA_ART9: {
    ...{ shared: true, type: 'GovernmentRequest', sender: 'authority', works: 'addresses', jurisdiction: 'issuer' },
    ...{ regulation: 'Regulation (EU) 2022/2065 Article 9', because: WHY.voluntary, source: VOLUNTARY },
  },
  COURT_ORDER: {
    ...{ shared: true, type: 'CourtOrder', sender: 'court', works: 'addresses', jurisdiction: 'issuer' },
    ...{ regulation: 'Court order', because: WHY.voluntary, source: VOLUNTARY },
  },
  DSA_ART16: {
    ...{ shared: true, type: 'Other', sender: 'body', works: 'addresses', jurisdiction: 'EU' },
    categories: ['STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS'],
    ...{ regulation: 'Regulation (EU) 2022/2065 Article 16', because: WHY.voluntary, source: VOLUNTARY },
  },
  GDPR_ART17: withheld('DataProtection', 'EU', 'Regulation (EU) 2016/679 Article 17', WHY.personal, PERSONAL_DATA),
  US_TIDA: withheld('PrivateInformation', 'US', 'TAKE IT DOWN Act', WHY.intimate, INTIMATE),
  UK_OSA_NCII: withheld('PrivateInformation', 'GB', 'Online Safety Act 2023', WHY.intimate, INTIMATE),
  IN_3_2_B: withheld('PrivateInformation', 'IN', 'IT Rules 2021 rule 3(2)(b)', WHY.intimate, INTIMATE),
  AU_OSA: withheld('GovernmentRequest', 'AU', 'Online Safety Act 2021', WHY.children, CHILDREN),
  US_2258A: withheld('LawEnforcementRequest', 'US', '18 U.S.C. 2258A', WHY.children, CHILDREN),
  EU_TCO_ART3: withheld('GovernmentRequest', 'EU', 'Regulation (EU) 2021/784 Article 3', WHY.terrorism, TERRORISM),
  EU_TCO_ART4: withheld('GovernmentRequest', 'EU', 'Regulation (EU) 2021/784 Article 4', WHY.terrorism, TERRORISM),
  UK_TA2006_S3: withheld('GovernmentRequest', 'GB', 'Terrorism Act 2006 section 3', WHY.terrorism, TERRORISM),
  UK_CTIRU: withheld('LawEnforcementRequest', 'GB', 'Referral without a legal order', WHY.terrorism, TERRORISM),
  UK_CPA_S21: withheld('GovernmentRequest', 'GB', 'Crime and Policing Act 2026 section 21', WHY.unverified, UNVERIFIED),
  UK_DEF_S5: withheld('Defamation', 'GB', 'Defamation Act 2013 section 5', WHY.personal, PERSONAL_DATA),
  IN_3_1_D: withheld('GovernmentRequest', 'IN', 'IT Rules 2021 rule 3(1)(d)', WHY.unverified, UNVERIFIED),
  IN_GRIEVANCE: withheld('LocalLaw', 'IN', 'IT Rules 2021', WHY.personal, PERSONAL_DATA),
  DE_URHDAG_14: withheld('Other', 'DE', 'UrhDaG § 14', WHY.unverified, UNVERIFIED),
  DSA_ART10: withheld(
    'GovernmentRequest',
    'issuer',
    'Regulation (EU) 2022/2065 Article 10',
    WHY.personal,
    PERSONAL_DATA,
  ),
  EU_EEVIDENCE: withheld('LawEnforcementRequest', 'issuer', 'Regulation (EU) 2023/1543', WHY.personal, PERSONAL_DATA),
  DSA_ART18: withheld('LawEnforcementRequest', 'EU', 'Regulation (EU) 2022/2065 Article 18', WHY.own, OWN_DUTY),
  DSA_ART20: withheld('Other', 'EU', 'Regulation (EU) 2022/2065 Article 20', WHY.personal, PERSONAL_DATA),
  EMFA_18: withheld('Other', 'EU', 'Regulation (EU) 2024/1083 Article 18', WHY.own, OWN_DUTY),
  TERMS: withheld('Other', 'EU', 'Terms of service', WHY.own, OWN_DUTY),
};
