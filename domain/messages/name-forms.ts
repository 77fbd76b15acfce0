import { NAME_PARTICLES } from './name-particles.ts';
import { spelledOut } from './spelled-out.ts';

/** How people are addressed, before a last name; an academic title may stand between. */
const SALUTATIONS = ['Frau', 'Herr', 'Herrn', 'Familie', 'Mr', 'Mrs', 'Ms', 'Miss', 'Mx', 'Dr', 'Prof'];
const TITLES = new Set([
  'dr',
  'prof',
  'frau',
  'herr',
  'herrn',
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'ra',
  'rain',
  'med',
  'jur',
]);
const PARTICLES = new Set(NAME_PARTICLES);
/** What people put before their name when they sign. */
const SIGNED = /^(?:\/s\/|gez\.?|signed:?|sgd\.?)\s+/i;
const MOST_WORDS = 6;

interface NameParts {
  readonly given: readonly string[];
  readonly last: string;
}

function bare(word: string): string {
  return word.toLowerCase().replace(/\.$/, '');
}

function partsOf(name: string): NameParts | null {
  const words = name.trim().split(/\s+/);
  if (words.length > MOST_WORDS || !/^[\p{L}\p{M}.'’ -]+$/u.test(name)) return null;
  const firstOfName = words.findIndex((word) => !TITLES.has(bare(word)));
  const own = firstOfName === -1 ? [] : words.slice(firstOfName);
  if (own.length < 2) return null;
  const particle = own.findIndex((word, index) => index > 0 && PARTICLES.has(bare(word)));
  const lastAt = particle === -1 ? own.length - 1 : particle;
  return lastAt > 3 ? null : { given: own.slice(0, lastAt), last: own.slice(lastAt).join(' ') };
}

function initialsOf(given: readonly string[]): string {
  return given.map((word) => `${word.slice(0, 1)}.`).join(' ');
}

function inAllOrders({ given, last }: NameParts): readonly string[] {
  const all = given.join(' ');
  const [first = all] = given;
  const initial = `${first.slice(0, 1)}.`;
  const addressed = SALUTATIONS.flatMap((salutation) => [
    `${salutation} ${last}`,
    ...(/^(?:Mr|Mrs|Ms|Dr|Prof)$/.test(salutation) ? [`${salutation}. ${last}`] : []),
  ]);
  const short = [`${first} ${last}`, `${initial} ${last}`, `${initial}${last}`, `${initialsOf(given)} ${last}`];
  return [
    `${all} ${last}`,
    `${last}, ${all}`,
    `${last} ${all}`,
    ...short,
    `${last}, ${initial}`,
    `${all}-${last}`.replaceAll(' ', '-'),
    ...addressed,
  ];
}

/**
 * A name in the ways in which it is written: as it is, last name first, with initials, with a form of address before
 * the last name, with vowels spelled out. Of what is no name of two to four words only the text itself.
 */
export function nameForms(value: string): readonly string[] {
  const name = value.normalize('NFKC').replace(SIGNED, '').trim();
  const parts = partsOf(name);
  const forms = parts === null ? [name] : [name, ...inAllOrders(parts)];
  return [...new Set(forms.flatMap((form) => [form, spelledOut(form) ?? form]))];
}
