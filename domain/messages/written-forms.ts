import { Language } from '#domain/party';
import type { FactSheet } from './fact-sheet.ts';
import type { FieldRule } from './field-rules.ts';
import { formatDate, formatEveryWay } from './format-time.ts';
import { nameForms } from './name-forms.ts';
import { mailAddressesIn, streetAddressesIn } from './personal-details.ts';

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

/** Words that people put where a name belongs, which betray nobody. */
const NO_SIGNATURES = new Set(['signature', 'unterschrift', 'signed', 'gezeichnet', 'anonymous', 'anonym']);

function textForms(value: string): readonly string[] {
  if (NO_SIGNATURES.has(value.trim().toLowerCase())) return [];
  const isAddress = /^[^\s@]+@[^\s@]+$/.test(value);
  return isAddress ? [value, ...addressForms(value)] : [value, ...nameForms(value)];
}

function proseForms(value: string): readonly string[] {
  const sentences = value.split(/\n|(?<=[.!?])\s+/).map((sentence) => sentence.trim());
  const telling = sentences.filter((sentence) => sentence.length >= SHORTEST_SENTENCE);
  const details = [...streetAddressesIn(value), ...mailAddressesIn(value)];
  return [...(value.length >= SHORTEST_PROSE ? [value] : []), ...telling, ...details];
}

function instantForms(value: string, zone: string): readonly string[] {
  if (!value.includes('T')) return [value, ...Language.options.map((language) => formatDate(value, language))];
  return [value, ...formatEveryWay(value, zone, Language.options)];
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
