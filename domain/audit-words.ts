import type { AuditEvent, AuditEventType } from './audit-event.ts';
import { KEEPING_WORDS } from './audit-words-keeping.ts';
import { ApprovalVerdict } from './decision.ts';
import type { Language } from './party.ts';

/** What an audit event says, in a whole sentence for people who read a case's history. */
export type AuditSentence = Readonly<Record<Language, string>>;

/** The sentence of an event: of its kind, and of the second person's answer what it was. */
export function auditSentence(type: AuditEventType, data: AuditEvent['data']): AuditSentence {
  const verdict = type === 'approval.recorded' ? ApprovalVerdict.safeParse(data['verdict']).data : undefined;
  return verdict === undefined ? SENTENCES[type] : VERDICTS[verdict];
}

const VERDICTS: Readonly<Record<ApprovalVerdict, AuditSentence>> = {
  approve: {
    en: 'The second person approved the decision.',
    de: 'Die zweite Person hat die Entscheidung freigegeben.',
  },
  return: {
    en: 'The second person returned the decision to review.',
    de: 'Die zweite Person hat die Entscheidung zur Prüfung zurückgegeben.',
  },
  cancel: { en: 'The second person cancelled the decision.', de: 'Die zweite Person hat die Entscheidung verworfen.' },
};

