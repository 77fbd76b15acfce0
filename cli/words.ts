import type { DecisionView } from '#domain/api/case-views';
import type { ShownState } from '#domain/api/shared';
import type { Danger, Stage } from '#domain/case';
import type { Bilingual } from '#domain/clock';
import type { Complainant } from '#domain/complained-of';
import type { CounterNoticeState } from '#domain/counter-notice';
import type { Action, ApprovalVerdict, DecisionOutcome } from '#domain/decision';
import type { DeliveryChannel, DeliveryKind, DeliveryState } from '#domain/delivery';
import type { DataCategory, DisclosureChannel } from '#domain/disclosure';
import type { ErasureState } from '#domain/erasure';
import type { HearingResult, Position } from '#domain/hearing';
import type { Absence, EffectState } from '#domain/item';
import type { CaseOutcome } from '#domain/lifecycle';
import type { PartyRole } from '#domain/party';

type WordsFor<Code extends string> = Readonly<Record<Code, Bilingual>>;

/** What each state of a case is called. */
export const STATES: WordsFor<ShownState> = {
  received: { en: 'received', de: 'eingegangen' },
  validating: { en: 'being validated', de: 'Angaben werden geprüft' },
  'awaiting-information': { en: 'awaiting information', de: 'wartet auf Angaben' },
  'in-review': { en: 'in review', de: 'in Prüfung' },
  'awaiting-approval': { en: 'awaiting approval', de: 'wartet auf Freigabe' },
  'awaiting-response': { en: 'awaiting a response', de: 'wartet auf Stellungnahme' },
  acting: { en: 'being carried out', de: 'wird umgesetzt' },
  proving: { en: 'being proven', de: 'wird nachgewiesen' },
  restoring: { en: 'being restored', de: 'wird wiederhergestellt' },
  notifying: { en: 'telling everyone owed', de: 'Beteiligte werden informiert' },
  sealing: { en: 'being sealed', de: 'wird versiegelt' },
  closed: { en: 'closed', de: 'geschlossen' },
  'needs-operator': { en: 'needs an operator', de: 'braucht den Betrieb' },
};

/** How a case ended. */
export const OUTCOMES: WordsFor<CaseOutcome> = {
  actioned: { en: 'actioned', de: 'umgesetzt' },
  'partly-actioned': { en: 'partly actioned', de: 'teilweise umgesetzt' },
  rejected: { en: 'rejected', de: 'abgelehnt' },
  withdrawn: { en: 'withdrawn', de: 'zurückgenommen' },
  rerouted: { en: 'rerouted', de: 'weiterverwiesen' },
  duplicate: { en: 'duplicate', de: 'bereits gemeldet' },
  'already-unavailable': { en: 'already unavailable', de: 'bereits nicht verfügbar' },
  challenged: { en: 'challenged', de: 'angefochten' },
  disclosed: { en: 'disclosed', de: 'Auskunft erteilt' },
  refused: { en: 'refused', de: 'Auskunft abgelehnt' },
};

/** What is done to an item. */
export const ACTIONS: WordsFor<Action> = {
  disable: { en: 'disable', de: 'sperren' },
  remove: { en: 'remove', de: 'entfernen' },
  'age-restrict': { en: 'age-restrict', de: 'nur für Erwachsene' },
  demote: { en: 'demote', de: 'herabstufen' },
  mute: { en: 'mute', de: 'stummschalten' },
  label: { en: 'label', de: 'mit Hinweis versehen' },
  none: { en: 'none', de: 'keine Maßnahme' },
};

/** What a decision says. */
export const DECISIONS: WordsFor<DecisionOutcome> = {
  restrict: { en: 'restrict', de: 'beschränken' },
  reject: { en: 'reject', de: 'ablehnen' },
  duplicate: { en: 'duplicate', de: 'bereits gemeldet' },
  'already-unavailable': { en: 'already unavailable', de: 'bereits nicht verfügbar' },
  disclosed: { en: 'disclose', de: 'Auskunft erteilen' },
  refused: { en: 'refuse', de: 'Auskunft ablehnen' },
  upheld: { en: 'uphold the complaint', de: 'der Beschwerde stattgeben' },
};

