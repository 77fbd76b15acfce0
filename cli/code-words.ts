import type { Language, Role } from '#domain/party';

const ROLES: Readonly<Record<Role | 'trained person', string>> = {
  public: 'Öffentlichkeit',
  'trusted-flagger': 'vertrauenswürdiger Hinweisgeber',
  authority: 'Behörde',
  specialist: 'Sachbearbeitung',
  counsel: 'Justiziariat',
  lead: 'Leitung',
  operator: 'Betrieb',
  auditor: 'Prüfung',
  vendor: 'Dienstleister',
  'trained person': 'geschulte Person',
};

const QUEUES: Readonly<Record<string, string>> = {
  complaints: 'interne Beschwerden',
  copyright: 'Urheberrecht',
  defamation: 'Verleumdung',
  'foreign-orders': 'ausländische Anordnungen',
  grievances: 'Beschwerden',
  'intimate-images': 'intime Aufnahmen',
  notices: 'Meldungen',
  orders: 'Anordnungen',
  privacy: 'Datenschutz',
  terms: 'eigene Regeln',
  terrorism: 'Terrorismus',
  'trade-marks': 'Marken',
};

const REASONS: Readonly<Record<string, string>> = {
  bounced: 'zurückgekommen',
  'bounced-permanent': 'endgültig zurückgekommen',
  'bounced-transient': 'vorübergehend zurückgekommen',
  draft: 'ein Entwurf zum Versand durch eine Person',
  overtaken: 'überholt: was der Entwurf sagt, gilt nicht mehr',
  'non-disclosure': 'der Geheimhaltung wegen zurückgehalten',
  'hearing-over': 'die Anhörung ist beendet',
  'leak-found': 'nennt, was die lesende Person nicht wissen darf',
  'contradiction-found': 'widerspricht einer anderen Mitteilung derselben Entscheidung',
  'not-accepted': 'nicht rechtzeitig angenommen',
  'no-word-of-delivery': 'keine Nachricht über die Zustellung',
  'rejected-by-mail-service': 'vom Maildienst zurückgewiesen',
  'refused-by-mail-service': 'vom Maildienst abgelehnt',
  'no-address': 'keine Adresse bekannt',
  'not-connected': 'nicht angebunden',
  'answer-missed': 'die Antwort ging verloren',
  'turned-away': 'vorläufig abgewiesen',
  'token-refused': 'Zugangsschlüssel abgelehnt',
  'account-refused': 'Zugang abgelehnt',
  'report-refused': 'Meldung abgelehnt',
  'notice-refused': 'Meldung abgelehnt',
  'not-shared': 'wird nicht geteilt',
  'not-in-place': 'nicht als umgesetzt nachgewiesen',
  'not-restored': 'nicht als wiederhergestellt nachgewiesen',
  'not-preserved': 'nicht aufbewahrt',
  'execution-failed': 'der Workflow ist gescheitert',
  'execution-ended': 'der Workflow endete vorzeitig',
};

const DETAILS: Readonly<Record<string, string>> = { name: 'Name', 'postal-address': 'Postanschrift' };

const RESTARTS: Readonly<Record<string, string>> = {
  clarification: 'eine Klarstellung ging ein',
  'impossibility-ended': 'die Unmöglichkeit ist vorbei',
};

const CHANGES: Readonly<Record<string, string>> = {
  restart: 'Neubeginn',
  extension: 'Verlängerung',
  pause: 'Unterbrechung',
  amendment: 'Änderung',
};

/** A role in a language, or the name of whoever else is named in its place. */
export function roleInWords(name: string, language: Language): string {
  return inGerman(ROLES, name, language) ?? name;
}

/** A queue in a language. */
export function queueInWords(queue: string, language: Language): string {
  return inGerman(QUEUES, queue, language) ?? queue;
}

/** Why something waits or began anew: with the code beside the word, since the runbooks go by it. */
export function reasonInWords(reason: string, language: Language): string {
  const words = inGerman(REASONS, reason, language);
  return words === null ? reason : `${words} (${reason})`;
}

/** A detail that an answer lacks. */
export function detailInWords(detail: string, language: Language): string {
  return inGerman(DETAILS, detail, language) ?? detail;
}

/** What began a period anew. */
export function restartInWords(because: string, language: Language): string {
  return inGerman(RESTARTS, because, language) ?? because;
}

/** What an entry in the ledger of a clock does. */
export function changeInWords(kind: string, language: Language): string {
  return inGerman(CHANGES, kind, language) ?? kind;
}

/** The codes are words of English: only German has others. */
function inGerman(words: Readonly<Record<string, string>>, code: string, language: Language): string | null {
  return language === 'de' ? (words[code] ?? null) : null;
}
