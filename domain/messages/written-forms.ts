import type { FactSheet } from './fact-sheet.ts';
import type { FieldRule } from './field-rules.ts';
import { formatDate, formatInstant, formatUtc } from './format-time.ts';

/** Values shorter than this are not looked for: three letters stand in any text by accident. */
export const SHORTEST_VALUE = 4;
/** A sentence of free text shorter than this betrays nothing by itself. */
const SHORTEST_SENTENCE = 24;
/** A short free text is looked for as a whole from this length on. */
const SHORTEST_PROSE = 12;
/** A part of an e-mail address shorter than this is too common a word. */
const SHORTEST_LOCAL_PART = 5;

const COMMON_LOCAL_PARTS = new Set(
  [
    'abuse',
    'admin',
    'contact',
    'copyright',
    'kanzlei',
    'kontakt',
    'legal',
    'notice',
    'noreply',
    'office',
    'recht',
  ].concat(['rechtsabteilung', 'service', 'support', 'webmaster', 'hello', 'privacy', 'datenschutz']),
);

const MAIL_PROVIDERS = new Set(
  [
    'aol.com',
    'freenet.de',
    'gmail.com',
    'gmx.at',
    'gmx.de',
    'gmx.net',
    'googlemail.com',
    'hotmail.com',
    'icloud.com',
  ].concat(['mailbox.org', 'outlook.com', 'posteo.de', 'proton.me', 't-online.de', 'web.de', 'yahoo.com']),
);

function addressForms(address: string): readonly string[] {
  const [local, domain] = address.toLowerCase().split('@');
  if (!local || !domain) return [];
  const telling = local.length >= SHORTEST_LOCAL_PART && !COMMON_LOCAL_PARTS.has(local);
  return [...(telling ? [local] : []), ...(MAIL_PROVIDERS.has(domain) ? [] : [domain])];
}

/** A name of two to four words also with its last word first, as in lists. */
function nameForms(name: string): readonly string[] {
  const words = name.trim().split(/\s+/);
  const last = words.at(-1);
  if (last === undefined || words.length < 2 || words.length > 4 || !/^[\p{L}\p{M}.'’ -]+$/u.test(name)) return [];
  const rest = words.slice(0, -1).join(' ');
  return [`${last}, ${rest}`, `${last} ${rest}`];
}

function textForms(value: string): readonly string[] {
  const isAddress = /^[^\s@]+@[^\s@]+$/.test(value);
  return [value, ...(isAddress ? addressForms(value) : nameForms(value))];
}

function proseForms(value: string): readonly string[] {
  const sentences = value.split(/\n|(?<=[.!?])\s+/).map((sentence) => sentence.trim());
  const telling = sentences.filter((sentence) => sentence.length >= SHORTEST_SENTENCE);
  return value.length >= SHORTEST_PROSE ? [value, ...telling] : telling;
}

function instantForms(value: string, zone: string): readonly string[] {
  if (!value.includes('T')) return [value, formatDate(value, 'en'), formatDate(value, 'de')];
  const local = (['en', 'de'] as const).map((language) => formatInstant(value, zone, language));
  return [value, formatUtc(value), ...local];
}

/** Every form in which a value of a field may be written in a message; none for the words of our own vocabulary. */
export function writtenForms(rule: FieldRule, value: string, facts: FactSheet): readonly string[] {
  switch (rule.kind) {
    case 'code':
      return [];
    case 'text':
      return textForms(value);
    case 'prose':
      return proseForms(value);
    case 'instant':
      return instantForms(value, facts.zone);
  }
}
