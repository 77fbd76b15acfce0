/**
 * Words beside a name that are no part of it, in small letters and without dots and hyphens: forms of address, titles
 * and callings, in English and German. Before a last name each of them tells whose it is.
 */
const BEFORE_NAMES =
  'frau herr herrn hr fr familie mr mrs ms miss mx sir dame lady lord madam madame monsieur mme mlle ' +
  'señor señora signor signora ' +
  'dr drs doctor doktor prof professor professorin univprof pd privatdozent ' +
  'mag magister magistra dipl diplom dipling ing ingenieur diplkfm diplkauffrau diplkaufmann diplvw dipljur ' +
  'dipljurist assessor assessorin ass komm kommr hofrat ' +
  'ra rain rae rechtsanwalt rechtsanwältin rechtsanwälte anwalt anwältin fachanwalt fachanwältin syndikusrechtsanwalt ' +
  'syndikusrechtsanwältin patentanwalt patentanwältin steuerberater steuerberaterin notar notarin ' +
  'solicitor barrister attorney lawyer counsel advocate notary ' +
  'judge justice richter richterin rev reverend father sister pfarrer pfarrerin hon honourable honorable rt ' +
  'capt captain col colonel gen general sgt sergeant lt lieutenant officer inspector';

/** What follows a title, or is written together with it. */
const PARTS_OF_TITLES =
  'hc habil med jur iur phil rer nat pol oec theol vet dent mult em eh drjur drmed drhc drphil drrernat';

/** What is written behind names, without dots and as it is written: a last name may be the same word in other letters. */
const BEHIND_NAMES =
  'LLM LLB LLD PhD DPhil MPhil MA BA BSc MSc BEng MEng BEd MEd MBA EMBA JD SJD BCL QC KC SC MP MEP MD MdB MdL ' +
  'FRS FRSA OBE CBE MBE CPA Esq Esquire Jr Jnr Junior Sr Snr Senior II III IV StB WP Sc';

/** What makes a name one of a company, in small letters and without dots, and words that many companies have. */
const OF_COMPANIES =
  'gmbh mbh mbb ggmbh ag kg kgaa ohg gbr ug ev eg se ltd limited plc llp llc lp inc corp corporation co company sa sas ' +
  'sarl srl spa bv nv ab oy as aps partg partner partners partnerschaft partnerschaftsgesellschaft sozietät associates ' +
  'sons söhne kanzlei rechtsanwaltskanzlei anwaltskanzlei notariat firma firm law legal office offices ' +
  'group gruppe holding international global deutschland europe media medien music musik records rights rechte ' +
  'entertainment productions production publishing verlag film films studio studios digital online service services ' +
  'solutions consulting management agency agentur brand brands protection association verein verband stiftung foundation ' +
  'the die das ein eine';

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Titles and forms of address, as `BEFORE_NAMES` says. */
export const TITLES_BEFORE_NAMES: ReadonlySet<string> = setOf(BEFORE_NAMES);
const TITLE_PARTS = setOf(PARTS_OF_TITLES);
const POST_NOMINALS = setOf(BEHIND_NAMES);
const COMPANY_WORDS = setOf(OF_COMPANIES);

/** Tells whether a word is a title or a form of address, however it is abbreviated. */
export function isTitle(word: string): boolean {
  return TITLES_BEFORE_NAMES.has(word.replace(/[.\-‐‑]/g, '').toLowerCase());
}

/** Tells whether a word of a name field is a title, a degree or a word of companies, and so no part of a person's name. */
export function isBesideName(word: string): boolean {
  const bare = word.replace(/[.\-‐‑]/g, '');
  const small = bare.toLowerCase();
  return (
    TITLES_BEFORE_NAMES.has(small) || TITLE_PARTS.has(small) || COMPANY_WORDS.has(small) || POST_NOMINALS.has(bare)
  );
}
