import type { ReportKind } from '#domain/delivery';
import type { Language } from '#domain/party';

/** The sentences of reports in one language. */
interface Sentences {
  readonly title: Readonly<Record<ReportKind, string>>;
  readonly to: (name: string) => string;
  readonly from: (name: string, address: string, contact: string) => string;
  readonly reference: (reference: string) => string;
  readonly basis: (basis: string) => string;
  readonly aware: Readonly<Record<ReportKind, (at: string) => string>>;
  readonly contents: string;
  readonly published: (at: string) => string;
  readonly account: (account: string) => string;
  readonly unknown: string;
  readonly further: (count: number) => string;
  readonly words: string;
  readonly quoted: (words: string) => string;
  readonly files: string;
  readonly sender: string;
  readonly signed: (name: string, at: string) => string;
}

const ENGLISH: Sentences = {
  title: {
    'crime-report': 'Notification of the suspicion of a criminal offence',
    'terrorism-report': 'Notification of terrorist content involving an imminent threat to life',
    'child-safety-report': 'Report of apparent sexual abuse of a child',
    'welfare-disclosure': 'Call for help for a person who may be in danger',
  },
  to: (name) => `To: ${name}`,
  from: (name, address, contact) => `From: ${name}, ${address}, ${contact}`,
  reference: (reference) => `Our reference: ${reference}`,
  basis: (basis) => `We write on the basis of ${basis}.`,
  aware: {
    'crime-report': (at) =>
      `On ${at} we became aware of information giving rise to the suspicion that a criminal offence involving a threat to the life or safety of a person has taken place, is taking place or is likely to take place.`,
    'terrorism-report': (at) => `On ${at} we became aware of terrorist content involving an imminent threat to life.`,
    'child-safety-report': (at) =>
      `On ${at} we became aware of content that apparently shows or concerns the sexual abuse of a child. The material itself is not part of this report.`,
    'welfare-disclosure': (at) =>
      `On ${at} we became aware of words that suggest that a person may harm themselves. We do not suspect an offence.`,
  },
  contents: 'The content:',
  published: (at) => `Published: ${at}`,
  account: (account) => `Account (id, name, e-mail, country): ${account}`,
  unknown: 'not known to us',
  further: (count) => `and ${count} more, on request.`,
  words: 'What was written to us, word for word:',
  quoted: (words) => `“${words}”`,
  files: 'Files sent with it, of which we kept only the hash:',
  sender: 'Who wrote to us is told to you on request, under our reference.',
  signed: (name, at) => `${name}, ${at}`,
};

const GERMAN: Sentences = {
  title: {
    'crime-report': 'Meldung des Verdachts einer Straftat',
    'terrorism-report': 'Meldung terroristischer Inhalte mit unmittelbarer Bedrohung von Leben',
    'child-safety-report': 'Meldung mutmaßlichen sexuellen Missbrauchs eines Kindes',
    'welfare-disclosure': 'Hinweis zum Schutz einer Person, die in Gefahr sein kann',
  },
  to: (name) => `An: ${name}`,
  from: (name, address, contact) => `Von: ${name}, ${address}, ${contact}`,
  reference: (reference) => `Unser Zeichen: ${reference}`,
  basis: (basis) => `Grundlage dieses Schreibens: ${basis}.`,
  aware: {
    'crime-report': (at) =>
      `Am ${at} haben wir von Informationen Kenntnis erlangt, die den Verdacht begründen, dass eine Straftat, die eine Gefahr für das Leben oder die Sicherheit einer Person darstellt, begangen wurde, begangen wird oder begangen werden könnte.`,
    'terrorism-report': (at) =>
      `Am ${at} haben wir von terroristischen Inhalten Kenntnis erlangt, die mit einer unmittelbaren Bedrohung von Leben verbunden sind.`,
    'child-safety-report': (at) =>
      `Am ${at} haben wir von Inhalten Kenntnis erlangt, die mutmaßlich den sexuellen Missbrauch eines Kindes zeigen oder betreffen. Das Material selbst ist nicht Teil dieser Meldung.`,
    'welfare-disclosure': (at) =>
      `Am ${at} haben wir von Worten Kenntnis erlangt, die nahelegen, dass eine Person sich selbst gefährdet. Den Verdacht einer Straftat haben wir nicht.`,
  },
  contents: 'Die Inhalte:',
  published: (at) => `Veröffentlicht: ${at}`,
  account: (account) => `Konto (Kennung, Name, E-Mail, Land): ${account}`,
  unknown: 'uns nicht bekannt',
  further: (count) => `und ${count} weitere, auf Anfrage.`,
  words: 'Was uns geschrieben wurde, im Wortlaut:',
  quoted: (words) => `„${words}“`,
  files: 'Mitgesandte Dateien, von denen wir nur den Hashwert behalten haben:',
  sender: 'Wer uns geschrieben hat, teilen wir Ihnen auf Anfrage unter unserem Zeichen mit.',
  signed: (name, at) => `${name}, ${at}`,
};

/** The sentences of reports, by language. */
export const SENTENCES: Readonly<Record<Language, Sentences>> = { en: ENGLISH, de: GERMAN };
