import type { LegalBasisId } from '../legal-basis.ts';

/** The words that name a legal basis, and whether a demand on it is an order or a notice. */
export interface BasisWords {
  readonly legalBasis: LegalBasisId;
  readonly isOrder: boolean;
  /** The law by its name or number. */
  readonly named: readonly string[];
  /** What such a demand is about, where nobody names the law. */
  readonly meant: readonly string[];
}

const TERRORISM_REGULATION =
  '(?:regulation|reg\\.?|verordnung|vo)~2 (?:\\(eu\\) )?(?:no\\.? |nr\\.? )?(?:2021/784|2021 / 784)';
const DIGITAL_SERVICES = '(?:dsa|digital services act|gesetz(?:es)? über digitale dienste|2022/2065)';

/** In the order in which they are tried: the narrower first. */
export const BASIS_WORDS: readonly BasisWords[] = [
  {
    legalBasis: 'EU_TCO_ART3',
    isOrder: true,
    named: [TERRORISM_REGULATION, '2021/784', 'tco[- ]?(?:regulation|verordnung|vo)', 'tco'],
    meant: [
      'removal order~8 terrorist',
      'entfernungsanordnung~8 terror\\w*',
      'terrorist content',
      'terroristischer? inhalte?',
    ],
  },
  {
    legalBasis: 'EU_EEVIDENCE',
    isOrder: true,
    named: ['2023/1543', 'e-?evidence'],
    meant: ['european (?:production|preservation) order', 'europäische (?:herausgabe|sicherungs)anordnung'],
  },
  {
    legalBasis: 'DSA_ART10',
    isOrder: true,
    named: [
      `(?:article|artikel|art\\.?) 10~4 ${DIGITAL_SERVICES}`,
      `${DIGITAL_SERVICES}~4 (?:article|artikel|art\\.?) 10`,
    ],
    meant: ['order to provide information', 'auskunftsanordnung', 'auskunft~4 (?:bestandsdaten|nutzer)'],
  },
  {
    legalBasis: 'AU_OSA',
    isOrder: true,
    named: ['online safety act 2021'],
    meant: ['e-?safety commissioner'],
  },
  {
    legalBasis: 'IN_3_1_D',
    isOrder: true,
    named: ['rule 3 ?\\(1\\) ?\\(d\\)', 'section 79 ?\\(3\\) ?\\(b\\)'],
    meant: ['information technology act, 2000', 'it rules,? 2021'],
  },
  {
    legalBasis: 'UK_TA2006_S3',
    isOrder: true,
    named: ['terrorism act 2006'],
    meant: [],
  },
  {
    legalBasis: 'UK_CPA_S21',
    isOrder: true,
    named: ['crime and policing act'],
    meant: ['content removal notice'],
  },
  {
    legalBasis: 'COURT_ORDER',
    isOrder: true,
    named: [
      '(?:amts|land|oberlandes|bundes|kammer)gericht\\w*',
      '(?:ag|lg|olg|bgh) [a-zäöü]{3,}',
      'einstweiligen? verfügung',
      'im namen des volkes',
      "(?:district|high|supreme|county|superior|regional|federal|magistrates'?|commercial|civil|circuit) court",
      'injunction',
      'restraining order',
    ],
    meant: ['court', 'gericht', 'beschluss', 'urteil', 'judge', 'judgment'],
  },
  {
    legalBasis: 'DSA_ART9',
    isOrder: true,
    named: [
      `(?:article|artikel|art\\.?) 9~4 ${DIGITAL_SERVICES}`,
      `${DIGITAL_SERVICES}~4 (?:article|artikel|art\\.?) 9`,
    ],
    meant: ['order to act against', 'anordnung zum vorgehen gegen'],
  },
  {
    legalBasis: 'US_TIDA',
    isOrder: false,
    named: ['take it down act', 'pub(?:lic|\\.) l(?:aw|\\.) (?:no\\. )?119-12'],
    meant: [],
  },
  {
    legalBasis: 'US_DMCA_512',
    isOrder: false,
    named: ['dmca', 'digital millenn?ium copyright act', '17 u\\.? ?s\\.? ?c(?:ode|\\.)?', '512 ?\\( ?[cg] ?\\)'],
    meant: [
      'penalty of perjury',
      'exclusive right that is allegedly infringed',
      'u\\.?s\\.? copyright (?:act|law|laws)',
    ],
  },
  {
    legalBasis: 'UK_DEF_S5',
    isOrder: false,
    named: ['defamation act 2013', '2013/3028'],
    meant: [],
  },
  {
    legalBasis: 'UK_OSA_NCII',
    isOrder: false,
    named: ['online safety act 2023'],
    meant: ['intimate image content report'],
  },
  {
    legalBasis: 'UK_CTIRU',
    isOrder: false,
    named: ['ctiru', 'counter[- ]terrorism internet referral unit'],
    meant: [],
  },
  {
    legalBasis: 'IN_3_2_B',
    isOrder: false,
    named: ['rule 3 ?\\(2\\) ?\\(b\\)'],
    meant: [],
  },
  {
    legalBasis: 'IN_GRIEVANCE',
    isOrder: false,
    named: ['rule 3 ?\\(2\\) ?\\(a\\)', 'it rules,? 2021', 'grievance (?:officer|redressal)'],
    meant: [],
  },
  {
    legalBasis: 'EMFA_18',
    isOrder: false,
    named: ['european media freedom act', '2024/1083', 'medienfreiheitsgesetz'],
    meant: [],
  },
  {
    legalBasis: 'DE_URHDAG_14',
    isOrder: false,
    named: ['urhdag', 'urheberrechts-diensteanbieter-gesetz'],
    meant: [],
  },
  {
    legalBasis: 'GDPR_ART17',
    isOrder: false,
    named: [
      '(?:article|artikel|art\\.?) 17~6 (?:gdpr|general data protection regulation|dsgvo|ds-gvo|datenschutz-grundverordnung|2016/679)',
      '(?:gdpr|dsgvo|ds-gvo|2016/679)~6 (?:article|artikel|art\\.?) 17',
      'right to (?:be forgotten|erasure)',
      'recht auf (?:löschung|vergessenwerden)',
    ],
    meant: [
      '(?:eras|delet|remov)\\w*~4 (?:my|our) personal data',
      '(?:löschung|löschen)~4 (?:meiner|meine|unserer|unsere|personenbezogenen?)~2 daten',
      'dsgvo|ds-gvo|gdpr',
      'personenbezogene[nr]? daten',
    ],
  },
  {
    legalBasis: 'EU_TM',
    isOrder: false,
    named: ['2017/1001', 'markengesetz|markeng', '(?:union|eu|eutm|european union) trade ?mark', 'unionsmarke'],
    meant: [
      '(?:registered|our) trade ?marks?',
      'trade ?mark infringement',
      'markenrechts?verletzung|markenrecht\\w*',
      'eingetragene[nr]? marke',
    ],
  },
  {
    legalBasis: 'DSA_ART16',
    isOrder: false,
    named: [
      `(?:article|artikel|art\\.?) 16~6 ${DIGITAL_SERVICES}`,
      `${DIGITAL_SERVICES}~6 (?:article|artikel|art\\.?) 16`,
      DIGITAL_SERVICES,
    ],
    meant: ['§+ ?(?:97|98|99|101)~3 urhg', 'urheberrechtsverletzung', 'copyright infringement', 'stgb'],
  },
  {
    legalBasis: 'TERMS',
    isOrder: false,
    named: [
      '(?:community guidelines|terms of (?:service|use)|nutzungsbedingungen|gemeinschaftsrichtlinien|agb)~6 (?:violat|breach|verst|verletz)\\w*',
      '(?:violat|breach|verst|verletz)\\w*~6 (?:community guidelines|terms of (?:service|use)|nutzungsbedingungen|gemeinschaftsrichtlinien|agb)',
    ],
    meant: [],
  },
];
