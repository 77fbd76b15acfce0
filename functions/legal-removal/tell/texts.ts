import type { Language } from '#domain/party';

/** A sentence of ours that stands where a person would write one, in both languages. */
export type OwnText = Readonly<Record<Language, string>>;

/** Why an order cannot be carried out yet: its items were not found. */
export const NOT_LOCATED: OwnText = {
  en: 'The order does not identify content that could be located on the service.',
  de: 'Die Anordnung bezeichnet keinen Inhalt, der auf dem Dienst auffindbar wäre.',
};

/** Why an order is carried out in part only: some of its items were not found. */
export const NOT_ALL_LOCATED: OwnText = {
  en: 'Some of the content that the order names could not be located on the service.',
  de: 'Ein Teil der in der Anordnung bezeichneten Inhalte war auf dem Dienst nicht auffindbar.',
};

/** What would make it possible. */
export const EXACT_URLS_NEEDED: OwnText = {
  en: 'Please state the exact address (URL) of each item on the service.',
  de: 'Bitte nennen Sie die genaue Adresse (URL) jedes Inhalts auf dem Dienst.',
};

/** Why an order is not shown to be carried out as its hour runs out. */
export const NOT_PROVEN_IN_TIME: OwnText = {
  en: 'The technical systems of the service have not confirmed so far that access to every item is disabled.',
  de: 'Die technischen Systeme des Dienstes haben bisher nicht bestätigt, dass der Zugang zu jedem Inhalt gesperrt ist.',
};

/** Where a demand about somebody else's site belongs. */
export const OTHER_PROVIDER: { readonly door: OwnText; readonly url: null } = {
  door: {
    en: 'the provider of the site on which the content lies',
    de: 'der Anbieter der Seite, auf der sich der Inhalt befindet',
  },
  url: null,
};

/** Where a demand belongs that its sender may not make through this channel. */
export const OTHER_CHANNEL: { readonly door: OwnText } = {
  door: { en: 'the notice form for everybody', de: 'das Meldeformular für jedermann' },
};
