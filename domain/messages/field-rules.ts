import type { PartyRole } from '#domain/party';

/**
 * One field of the fact sheet and who may see it, besides staff. `kind` says how the leak check looks for its
 * values: `text` as a whole, `prose` sentence by sentence, `instant` in every written form, `code` not at all
 * (words of our own vocabulary that betray nothing by themselves).
 */
export interface FieldRule {
  readonly path: string;
  readonly audiences: readonly PartyRole[];
  readonly kind: 'text' | 'prose' | 'instant' | 'code';
  /** A condition under which the uploader may see it too. */
  readonly uploaderWhen?: 'sender-disclosed' | 'order-explained';
}

const MAIL_READERS = ['sender', 'authority', 'uploader'] as const;
const ASKERS = ['sender', 'authority'] as const;
const EVERYBODY = ['sender', 'authority', 'uploader', 'partner'] as const;

/** Who may see what: every leaf of the fact sheet exactly once (tested); a field without a rule is seen by nobody. */
export const FIELD_RULES: readonly FieldRule[] = [
  { path: 'caseId', audiences: ASKERS, kind: 'text' },
  { path: 'reference', audiences: MAIL_READERS, kind: 'text' },
  { path: 'legalBasis', audiences: MAIL_READERS, kind: 'text' },
  { path: 'legalBasisName.en', audiences: MAIL_READERS, kind: 'text' },
  { path: 'legalBasisName.de', audiences: MAIL_READERS, kind: 'text' },
  { path: 'trigger', audiences: MAIL_READERS, kind: 'code' },
  { path: 'receivedAt', audiences: ASKERS, kind: 'instant' },
  { path: 'composedAt', audiences: MAIL_READERS, kind: 'instant' },
  { path: 'zone', audiences: EVERYBODY, kind: 'code' },
  { path: 'statusUrl', audiences: ASKERS, kind: 'text' },
  { path: 'platform.name', audiences: MAIL_READERS, kind: 'text' },
  { path: 'platform.address', audiences: MAIL_READERS, kind: 'text' },
  { path: 'platform.contact', audiences: MAIL_READERS, kind: 'text' },
  { path: 'platform.authorisedPerson', audiences: ['authority'], kind: 'text' },
  { path: 'sender.name', audiences: ['sender'], kind: 'text', uploaderWhen: 'sender-disclosed' },
  { path: 'sender.email', audiences: ['sender'], kind: 'text' },
  { path: 'sender.country', audiences: ['sender'], kind: 'code' },
  { path: 'sender.explanation', audiences: ['sender'], kind: 'prose' },
  { path: 'senderDisclosed', audiences: MAIL_READERS, kind: 'code' },
  { path: 'uploader.name', audiences: ['uploader'], kind: 'text' },
  { path: 'uploader.email', audiences: ['uploader'], kind: 'text' },
  { path: 'items[].itemId', audiences: EVERYBODY, kind: 'code' },
  { path: 'items[].contentId', audiences: EVERYBODY, kind: 'text' },
  { path: 'items[].url', audiences: MAIL_READERS, kind: 'text' },
  { path: 'items[].submittedUrl', audiences: ASKERS, kind: 'text' },
  { path: 'items[].note', audiences: ASKERS, kind: 'prose' },
  { path: 'items[].requestedComponents', audiences: ASKERS, kind: 'code' },
  { path: 'items[].requestedTerritories', audiences: ASKERS, kind: 'code' },
  { path: 'items[].action', audiences: EVERYBODY, kind: 'code' },
  { path: 'items[].components', audiences: EVERYBODY, kind: 'code' },
  { path: 'items[].territories', audiences: EVERYBODY, kind: 'code' },
  { path: 'items[].until', audiences: MAIL_READERS, kind: 'instant' },
  { path: 'items[].reversibleUntil', audiences: ['partner'], kind: 'instant' },
  { path: 'items[].effects[].territories', audiences: EVERYBODY, kind: 'code' },
  { path: 'items[].effects[].state', audiences: EVERYBODY, kind: 'code' },
  { path: 'items[].effects[].effectiveAt', audiences: EVERYBODY, kind: 'instant' },
  { path: 'items[].effects[].provenAt', audiences: ['authority'], kind: 'instant' },
  { path: 'decision.decisionId', audiences: [], kind: 'text' },
  { path: 'decision.decidedAt', audiences: MAIL_READERS, kind: 'instant' },
  { path: 'decision.outcome', audiences: MAIL_READERS, kind: 'code' },
  { path: 'decision.ground.type', audiences: MAIL_READERS, kind: 'code' },
  { path: 'decision.ground.provision', audiences: MAIL_READERS, kind: 'text' },
  { path: 'decision.ground.explanation', audiences: ['sender', 'uploader'], kind: 'prose' },
  { path: 'decision.facts', audiences: ['uploader'], kind: 'prose' },
  { path: 'decision.reasonForSender', audiences: ASKERS, kind: 'prose' },
  { path: 'decision.automation.detection', audiences: MAIL_READERS, kind: 'code' },
  { path: 'decision.automation.decision', audiences: MAIL_READERS, kind: 'code' },
  { path: 'order.authorityName', audiences: ['authority'], kind: 'text', uploaderWhen: 'order-explained' },
  { path: 'order.reference', audiences: ['authority'], kind: 'text', uploaderWhen: 'order-explained' },
  { path: 'order.issuedAt', audiences: ['authority'], kind: 'instant', uploaderWhen: 'order-explained' },
  { path: 'order.issuedInUnion', audiences: MAIL_READERS, kind: 'code' },
  { path: 'order.provisions', audiences: ['authority'], kind: 'text', uploaderWhen: 'order-explained' },
  { path: 'order.statementOfReasons', audiences: ['authority'], kind: 'prose', uploaderWhen: 'order-explained' },
  { path: 'order.redress', audiences: ['authority'], kind: 'prose', uploaderWhen: 'order-explained' },
  { path: 'order.scrutinyAuthority', audiences: ['authority', 'uploader'], kind: 'text' },
  { path: 'order.nonDisclosureUntil', audiences: ['authority'], kind: 'instant' },
  { path: 'clocks[].clock', audiences: MAIL_READERS, kind: 'code' },
  { path: 'clocks[].kind', audiences: MAIL_READERS, kind: 'code' },
  { path: 'clocks[].direction', audiences: MAIL_READERS, kind: 'code' },
  { path: 'clocks[].dueAt', audiences: MAIL_READERS, kind: 'instant' },
  { path: 'clocks[].dueDate', audiences: MAIL_READERS, kind: 'instant' },
  { path: 'clocks[].source', audiences: MAIL_READERS, kind: 'code' },
  { path: 'clocks[].audiences', audiences: [], kind: 'code' },
  { path: 'redress.complaintUrl', audiences: ['sender', 'uploader'], kind: 'text' },
  { path: 'redress.complaintUntil', audiences: ['sender', 'uploader'], kind: 'instant' },
  { path: 'redress.outOfCourtUrl', audiences: ['sender', 'uploader'], kind: 'text' },
  { path: 'redress.counterNoticeUrl', audiences: ['uploader'], kind: 'text' },
  { path: 'information.missing', audiences: ASKERS, kind: 'code' },
  { path: 'information.locatable', audiences: ASKERS, kind: 'code' },
  { path: 'information.respondBy', audiences: ASKERS, kind: 'instant' },
  { path: 'impossibility.reason', audiences: ['authority'], kind: 'code' },
  { path: 'impossibility.explanation', audiences: ['authority'], kind: 'prose' },
  { path: 'impossibility.clarificationNeeded', audiences: ['authority'], kind: 'prose' },
  { path: 'withdrawal.at', audiences: ASKERS, kind: 'instant' },
  { path: 'withdrawal.result', audiences: ASKERS, kind: 'code' },
  { path: 'reroute.reason', audiences: ASKERS, kind: 'code' },
  { path: 'reroute.door.en', audiences: ASKERS, kind: 'text' },
  { path: 'reroute.door.de', audiences: ASKERS, kind: 'text' },
  { path: 'reroute.url', audiences: ASKERS, kind: 'text' },
  { path: 'reinstatement.at', audiences: EVERYBODY, kind: 'instant' },
  { path: 'reinstatement.reason', audiences: MAIL_READERS, kind: 'code' },
  { path: 'reinstatement.itemIds', audiences: EVERYBODY, kind: 'code' },
  { path: 'confidential[].label', audiences: [], kind: 'code' },
  { path: 'confidential[].value', audiences: [], kind: 'text' },
  { path: 'confidential[].audiences', audiences: [], kind: 'code' },
];