/** What a decision does. */
export const DECISION_EFFECTS: WordsFor<DecisionView['effect']> = {
  restrict: { en: 'restrictions are put in place', de: 'Beschränkungen werden eingerichtet' },
  disclose: { en: 'data is handed over', de: 'Daten werden übergeben' },
  uphold: { en: 'the complaint is carried out', de: 'der Beschwerde wird abgeholfen' },
  none: { en: 'nothing is restricted', de: 'nichts wird beschränkt' },
  confirm: { en: 'what a rule decided stays', de: 'was eine Regel entschied, bleibt' },
  overturn: { en: 'what was done first is taken back', de: 'das vorab Getane wird zurückgenommen' },
  reverse: { en: 'restrictions are taken back', de: 'Beschränkungen werden zurückgenommen' },
};

/** What kind of data is handed over. */
export const DATA_CATEGORIES: WordsFor<DataCategory> = {
  subscriber: { en: 'subscriber data', de: 'Teilnehmerdaten' },
  identification: { en: 'data that identify the user', de: 'Daten zur Identifizierung' },
  traffic: { en: 'traffic data', de: 'Verkehrsdaten' },
  content: { en: 'content data', de: 'Inhaltsdaten' },
};

/** How a package of data is handed over. */
export const DISCLOSURE_CHANNELS: WordsFor<DisclosureChannel> = {
  'decentralised-it-system': { en: 'decentralised IT system', de: 'dezentrales IT-System' },
  'authority-portal': { en: 'portal of the authority', de: 'Portal der Behörde' },
  'encrypted-transfer': { en: 'encrypted transfer', de: 'verschlüsselte Übertragung' },
  'physical-medium': { en: 'data carrier', de: 'Datenträger' },
};

/** What the second person said. */
export const VERDICTS: WordsFor<ApprovalVerdict> = {
  approve: { en: 'approved', de: 'freigegeben' },
  return: { en: 'returned to review', de: 'zurückgegeben' },
  cancel: { en: 'cancelled', de: 'verworfen' },
};

/** What was shown of an effect. */
export const EFFECT_STATES: WordsFor<EffectState> = {
  proven: { en: 'proven', de: 'nachgewiesen' },
  pending: { en: 'pending', de: 'offen' },
  failed: { en: 'FAILED', de: 'FEHLGESCHLAGEN' },
};

/** Why nothing can be done to an item. */
export const ABSENCES: WordsFor<Absence> = {
  'not-located': {
    en: 'NOT LOCATED: not an address of the platform',
    de: 'NICHT AUFFINDBAR: keine Adresse der Plattform',
  },
  'not-found': {
    en: 'NOT LOCATED: the platform knows no such item',
    de: 'NICHT AUFFINDBAR: der Plattform unbekannt',
  },
  'part-not-found': {
    en: 'NOT LOCATED: the item has no such part',
    de: 'NICHT AUFFINDBAR: der Inhalt hat keinen solchen Teil',
  },
  gone: { en: 'GONE: no longer on the platform', de: 'FORT: nicht mehr auf der Plattform' },
  lapsed: {
    en: 'LAPSED: over before it was shown to be in place',
    de: 'VERSTRICHEN: vorbei, bevor es nachgewiesen war',
  },
};

