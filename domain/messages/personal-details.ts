import { dialled } from './comparable-text.ts';

/** A number as it is dialled from abroad or in the country, or grouped as in North America; never a date or a time. */
const PHONE =
  /(?<![\w/.:,-])(?:(?:\+|00)\d{1,3}[\s()/.-]*(?:\(0\))?[\d\s()/.-]{6,18}\d|0\d{1,5}[\s)/-]*[\d\s/-]{4,14}\d|\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4})(?![\w:])/g;
const DATE = /^\s*\d{1,2}[./-]\s?\d{1,2}[./-]/;
/** Digits of a telephone number, without the prefix of the country or of the region, of which so many tell it. */
const FEWEST_DIGITS = 7;
const COUNTRY_PREFIX = /^(?:\+|00)(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/** The telephone numbers in a text: their digits without the prefix, as they stand in every way to write them. */
export function phoneNumbersIn(text: string): readonly string[] {
  const numbers = [...text.normalize('NFKC').matchAll(PHONE)]
    .map(([found]) => found)
    .filter((found) => !DATE.test(found));
  const digits = numbers.map((number) =>
    dialled(number).replace(COUNTRY_PREFIX, '').replace(/\D/g, '').replace(/^0+/, ''),
  );
  return [...new Set(digits)].filter((number) => number.length >= FEWEST_DIGITS);
}

const HOUSE = '\\d{1,4}\\s?[a-z]?(?![\\p{L}\\d])';
const GERMAN_STREET = new RegExp(
  `(?<![\\p{L}])(?:\\p{Lu}[\\p{L}.-]*(?:straße|strasse|str\\.|weg|platz|allee|gasse|ring|damm|ufer|chaussee|steig|stieg)|` +
    `\\p{Lu}[\\p{L}.-]*(?:\\s\\p{Lu}[\\p{L}.-]*)?\\s(?:Straße|Strasse|Str\\.|Weg|Platz|Allee|Gasse|Ring|Damm|Ufer|Chaussee))\\s${HOUSE}`,
  'gu',
);
const ENGLISH_STREET =
  /(?<![\w.])\d{1,5}[A-Za-z]?\s(?:\p{Lu}[\p{L}'’-]*\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Boulevard|Blvd|Way|Square|Court|Close|Terrace)(?!\p{L})/gu;
const STREET_SPELLINGS = ['straße', 'str.', 'str'] as const;

/** The street addresses with a house number in a text, each in the usual spellings of the word for street. */
export function streetAddressesIn(text: string): readonly string[] {
  const found = [...text.matchAll(GERMAN_STREET), ...text.matchAll(ENGLISH_STREET)].map(([address]) => address);
  const spelled = found.flatMap((address) => [
    address,
    ...STREET_SPELLINGS.map((spelling) => address.replace(/(?:straße|strasse|str\.)(?=\s)/iu, spelling)),
  ]);
  return [...new Set(spelled)];
}

/** The e-mail addresses in a text. */
export function mailAddressesIn(text: string): readonly string[] {
  return [...text.matchAll(/[\w.+-]{2,64}@[\w-]+(?:\.[\w-]+)+/g)].map(([address]) => address);
}
