import type { CounterNoticeElement } from '../counter-notice-rule.ts';
import type { ElementId } from '../legal-basis.ts';
import type { Certainty } from './passage.ts';

/** What a message must hold: an element of a notice or order, or one of a counter-notice. */
export type ReadElementId = ElementId | CounterNoticeElement;

/** The words that show an element, in English and German. */
export interface ElementWords {
  /** Words that are the element themselves: a statement that the law asks for. */
  readonly says?: readonly string[];
  /** How far such words show it. @default sure */
  readonly certainty?: Certainty;
  /** Words behind or below which the element stands: a label or a form's question. */
  readonly asks?: readonly string[];
}

const SIGN_OFF =
  '(?:sincerely|truthfully|(?:best|kind|warm) (?:regards|wishes)|regards|respectfully|yours (?:faithfully|truly|sincerely)|best|mit freundlichen grüßen|mit freundlichen gruessen|freundliche grüße|mit freundlichem gruß|hochachtungsvoll|viele grüße|beste grüße)(?: yours)?,?';
const NAME_LABEL =
  '(?:full|legal|first|your|contact|my)?(?: legal)? ?name(?: of~4)? ?:|name (?:und|and) (?:anschrift|address) ?:|(?:vor- und )?(?:nachname|zuname)? ?name ?:';
const ADDRESS = ['(?:postal |mailing |physical |street )?address ?:', 'anschrift ?:', 'adresse ?:', 'physical address'];
const PHONE = [
  '(?:tele)?phone(?: number)? ?:',
  'tel(?:efon)?(?:nummer)?\\.? ?:',
  'telephone number',
  'mobile ?:',
  'mobil ?:',
];
const MAIL = ['e-?mail(?:[- ]?(?:address|adresse))? ?(?:id)?:', 'kontakt ?:', 'contact (?:information|details) ?:'];

