import type { ElementId } from '#domain/legal-basis';
import type { Language } from '#domain/party';

/** A sentence of ours that stands where a person would write one, in both languages. */
export type OwnText = Readonly<Record<Language, string>>;

/** Why an order cannot be carried out yet, by what it lacks. */
export const LACKING: Readonly<Partial<Record<ElementId, OwnText>>> = {
  location: {
    en: 'The order does not identify content that could be located on the service.',
    de: 'Die Anordnung bezeichnet keinen Inhalt, der auf dem Dienst auffindbar wäre.',
  },
  'remaining-locations': {
    en: 'Some of the content that the order names could not be located on the service.',
    de: 'Ein Teil der in der Anordnung bezeichneten Inhalte war auf dem Dienst nicht auffindbar.',
  },
  authority: {
    en: 'The order does not name the issuing authority.',
    de: 'Die Anordnung nennt die ausstellende Behörde nicht.',
  },
  'statement-of-reasons': {
    en: 'The order contains no statement of reasons.',
    de: 'Die Anordnung enthält keine Begründung.',
  },
  provision: {
    en: 'The order names no provision on which it is based.',
    de: 'Die Anordnung nennt keine Vorschrift, auf die sie sich stützt.',
  },
  'issued-at': {
    en: 'The order does not state the date and time of its issue.',
    de: 'Die Anordnung gibt Datum und Uhrzeit der Ausstellung nicht an.',
  },
  signed: {
    en: 'The order bears no electronic signature, so that it cannot be verified that it is authentic.',
    de: 'Die Anordnung trägt keine elektronische Signatur, sodass sich ihre Echtheit nicht prüfen lässt.',
  },
};

/** Why an order cannot be carried out that lacks something else. */
export const LACKS_SOMETHING: OwnText = {
  en: 'The order does not contain all the information that is needed to execute it.',
  de: 'Die Anordnung enthält nicht alle Angaben, die zu ihrer Ausführung nötig sind.',
};

/** Why an order cannot be carried out that was changed to territories outside the reach of its basis. */
export const TERRITORIES_OUTSIDE: OwnText = {
  en: 'The territories to which the order was changed all lie outside the Member States of the European Union.',
  de: 'Die Gebiete, auf die die Anordnung geändert wurde, liegen sämtlich außerhalb der Mitgliedstaaten der Europäischen Union.',
};

/** What would make it possible. */
export const TERRITORIES_NEEDED: OwnText = {
  en: 'Please state the Member States in which access is to be disabled.',
  de: 'Bitte nennen Sie die Mitgliedstaaten, in denen der Zugang zu sperren ist.',
};

/** Why an order is not shown to be carried out as its hour runs out. */
export const NOT_PROVEN_IN_TIME: OwnText = {
  en: 'The technical systems of the service have not confirmed so far that access to every item is disabled.',
  de: 'Die technischen Systeme des Dienstes haben bisher nicht bestätigt, dass der Zugang zu jedem Inhalt gesperrt ist.',
};

/** What is asked for where an order contains manifest errors; its case is over, so that it comes back as a new one. */
export const CORRECTION_NEEDED: OwnText = {
  en: 'Please clarify or correct the points stated in the explanation, and send us the corrected order as a new order.',
  de: 'Bitte stellen Sie die in der Erläuterung genannten Punkte klar oder berichtigen Sie sie, und übermitteln Sie uns die berichtigte Anordnung als neue Anordnung.',
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
  door: {
    en: 'the interface for notices of everybody (POST /v1/notices)',
    de: 'die Schnittstelle für Meldungen von jedermann (POST /v1/notices)',
  },
};