/** What each message is called. */
export const MESSAGES: WordsFor<DeliveryKind> = {
  receipt: { en: 'receipt', de: 'Eingangsbestätigung' },
  'information-request': { en: 'request for what is missing', de: 'Bitte um fehlende Angaben' },
  'decision-to-sender': { en: 'decision', de: 'Entscheidung' },
  'statement-of-reasons': { en: 'statement of reasons', de: 'Begründung' },
  'hearing-notice': { en: 'invitation to answer', de: 'Bitte um Stellungnahme' },
  'hearing-outcome': { en: 'note that the content stays', de: 'Mitteilung, dass der Inhalt bleibt' },
  'hearing-confirmation': { en: 'note that others are heard', de: 'Mitteilung über die Anhörung' },
  'counter-notice-copy': { en: 'copy of the counter-notice', de: 'Kopie der Gegendarstellung' },
  'extension-notice': { en: 'note that the answer takes longer', de: 'Mitteilung der Fristverlängerung' },
  'scrutiny-request': { en: 'request for scrutiny', de: 'Antrag auf Überprüfung' },
  'complaint-decision': { en: 'decision on the complaint', de: 'Entscheidung über die Beschwerde' },
  'information-about-order': { en: 'information about the order', de: 'Information über die Anordnung' },
  'effect-report': { en: 'report of the effect', de: 'Bericht über die Wirkung' },
  'interim-effect-report': { en: 'interim report of the effect', de: 'Zwischenbericht über die Wirkung' },
  'impossibility-report-draft': {
    en: 'draft report that it is impossible',
    de: 'Entwurf der Meldung, dass es unmöglich ist',
  },
  'impossibility-report': { en: 'report that it is impossible', de: 'Meldung, dass es unmöglich ist' },
  'reinstatement-to-uploader': { en: 'reinstatement', de: 'Wiederherstellung' },
  'reinstatement-to-sender': { en: 'reinstatement', de: 'Wiederherstellung' },
  'withdrawal-confirmation': { en: 'confirmation of the withdrawal', de: 'Bestätigung der Rücknahme' },
  'reroute-notice': { en: 'where to turn instead', de: 'Verweis an die zuständige Stelle' },
  'partner-restriction': { en: 'restriction', de: 'Beschränkung' },
  'partner-reinstatement': { en: 'reinstatement', de: 'Wiederherstellung' },
  'transparency-database-entry': {
    en: 'entry in the Transparency Database',
    de: 'Eintrag in der Transparenzdatenbank',
  },
  'lumen-notice': { en: 'notice to Lumen', de: 'Meldung an Lumen' },
  'crime-report': { en: 'report of a suspected offence', de: 'Meldung des Verdachts einer Straftat' },
  'terrorism-report': { en: 'report of an imminent terrorist threat', de: 'Meldung einer terroristischen Bedrohung' },
  'child-safety-report': { en: 'report of apparent child abuse', de: 'Meldung mutmaßlichen Kindesmissbrauchs' },
  'welfare-disclosure': { en: 'call for help for a person', de: 'Hinweis zum Schutz einer Person' },
};

/** How far a message has come. */
export const DELIVERY_STATES: WordsFor<DeliveryState> = {
  owed: { en: 'owed', de: 'geschuldet' },
  claimed: { en: 'about to leave', de: 'vor der Übergabe' },
  accepted: { en: 'handed over', de: 'übergeben' },
  delivered: { en: 'delivered', de: 'zugestellt' },
  bounced: { en: 'came back', de: 'zurückgekommen' },
  parked: { en: 'PARKED', de: 'LIEGEN GEBLIEBEN' },
  scheduled: { en: 'withheld', de: 'zurückgehalten' },
};

/** How a message travels. */
export const CHANNELS: WordsFor<DeliveryChannel> = {
  mail: { en: 'mail', de: 'E-Mail' },
  webhook: { en: 'webhook', de: 'Webhook' },
  'transparency-database': { en: 'Transparency Database', de: 'Transparenzdatenbank' },
  lumen: { en: 'Lumen', de: 'Lumen' },
  ncmec: { en: 'CyberTipline', de: 'CyberTipline' },
  draft: { en: 'draft for a person to send', de: 'Entwurf zum Versand durch eine Person' },
};

