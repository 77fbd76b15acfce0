import type { Bilingual } from '../clock.ts';
import type { ElementId } from '../legal-basis.ts';

/** What each element of a request is called when it is asked for. */
export const ELEMENT_LABELS: Readonly<Record<ElementId, Bilingual>> = {
  explanation: {
    en: 'a sufficiently substantiated explanation of why the content is illegal',
    de: 'eine hinreichend begründete Erläuterung, warum der Inhalt rechtswidrig ist',
  },
  location: {
    en: 'the exact electronic location of each item (its URL on this platform)',
    de: 'der genaue elektronische Speicherort jedes Inhalts (seine URL auf dieser Plattform)',
  },
  'remaining-locations': {
    en: 'the exact electronic location of the items that we did not find',
    de: 'der genaue elektronische Speicherort der Inhalte, die wir nicht gefunden haben',
  },
  name: { en: 'your name', de: 'Ihr Name' },
  email: { en: 'your e-mail address', de: 'Ihre E-Mail-Adresse' },
  'good-faith': {
    en: 'a statement of your good-faith belief in what you say',
    de: 'die Erklärung, dass Sie in gutem Glauben von der Richtigkeit Ihrer Angaben überzeugt sind',
  },
  accuracy: {
    en: 'a statement that the information is accurate and complete',
    de: 'die Erklärung, dass die Angaben richtig und vollständig sind',
  },
  authorised: {
    en: 'a statement that you are authorised to act for the rights-holder',
    de: 'die Erklärung, dass Sie für die Rechteinhaberin oder den Rechteinhaber handeln dürfen',
  },
  'penalty-of-perjury': {
    en: 'the statement, under penalty of perjury, that you are authorised to act for the owner of the right',
    de: 'die Erklärung unter Strafandrohung für Meineid, dass Sie für die Inhaberin oder den Inhaber des Rechts handeln dürfen',
  },
  signature: { en: 'a physical or electronic signature', de: 'eine eigenhändige oder elektronische Unterschrift' },
  work: {
    en: 'the identification of the copyrighted work, or a representative list of works',
    de: 'die Bezeichnung des geschützten Werks oder eine repräsentative Liste der Werke',
  },
  contact: {
    en: 'contact details (address, telephone number, e-mail address)',
    de: 'Kontaktangaben (Anschrift, Telefonnummer, E-Mail-Adresse)',
  },
  authority: {
    en: 'the identity and authentication of the issuing authority',
    de: 'die Bezeichnung und der Nachweis der anordnenden Behörde',
  },
  'statement-of-reasons': {
    en: 'the statement of reasons of the order',
    de: 'die Begründung der Anordnung',
  },
  provision: { en: 'the legal basis of the order', de: 'die Rechtsgrundlage der Anordnung' },
  redress: { en: 'information about redress', de: 'die Rechtsbehelfsbelehrung' },
  'issued-at': { en: 'the date and time of issue', de: 'Datum und Uhrzeit des Erlasses' },
  signed: {
    en: 'the electronic signature of the authority',
    de: 'die elektronische Signatur der Behörde',
  },
  'order-reference': { en: 'the reference number of the order', de: 'das Aktenzeichen der Anordnung' },
  territory: {
    en: 'the territories in which the order is to have effect',
    de: 'der räumliche Geltungsbereich der Anordnung',
  },
  'affected-person': {
    en: 'a statement that you are the person concerned or may act for that person',
    de: 'die Erklärung, dass Sie die betroffene Person sind oder für sie handeln dürfen',
  },
  'non-consent': {
    en: 'a statement in good faith that the content was published without the consent of the person shown',
    de: 'die Erklärung in gutem Glauben, dass der Inhalt ohne Einwilligung der abgebildeten Person veröffentlicht wurde',
  },
  mark: {
    en: 'the mark, with its registration number, office and territory of registration',
    de: 'die Marke mit Registernummer, Amt und Schutzgebiet',
  },
  meaning: {
    en: 'the meaning that you attribute to the statement',
    de: 'die Bedeutung, die Sie der Äußerung beimessen',
  },
  inaccuracies: {
    en: 'which aspects of the statement are factually inaccurate, or are opinions that the facts do not support',
    de: 'welche Teile der Äußerung sachlich falsch oder Meinungen ohne Tatsachengrundlage sind',
  },
  'poster-unknown': {
    en: 'a statement that you do not know enough about the poster to bring proceedings against them',
    de: 'die Erklärung, dass Sie über den Verfasser nicht genug wissen, um gegen ihn gerichtlich vorzugehen',
  },
};

/** How each element is given when it is asked for: declared, said in words, or named as a place on the platform. */
export const ELEMENT_ANSWERS: Readonly<Record<ElementId, 'declared' | 'in-words' | 'place'>> = {
  explanation: 'in-words',
  location: 'place',
  'remaining-locations': 'place',
  name: 'in-words',
  email: 'in-words',
  'good-faith': 'declared',
  accuracy: 'declared',
  authorised: 'declared',
  'penalty-of-perjury': 'declared',
  signature: 'in-words',
  work: 'in-words',
  contact: 'in-words',
  authority: 'in-words',
  'statement-of-reasons': 'in-words',
  provision: 'in-words',
  redress: 'in-words',
  'issued-at': 'in-words',
  signed: 'declared',
  'order-reference': 'in-words',
  territory: 'in-words',
  'affected-person': 'declared',
  'non-consent': 'declared',
  mark: 'in-words',
  meaning: 'in-words',
  inaccuracies: 'in-words',
  'poster-unknown': 'declared',
};
