import type { Language } from '#domain/party';

/** The words of the reference page. */
export interface Words {
  readonly title: string;
  readonly intro: string;
  readonly routes: string;
  readonly skip: string;
  readonly other: { readonly language: Language; readonly label: string };
  readonly who: string;
  readonly anybody: string;
  readonly caseToken: string;
  readonly body: string;
  readonly query: string;
  readonly answer: string;
  readonly schema: string;
  readonly errors: string;
  readonly machine: string;
  readonly authentication: string;
  /** How to get a token where the product runs on one machine; it is no route of the interface. */
  readonly onOneMachine: string;
  readonly example: string;
  readonly bases: string;
}

/** The words of the reference page in each language. */
export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Writ: reference of the HTTP interface',
    intro:
      'Errors are problem documents (RFC 9457). A POST may carry an Idempotency-Key of at least 128 random bits, such as a UUID: the same key with the same body gives the same answer for 24 hours. A body holds at most 1 MiB; unknown fields are refused with their path.',
    routes: 'Routes',
    skip: 'Skip to the content',
    other: { language: 'de', label: 'Deutsch' },
    who: 'Who',
    anybody: 'anybody',
    caseToken: 'the holder of the access token of that case',
    body: 'Body',
    query: 'Query',
    answer: 'Answer',
    schema: 'Schema',
    errors: 'Every other status holds a problem document.',
    machine: 'The same for programs: OpenAPI 3.1',
    authentication: 'Authentication',
    onOneMachine:
      'Only where Writ runs on one machine (npm start), POST /_local/token with {"role":"specialist","subject":"sam"} gives a token of any role; for an authority, the subject is its id.',
    example: 'Example',
    bases: 'Legal bases open to this route',
  },
  de: {
    title: 'Writ: Referenz der HTTP-Schnittstelle',
    intro:
      'Fehler sind Problem-Dokumente (RFC 9457). Ein POST darf einen Idempotency-Key mit mindestens 128 zufälligen Bits tragen, etwa eine UUID: Derselbe Schlüssel mit demselben Inhalt ergibt 24 Stunden lang dieselbe Antwort. Ein Inhalt umfasst höchstens 1 MiB; unbekannte Felder werden mit ihrem Pfad abgewiesen.',
    routes: 'Routen',
    skip: 'Zum Inhalt springen',
    other: { language: 'en', label: 'English' },
    who: 'Wer',
    anybody: 'alle',
    caseToken: 'wer das Zugangstoken dieses Falls hat',
    body: 'Inhalt',
    query: 'Abfrage',
    answer: 'Antwort',
    schema: 'Schema',
    errors: 'Jeder andere Status enthält ein Problem-Dokument.',
    machine: 'Dasselbe für Programme: OpenAPI 3.1',
    authentication: 'Anmeldung',
    onOneMachine:
      'Nur wo Writ auf einem Rechner läuft (npm start), ergibt POST /_local/token mit {"role":"specialist","subject":"sam"} ein Token jeder Rolle; bei einer Behörde ist subject ihre Kennung.',
    example: 'Beispiel',
    bases: 'Rechtsgrundlagen, die hier offenstehen',
  },
};