/** Who somebody is to a case. */
export const PARTIES: WordsFor<PartyRole> = {
  sender: { en: 'sender', de: 'Absender' },
  authority: { en: 'authority', de: 'Behörde' },
  uploader: { en: 'uploader', de: 'Uploader' },
  partner: { en: 'partner', de: 'Partner' },
  'on-call': { en: 'person on call', de: 'Bereitschaft' },
};

/** What a danger signal says. */
export const SIGNALS: WordsFor<Danger['signals'][number]> = {
  'threat-to-life': { en: 'threat to life', de: 'Gefahr für Leib und Leben' },
  'self-harm': { en: 'self-harm', de: 'Selbstgefährdung' },
  'child-safety': { en: 'child safety', de: 'Schutz von Kindern' },
  'terrorism-imminent': { en: 'imminent terrorism', de: 'drohender Terrorakt' },
};

/** What somebody who was heard wants. */
export const POSITIONS: WordsFor<Position> = {
  consent: { en: 'consents to the removal', de: 'stimmt der Entfernung zu' },
  objection: { en: 'objects to the removal', de: 'widerspricht der Entfernung' },
};

/** How a hearing ended. */
export const HEARING_RESULTS: WordsFor<HearingResult> = {
  silence: { en: 'no answer', de: 'keine Antwort' },
  incomplete: { en: 'no whole answer', de: 'keine vollständige Antwort' },
  consent: { en: 'consent', de: 'Zustimmung' },
  objection: { en: 'objection', de: 'Widerspruch' },
  unreachable: { en: 'out of reach', de: 'nicht erreichbar' },
  untold: { en: 'could not be told by us', de: 'konnte von uns nicht unterrichtet werden' },
  repeat: { en: 'not heard again: removed before', de: 'nicht erneut gehört: früher entfernt' },
  mixed: { en: 'different answers', de: 'verschiedene Antworten' },
};

/** Who complains of a decision. */
export const COMPLAINANTS: WordsFor<Complainant> = {
  uploader: { en: 'whoever put the content up', de: 'wer die Inhalte eingestellt hat' },
  sender: { en: 'whoever sent the notice', de: 'wer die Meldung eingereicht hat' },
};

/** How far a counter-notice has come. */
export const COUNTER_NOTICE_STATES: WordsFor<CounterNoticeState> = {
  waiting: { en: 'waits for its window', de: 'wartet auf das Zeitfenster' },
  stopped: { en: 'stopped by a court action', de: 'durch ein gerichtliches Verfahren angehalten' },
  'put-back': { en: 'is put back', de: 'wird wieder freigeschaltet' },
  overtaken: { en: 'overtaken: nothing was restricted any more', de: 'überholt: nichts war mehr beschränkt' },
};

/** Where a case stopped. */
export const STAGES: WordsFor<Stage> = {
  validate: { en: 'validation', de: 'Prüfung der Angaben' },
  plan: { en: 'planning', de: 'Planung' },
  'act-first': { en: 'acting first', de: 'Sofortmaßnahme' },
  hear: { en: 'hearing', de: 'Anhörung' },
  preserve: { en: 'preserving', de: 'Sicherung' },
  review: { en: 'review', de: 'Prüfung' },
  approval: { en: 'approval', de: 'Freigabe' },
  act: { en: 'acting', de: 'Umsetzung' },
  prove: { en: 'proving', de: 'Nachweis' },
  restore: { en: 'restoring', de: 'Wiederherstellung' },
  notify: { en: 'telling everyone owed', de: 'Mitteilungen' },
  seal: { en: 'sealing', de: 'Versiegelung' },
};

/** How far an erasure has come. */
export const ERASURE_STATES: WordsFor<ErasureState> = {
  recorded: { en: 'recorded', de: 'beschlossen' },
  begun: { en: 'being carried out', de: 'wird ausgeführt' },
  pending: { en: 'erased, pending until backups run out', de: 'gelöscht, vorläufig bis die Sicherungen auslaufen' },
  complete: { en: 'erased', de: 'gelöscht' },
};
