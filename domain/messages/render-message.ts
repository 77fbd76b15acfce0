import type { DeliveryKind, ReportKind } from '#domain/delivery';
import type { Language, PartyRole } from '#domain/party';
import {
  decisionToSender,
  informationRequest,
  receipt,
  rerouteNotice,
  withdrawalConfirmation,
} from './asker-documents.ts';
import { effectReport, impossibilityReport, interimEffectReport } from './authority-documents.ts';
import { complaintDecision } from './complaint-documents.ts';
import { counterNoticeCopy } from './counter-notice-documents.ts';
import { disclosureReport, informationAboutDemand } from './disclosure-documents.ts';
import { MessageNotPermittedError } from './errors.ts';
import { extensionNotice } from './extension-document.ts';
import type { FactSheet } from './fact-sheet.ts';
import { viewFor } from './fact-view.ts';
import { hearingConfirmation, hearingNotice, hearingOutcome } from './hearing-documents.ts';
import { partnerReinstatement, partnerRestriction } from './partner-documents.ts';
import { refuseUnpermitted } from './permission.ts';
import { subjectLine } from './plain-text.ts';
import { reinstatement } from './reinstatement-document.ts';
import type { Draft, RenderedMessage } from './rendered-message.ts';
import { scrutinyRequest } from './scrutiny-document.ts';
import { informationAboutOrder, statementOfReasons } from './uploader-documents.ts';
import { writerFor } from './writer.ts';

type MailKind = Exclude<
  DeliveryKind,
  'partner-restriction' | 'partner-reinstatement' | 'transparency-database-entry' | 'lumen-notice' | ReportKind
>;

const DOCUMENTS = {
  receipt,
  'information-request': informationRequest,
  'decision-to-sender': decisionToSender,
  'statement-of-reasons': statementOfReasons,
  'information-about-order': (writer) =>
    writer.view.disclosure ? informationAboutDemand(writer) : informationAboutOrder(writer),
  'effect-report': (writer) => (writer.view.disclosure ? disclosureReport(writer) : effectReport(writer)),
  'interim-effect-report': interimEffectReport,
  'impossibility-report-draft': (writer) => impossibilityReport(writer, 'draft'),
  'impossibility-report': (writer) => impossibilityReport(writer, 'final'),
  'reinstatement-to-uploader': reinstatement,
  'reinstatement-to-sender': reinstatement,
  'withdrawal-confirmation': withdrawalConfirmation,
  'reroute-notice': rerouteNotice,
  'hearing-notice': hearingNotice,
  'hearing-confirmation': hearingConfirmation,
  'hearing-outcome': hearingOutcome,
  'counter-notice-copy': counterNoticeCopy,
  'scrutiny-request': scrutinyRequest,
  'extension-notice': extensionNotice,
  'complaint-decision': complaintDecision,
} as const satisfies Record<MailKind, (writer: ReturnType<typeof writerFor>) => Draft>;

function laidOut(draft: Draft): RenderedMessage {
  const paragraphs = draft.paragraphs.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  const message = { subject: subjectLine(draft.subject), text: `${paragraphs.join('\n\n')}\n` };
  return draft.json === undefined ? message : { ...message, json: draft.json };
}

/**
 * Writes one message from the fact sheet of its decision, in the reader's language, with nothing that `audience` is
 * not cleared for. Webhook kinds ignore the language; their `text` is the body to sign and send. Throws
 * `MessageNotPermittedError` for a message that must not be written and `UnresolvedPlaceholderError` for one that
 * lacks a fact; both mean that nothing is sent and a person looks.
 */
export function renderMessage(
  kind: DeliveryKind,
  language: Language,
  audience: PartyRole,
  facts: FactSheet,
): RenderedMessage {
  refuseUnpermitted(kind, audience, facts);
  const view = viewFor(audience, facts);
  switch (kind) {
    case 'partner-restriction':
      return partnerRestriction(view);
    case 'partner-reinstatement':
      return partnerReinstatement(view);
    case 'transparency-database-entry':
    case 'lumen-notice':
      throw new MessageNotPermittedError('not-rendered', 'what a database is sent is data, not a message');
    case 'crime-report':
    case 'terrorism-report':
    case 'child-safety-report':
    case 'welfare-disclosure':
      throw new MessageNotPermittedError('not-rendered', 'a report is written for a trained person, from other facts');
    default:
      return laidOut(DOCUMENTS[kind](writerFor(language, audience, view)));
  }
}
