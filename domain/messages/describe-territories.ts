import type { Language } from '#domain/party';
import { EEA_COUNTRIES, EU_MEMBER_STATES } from '#domain/territory';
import { COUNTRY_NAMES } from './country-names.ts';

const GROUP_NAMES = {
  WORLD: { en: 'worldwide', de: 'weltweit' },
  EEA: {
    en: 'all countries of the European Economic Area',
    de: 'alle Staaten des Europäischen Wirtschaftsraums',
  },
  EU: { en: 'all Member States of the European Union', de: 'alle Mitgliedstaaten der Europäischen Union' },
} as const;

function nameOf(code: string, language: Language): string {
  const names = COUNTRY_NAMES[code];
  if (!names) return code;
  return language === 'en' ? names[0] : names[1];
}

/** Orders names the same way on every machine: umlauts beside their vowel, no locale data needed. */
function sortKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/**
 * A set of territories as a list for a reader, to stand after a colon: groups first (`WORLD` swallows all, `EEA` and
 * `EU` are recognised when every country of theirs is there or named as a group), then countries by name. A code
 * without a known name stands as it is.
 */
export function describeTerritories(territories: readonly string[], language: Language): string {
  const codes = new Set(territories);
  if (codes.has('WORLD')) return GROUP_NAMES.WORLD[language];
  const parts: string[] = [];
  for (const [group, members] of [
    ['EEA', EEA_COUNTRIES],
    ['EU', EU_MEMBER_STATES],
  ] as const) {
    const complete = codes.has(group) || members.every((code) => codes.has(code));
    if (!complete) continue;
    parts.push(GROUP_NAMES[group][language]);
    for (const code of [group, 'EU', ...members]) codes.delete(code);
  }
  const names = [...codes].map((code) => nameOf(code, language));
  const inOrder = names.sort((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1));
  return [...parts, ...inOrder].join(', ');
}
