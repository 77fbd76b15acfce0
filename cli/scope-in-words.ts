import type { Component } from '#domain/item';
import { SENTENCES } from '#domain/messages/sentence-catalogue';
import type { Language } from '#domain/party';
import { groupTerritories } from './group-territories.ts';

const WHOLE = { en: 'the whole item', de: 'der ganze Inhalt' } as const;

/** The parts of an item by name; none named means all of it. */
export function partsInWords(components: readonly Component[], language: Language): string {
  if (components.length === 0) return WHOLE[language];
  return components.map((component) => SENTENCES[language][`component.${component}`]).join(', ');
}

/** Parts and territories: `audio in DE`. */
export function scopeInWords(
  components: readonly Component[],
  territories: readonly string[],
  language: Language,
): string {
  const parts = partsInWords(components, language);
  return territories.length === 0 ? parts : `${parts} in ${groupTerritories(territories)}`;
}