const SENTENCES: Readonly<Record<AuditEventType, AuditSentence>> = {
  'case.received': { en: 'The demand was received.', de: 'Das Begehren ist eingegangen.' },
  'run.claimed': { en: 'A workflow run took up the case.', de: 'Ein Workflow-Lauf hat den Fall übernommen.' },
  'validation.started': { en: 'Validation began.', de: 'Die Prüfung der Angaben hat begonnen.' },
  'validation.finished': { en: 'Validation ended.', de: 'Die Prüfung der Angaben ist abgeschlossen.' },
  'information.requested': {
    en: 'The sender was asked for what is missing.',
    de: 'Beim Absender wurden die fehlenden Angaben erfragt.',
  },
  'information.received': { en: 'The sender supplied information.', de: 'Der Absender hat Angaben nachgereicht.' },
  'information.timed-out': {
    en: 'The time for supplying information ran out.',
    de: 'Die Zeit für nachgereichte Angaben ist abgelaufen.',
  },
  'order.amended': {
    en: 'The authority changed its order: its territories, or until when it is secret.',
    de: 'Die Behörde hat ihre Anordnung geändert: die Gebiete oder die Dauer der Geheimhaltung.',
  },
  'clock.changed': {
    en: 'What changed a deadline of the case was entered, with its ground and evidence.',
    de: 'Was eine Frist des Falls geändert hat, wurde mit Grund und Beleg eingetragen.',
  },
  'case.rerouted': {
    en: 'The sender was pointed to the place that is competent.',
    de: 'Der Absender wurde an die zuständige Stelle verwiesen.',
  },
  'case.planned': {
    en: 'Deadlines, tier and queue of the case were set.',
    de: 'Fristen, Stufe und Warteschlange des Falls wurden festgelegt.',
  },
  'demand.authenticated': {
    en: 'The origin of the demand was checked.',
    de: 'Die Herkunft des Begehrens wurde geprüft.',
  },
  'content.preserved': {
    en: 'The platform was told to preserve the content.',
    de: 'Die Plattform wurde angewiesen, den Inhalt aufzubewahren.',
  },
  'case.claimed': { en: 'A person claimed the case.', de: 'Eine Person hat den Fall zur Bearbeitung genommen.' },
  'case.released': { en: 'The case was released again.', de: 'Der Fall wurde wieder freigegeben.' },
  'lease.extended': {
    en: 'The person working on the case extended the claim.',
    de: 'Die bearbeitende Person hat ihre Bearbeitungszeit verlängert.',
  },
  'note.added': { en: 'A note was added.', de: 'Eine Notiz wurde hinzugefügt.' },
  'tier.raised': {
    en: 'The case was raised to a more urgent tier.',
    de: 'Der Fall wurde auf eine dringlichere Stufe gehoben.',
  },
  'review.started': { en: 'Review by a person began.', de: 'Die Prüfung durch eine Person hat begonnen.' },
  'decision.recorded': { en: 'A decision was recorded.', de: 'Eine Entscheidung wurde festgehalten.' },
  'approval.requested': {
    en: 'A second person was asked to approve the decision.',
    de: 'Eine zweite Person wurde um die Freigabe der Entscheidung gebeten.',
  },
  'approval.recorded': {
    en: 'The second person answered.',
    de: 'Die zweite Person hat geantwortet.',
  },
  'decision.set-aside': {
    en: 'The decision that waited for approval was set aside, since the sender added to the demand.',
    de: 'Die Entscheidung, die auf Freigabe wartete, wurde verworfen, weil der Absender das Begehren ergänzt hat.',
  },
  'acting.started': { en: 'Carrying out the decision began.', de: 'Die Umsetzung der Entscheidung hat begonnen.' },
  'capsule.sealed': {
    en: 'What is needed to restore the content was sealed.',
    de: 'Was zur Wiederherstellung des Inhalts nötig ist, wurde versiegelt.',
  },
  'data.preserved': {
    en: 'How what the demand names stands on the platform, and whose it is, was kept.',
    de: 'Festgehalten wurde, wie das im Begehren Bezeichnete auf der Plattform steht und von wem es stammt.',
  },
  'data.disclosed': {
    en: 'The second person handed the package of data over to the authority.',
    de: 'Die zweite Person hat der Behörde das Datenpaket übergeben.',
  },
  'effect.applied': {
    en: 'The platform carried out what was decided.',
    de: 'Die Plattform hat umgesetzt, was entschieden war.',
  },
  'effect.proven': {
    en: 'It was read back that the effect is as decided, inside and outside.',
    de: 'Durch Rücklesen ist nachgewiesen, dass die Wirkung innen wie außen der Entscheidung entspricht.',
  },
  'effect.unproven': {
    en: 'Reading back did not show the effect as decided.',
    de: 'Das Rücklesen hat die beschlossene Wirkung nicht gezeigt.',
  },
  'effect.gone': {
    en: 'The platform no longer had content of the decision, so that nothing was restricted there.',
    de: 'Die Plattform hatte Inhalte der Entscheidung nicht mehr; daran wurde nichts eingeschränkt.',
  },
  'effect.lapsed': {
    en: 'The time of a limited restriction was over before it was shown to be in place.',
    de: 'Die Zeit einer befristeten Einschränkung war vorbei, bevor sie nachgewiesen war.',
  },
  'platform.unavailable': {
    en: 'The platform did not answer; it is tried again.',
    de: 'Die Plattform hat nicht geantwortet; der Versuch wird wiederholt.',
  },
  'acting.finished': {
    en: 'Carrying out the decision ended.',
    de: 'Die Umsetzung der Entscheidung ist abgeschlossen.',
  },
  'proving.finished': { en: 'Proving the effects ended.', de: 'Der Nachweis der Wirkungen ist abgeschlossen.' },
  'restoring.started': {
    en: 'Restoring the content began.',
    de: 'Die Wiederherstellung des Inhalts hat begonnen.',
  },
  'restoring.finished': {
    en: 'Restoring the content ended.',
    de: 'Die Wiederherstellung des Inhalts ist abgeschlossen.',
  },
  'delivery.owed': { en: 'A message became due.', de: 'Eine Mitteilung wurde geschuldet.' },
  'delivery.claimed': {
    en: 'A message is about to be handed over.',
    de: 'Eine Mitteilung wird gleich übergeben.',
  },
  'delivery.accepted': {
    en: 'A message was handed over for delivery.',
    de: 'Eine Mitteilung wurde zur Zustellung übergeben.',
  },
  'delivery.delivered': {
    en: "The recipient's server accepted a message.",
    de: 'Der Server des Empfängers hat eine Mitteilung angenommen.',
  },
  'delivery.deferred': {
    en: 'The mail service took no more just then; the message is sent later.',
    de: 'Der Maildienst nahm gerade nichts mehr an; die Mitteilung geht später hinaus.',
  },
  'delivery.bounced': { en: 'A message came back.', de: 'Eine Mitteilung kam zurück.' },
  'delivery.complained': {
    en: 'The recipient marked a message as unwanted.',
    de: 'Der Empfänger hat eine Mitteilung als unerwünscht gekennzeichnet.',
  },
  'delivery.parked': {
    en: 'A message waits for a person who is named.',
    de: 'Eine Mitteilung wartet auf eine benannte Person.',
  },
  'delivery.resumed': {
    en: 'A person had a parked message sent again.',
    de: 'Eine Person hat eine liegen gebliebene Mitteilung erneut senden lassen.',
  },
  'delivery.reworded': {
    en: 'A lead gave a message that may not be told as decided other words; what was decided stays as it is.',
    de: 'Die Leitung hat einer Mitteilung, die so nicht hinausgehen darf, einen anderen Wortlaut gegeben; die Entscheidung bleibt unverändert.',
  },
  'entry.outdated': {
    en: 'A stored entry in the Transparency Database became untrue; the database takes no change: inform the Commission.',
    de: 'Ein gespeicherter Eintrag in der Transparenzdatenbank ist überholt; sie nimmt keine Änderung an: die Kommission unterrichten.',
  },
  'draft.sent': {
    en: 'A trained person had a draft sent.',
    de: 'Eine geschulte Person hat einen Entwurf versenden lassen.',
  },
  'delivery.scheduled': {
    en: 'A message is withheld until a date set by law.',
    de: 'Eine Mitteilung wird bis zu einem gesetzlichen Datum zurückgehalten.',
  },
  'notifying.finished': {
    en: 'All that had to be told is delivered, parked or scheduled.',
    de: 'Alles Mitzuteilende ist zugestellt, zugewiesen oder terminiert.',
  },
  'case.withdrawn': { en: 'The sender withdrew the demand.', de: 'Der Absender hat das Begehren zurückgenommen.' },
  'case.parked': { en: 'The case waits for an operator.', de: 'Der Fall wartet auf die Betriebsleitung.' },
  'case.resumed': { en: 'The case was resumed.', de: 'Der Fall wurde fortgesetzt.' },
  'hearing.prepared': {
    en: 'Those to be heard were looked up.',
    de: 'Die anzuhörenden Personen wurden ermittelt.',
  },
  'hearing.opened': { en: 'A hearing was opened.', de: 'Eine Anhörung wurde eröffnet.' },
  'hearing.sent': {
    en: 'Those heard were sent what they are heard on; their window began.',
    de: 'Den Angehörten wurde zugeleitet, wozu sie gehört werden; ihre Frist begann.',
  },
  'hearing.over-in-part': {
    en: 'The hearing is over with somebody; others are still waited for.',
    de: 'Mit einer Person ist die Anhörung beendet; andere werden noch abgewartet.',
  },
  'hearing.closed': { en: 'The hearing ended.', de: 'Die Anhörung ist beendet.' },
  'response.received': {
    en: 'Somebody who is heard gave an answer.',
    de: 'Eine angehörte Person hat geantwortet.',
  },
  'counter-notice.received': {
    en: 'A counter-notice was received; the window for putting the content back began.',
    de: 'Eine Gegendarstellung ist eingegangen; das Zeitfenster für die Wiederfreischaltung begann.',
  },
  'counter-notice.overtaken': {
    en: 'Nothing that a counter-notice names was restricted any more when its time came.',
    de: 'Als es so weit war, war nichts mehr beschränkt, was eine Gegendarstellung nennt.',
  },
  'court-action.received': {
    en: 'A court action was notified in time: what the counter-notice names is not put back.',
    de: 'Ein gerichtliches Verfahren wurde rechtzeitig mitgeteilt: Was die Gegendarstellung nennt, bleibt beschränkt.',
  },
  'scrutiny.requested': {
    en: 'The authority of the establishment was asked to scrutinise the order.',
    de: 'Die Behörde des Sitzes wurde ersucht, die Anordnung zu überprüfen.',
  },
  'scrutiny.decided': {
    en: 'What the authority of the establishment found on the order was recorded.',
    de: 'Was die Behörde des Sitzes zur Anordnung festgestellt hat, wurde festgehalten.',
  },
  'complaint.carried-out': {
    en: 'What the complaint demanded was recorded in the case complained of.',
    de: 'Was die Beschwerde verlangte, wurde im beanstandeten Fall vermerkt.',
  },
  'review.reopened': {
    en: 'The case was opened again for somebody else to decide, since a complaint was upheld.',
    de: 'Der Fall wurde auf eine Beschwerde hin wieder geöffnet; es entscheidet jemand anderes.',
  },
  'danger.signalled': {
    en: 'Signs of danger were found in the text.',
    de: 'Im Text wurden Anzeichen einer Gefahr gefunden.',
  },
  'danger.paged': {
    en: 'The person on call was paged about a danger.',
    de: 'Die Bereitschaft wurde wegen einer Gefahr alarmiert.',
  },
  'danger.acknowledged': {
    en: 'A person took up the sign of danger.',
    de: 'Eine Person hat sich des Gefahrenhinweises angenommen.',
  },
  'page.sent': { en: 'The person on call was paged.', de: 'Die Bereitschaft wurde alarmiert.' },
  'page.acknowledged': {
    en: 'The person on call took up the page.',
    de: 'Die Bereitschaft hat die Alarmierung bestätigt.',
  },
  'deadline.at-risk': { en: 'A deadline of ours is at risk.', de: 'Eine unserer Fristen ist gefährdet.' },
  'decision.confirmed': {
    en: 'What was done first was confirmed by a person.',
    de: 'Die vorab getroffene Maßnahme wurde durch eine Person bestätigt.',
  },
  'decision.lapsed': {
    en: 'Nothing of the decision was shown to be in place before its time was over; somebody has to decide again.',
    de: 'Nichts von der Entscheidung war vor Ablauf ihrer Zeit nachgewiesen; es ist neu zu entscheiden.',
  },
  'case.sealed': { en: 'The record of the case was sealed.', de: 'Die Akte des Falls wurde versiegelt.' },
  'case.closed': { en: 'The case was closed.', de: 'Der Fall wurde geschlossen.' },
  'case.reopened': {
    en: 'The case was opened again, since somebody still has to be told.',
    de: 'Der Fall wurde wieder geöffnet, weil noch jemand zu benachrichtigen ist.',
  },
  'reversal.recorded': {
    en: 'It was decided to take the restrictions back.',
    de: 'Es wurde entschieden, die Einschränkungen zurückzunehmen.',
  },
  'complaint-window.ended': {
    en: 'The time for complaints ended.',
    de: 'Die Zeit für Beschwerden ist abgelaufen.',
  },
  'preservation.ended': {
    en: 'The duty to preserve the content ended.',
    de: 'Die Pflicht zur Aufbewahrung des Inhalts ist abgelaufen.',
  },
  'restriction.ended': {
    en: 'A limited restriction ended, as decided.',
    de: 'Eine befristete Einschränkung ist wie beschlossen abgelaufen.',
  },
  ...KEEPING_WORDS,
  'personal-data.read': { en: 'Personal data were read.', de: 'Personenbezogene Daten wurden gelesen.' },
};