/** By element. What is a place, a work or a date is shown by what was read of those. */
export const ELEMENT_WORDS: Readonly<Partial<Record<ReadElementId, ElementWords>>> = {
  explanation: {
    certainty: 'uncertain',
    says: [
      '(?:infring|plagiari)\\w*',
      '(?:because|since|as) (?:it|they|this|the|these|he|she|i|we|my|our)',
      '(?:violat|breach)(?:es|ed|ing|ion)~6',
      '(?:copied|stolen|leaked|defamatory|unlawful|illegal|unauthori[sz]ed|false)',
      '(?:verletzt|verstößt|verletzung|rechtswidrig|strafbar|weil|da (?:es|er|sie|der|die|das)|beleidig\\w*|verleumd\\w*|unwahr\\w*|volksverhetz\\w*)',
      '§+ ?\\d{1,4}',
      '(?:shows?|contains?|discloses?|depicts?|reveals?|publishe[sd]|zeigt|enthält|offenbart|veröffentlicht)',
    ],
  },
  name: {
    certainty: 'likely',
    says: ['my name is~3', '(?:ich heiße|mein name ist)~3'],
    asks: [NAME_LABEL, 'full legal name', SIGN_OFF, '(?:from|von) ?:'],
  },
  email: { certainty: 'likely', asks: [...MAIL, '(?:from|von) ?:'] },
  contact: {
    certainty: 'likely',
    asks: [...MAIL, ...PHONE, ...ADDRESS, 'so that~3 can get back to you', '(?:from|von) ?:'],
  },
  signature: {
    certainty: 'likely',
    says: ['/s/~3', '(?:electronically|digitally|physically) signed~3'],
    asks: [
      '(?:physical |electronic |digital )?signature ?:?',
      'signed ?[:,]?',
      'full legal name',
      '(?:unterschrift|unterzeichnet|gezeichnet|gez\\.) ?:?',
      SIGN_OFF,
    ],
  },
  'good-faith': {
    says: [
      'good[- ]faith belief',
      'in good faith',
      '(?:in |nach |im )?gute[mns]{1,2} glaubens?',
      'firmly believe that~9 authori[sz]ation',
      'nach bestem wissen',
    ],
  },
  accuracy: {
    says: [
      '(?:information|notification|notice|statements?|complaint)~8 (?:is|are) (?:true|accurate|correct|complete)',
      'true and correct',
      'accurate and complete',
      '(?:angaben|informationen|meldung)~6 (?:richtig|korrekt|zutreffend|wahr|wahrheitsgemäß|vollständig)\\w*',
      'wahrheitsgemäß',
      'richtigkeit~6 (?:angaben|versicher\\w*)',
    ],
  },
  authorised: {
    says: [
      '(?:am|are|is) (?:the|an?|duly|fully)?~4 (?:authori[sz]ed|copyright holder|copyright owner|owner|rights? ?holder|proprietor)',
      'authori[sz]ed~3 (?:to act|agent|representative)',
      'on behalf of',
      '(?:bin|sind)~3 (?:berechtigt|befugt|bevollmächtigt|inhaber\\w*|urheber\\w*|rechteinhaber\\w*)',
      'namens und in vollmacht',
      '(?:im namen|im auftrag|in vertretung)',
    ],
  },
  'penalty-of-perjury': {
    says: [
      'penalt(?:y|ies) of~1 perjury',
      '(?:strafandrohung|strafe)~3 meineids?',
      'an eides statt',
      'eidesstattlich\\w*',
    ],
  },
  work: {
    certainty: 'likely',
    says: [
      '(?:owner|author|creator|holder) of~3 (?:copyright|work|works|code|book|software|song|photo|image|game|app)~4',
      'urheber(?:in)? (?:des|der)~3',
    ],
    asks: [
      'original copyrighted work',
      '(?:original|copyrighted|protected|infringed) (?:work|works|content|material)(?:\\(s\\))?(?: infringed)? ?:?',
      '(?:title|name) of~2 works? ?:',
      '(?:werk|werke|werktitel|titel|original|originalwerk|geschütztes werk) ?:',
    ],
  },
  mark: {
    certainty: 'likely',
    says: [
      '(?:trade ?mark|marke|unionsmarke|wortmarke|bildmarke|wortbildmarke|reg(?:istration)?|registernummer)~5 (?:no\\.?|nr\\.?|number|nummer)? ?[a-z]{0,3} ?\\d{5,12}',
    ],
  },
  'affected-person': {
    says: [
      "(?:i am|i'm) (?:the|a)~2 (?:person|subject|individual|data subject|one)~3 (?:depicted|shown|concerned|affected|in|named)?",
      '(?:about|of|shows?|depicts?|depicting|showing) (?:me|my (?:child|son|daughter|client))',
      'my personal data',
      'my client',
      '(?:betroffene|abgebildete)~1 person',
      '(?:zeigt|betrifft|über) (?:mich|mein(?:e|en)? (?:kind|sohn|tochter|mandant\\w*))',
      '(?:meiner|meine) personenbezogenen~1 daten',
    ],
  },
  meaning: {
    certainty: 'uncertain',
    says: ['(?:meaning|means|imputes|implies|suggests)~2 that', '(?:bedeutet|besagt|unterstellt)~3'],
  },
  inaccuracies: {
    certainty: 'uncertain',
    says: ['(?:false|untrue|inaccurate|not true|incorrect)', '(?:unwahr|falsch|unzutreffend)\\w*'],
  },
  'poster-unknown': {
    certainty: 'likely',
    says: [
      "(?:do not|don't)~2 (?:know|have)~6 (?:poster|author|person|who|information|identity)",
      'anonym\\w*',
      'nicht bekannt,? wer',
    ],
  },
  authority: {
    certainty: 'uncertain',
    says: [
      '(?:amts|land|oberlandes|bundes|kammer|verwaltungs)gericht\\w*~2',
      '(?:ag|lg|olg|vg) [a-zäöü]{3,}',
      'bundeskriminalamt|landeskriminalamt|staatsanwaltschaft~1|bundesnetzagentur|\\w*medienanstalt\\w*|polizeipräsidium~1',
      "(?:district|high|supreme|county|superior|regional|federal|magistrates'?|commercial|civil|circuit) court(?: of~3)?",
      'e-?safety commissioner',
      '(?:ministry|department|office) of~3',
    ],
    asks: ['(?:issuing|competent|ordering) authority~2 ?:', '(?:anordnende|ausstellende|zuständige) behörde~1 ?:'],
  },
  'statement-of-reasons': {
    certainty: 'likely',
    asks: ['gründe ?:?', 'begründung ?:?', '(?:statement of )?reasons ?:?', 'grounds ?:?', 'sachverhalt ?:?'],
    says: ['(?:because|on the ground that|weil|da der|da die|da das)~6'],
  },
  provision: {
    certainty: 'likely',
    says: [
      '(?:pursuant to|under|in accordance with|gemäß|gem\\.|nach|aufgrund|based on|legal basis ?:?|rechtsgrundlage ?:?)~4 (?:§+|section|sec\\.|article|artikel|art\\.?|rule|order) ?\\d+\\w*~5',
      '§+ ?\\d{1,4}\\w?~4',
    ],
  },
  redress: {
    certainty: 'likely',
    says: [
      '(?:rechtsbehelfs|rechtsmittel)belehrung',
      '(?:rechtsbehelf|rechtsmittel|beschwerde|widerspruch|anfechtung)~8 (?:eingelegt|erhoben|zulässig|möglich|einlegen|statthaft)',
      '(?:right to|may|possibility of)~3 (?:appeal|challenge|redress|review)',
      '(?:judicial|legal)~2 (?:redress|remed(?:y|ies))',
    ],
  },
  signed: {
    certainty: 'uncertain',
    says: [
      '(?:qualifizierte[rn]? )?elektronische[rn]? signatur',
      '(?:digitally|electronically) signed',
      '(?:qualified )?electronic signature',
      'beglaubigte? (?:abschrift|kopie)',
      'ausgefertigt',
    ],
  },
  territory: {
    certainty: 'likely',
    says: [
      'territorial scope~8',
      'räumliche\\w* geltungsbereich~8',
      '(?:within|in|throughout|for) (?:the )?(?:territory|territories) of~5',
      '(?:in|im|für) (?:der bundesrepublik )?(?:deutschland|bundesgebiet|der europäischen union|allen mitgliedstaaten)',
      '(?:in|throughout|within) (?:the )?(?:european union|germany|union|united (?:kingdom|states)|all member states)',
      'world-?wide|weltweit|globally',
    ],
  },
  mistake: {
    says: [
      '(?:mistake|error) or (?:a )?misidentification',
      '(?:removed|disabled|taken down)~8 (?:mistake|misidentification)',
      '(?:irrtum|irrtümlich|versehen|versehentlich|verwechslung|fehlidentifi\\w*|zu unrecht)~8 (?:gesperrt|gelöscht|entfernt)',
      '(?:gesperrt|gelöscht|entfernt)~6 (?:irrtum|irrtümlich|versehen|versehentlich|verwechslung|fehlidentifi\\w*|zu unrecht)',
    ],
  },
  postalAddress: { certainty: 'likely', asks: [...ADDRESS, 'my address is'] },
  telephone: { certainty: 'likely', asks: [...PHONE, 'phone number is'] },
  jurisdiction: {
    says: [
      '(?:consent|submit) to~3 jurisdiction',
      '(?:zuständigkeit|gerichtsbarkeit)~8 (?:einverstanden|unterwerfe|zu|akzeptiere|anerkenne)',
      '(?:stimme|unterwerfe)~4 (?:zuständigkeit|gerichtsbarkeit)',
    ],
  },
  service: {
    says: [
      'accept service of process',
      '(?:zustellung|zustellungen|klagezustellung)~6 (?:entgegen|annehmen|akzeptiere|nehme)',
    ],
  },
};
