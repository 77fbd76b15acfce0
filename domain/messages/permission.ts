import type { DeliveryKind } from '#domain/delivery';
import type { PartyRole } from '#domain/party';
import { isSilenced, isUnionOrder } from './clearance.ts';
import { MessageNotPermittedError } from './errors.ts';
import type { FactSheet } from './fact-sheet.ts';
import { isWhollyProven } from './proven-measure.ts';

/** Who may get which kind of message. */
export const READERS: Readonly<Record<DeliveryKind, readonly PartyRole[]>> = {
  receipt: ['sender', 'authority'],
  'information-request': ['sender', 'authority'],
  'decision-to-sender': ['sender', 'authority'],
  'statement-of-reasons': ['uploader'],
  'information-about-order': ['uploader'],
  'effect-report': ['authority'],
  'interim-effect-report': ['authority'],
  'impossibility-report-draft': ['authority'],
  'impossibility-report': ['authority'],
  'reinstatement-to-uploader': ['uploader'],
  'reinstatement-to-sender': ['sender', 'authority'],
  'withdrawal-confirmation': ['sender', 'authority'],
  'reroute-notice': ['sender', 'authority'],
  'partner-restriction': ['partner'],
  'partner-reinstatement': ['partner'],
  'transparency-database-entry': ['authority'],
  'lumen-notice': ['authority'],
  'crime-report': ['authority'],
  'terrorism-report': ['authority'],
  'child-safety-report': ['authority'],
  'welfare-disclosure': ['authority'],
  'hearing-notice': ['uploader'],
  'hearing-confirmation': ['sender'],
  'hearing-outcome': ['uploader'],
  'counter-notice-copy': ['sender'],
  'scrutiny-request': ['authority'],
  'extension-notice': ['sender'],
  'complaint-decision': ['sender'],
};

function refuseWrongDocument(kind: DeliveryKind, facts: FactSheet): void {
  const stating = kind === 'statement-of-reasons' || kind === 'transparency-database-entry';
  if (stating && isUnionOrder(facts)) {
    throw new MessageNotPermittedError('wrong-document', 'an order of a Member State owes information about the order');
  }
  if (kind === 'information-about-order' && !isUnionOrder(facts)) {
    throw new MessageNotPermittedError('wrong-document', 'only an order of a Member State is told in this way');
  }
}

function refuseUnproven(kind: DeliveryKind, facts: FactSheet): void {
  if (kind !== 'effect-report' || facts.disclosure) return;
  const restricted = facts.items.filter((item) => item.action !== 'none');
  if (restricted.length > 0 && restricted.every(isWhollyProven)) return;
  throw new MessageNotPermittedError('unproven', 'a part of the effect is not proven: an interim report is due');
}

/**
 * Refuses, by `MessageNotPermittedError`, a message that must not be written: a reader it is not for, an
 * uploader or the public while a non-disclosure period runs, the wrong document for the legal basis, or a final report of an effect that is not wholly proven.
 */
export function refuseUnpermitted(kind: DeliveryKind, audience: PartyRole, facts: FactSheet): void {
  if (!READERS[kind].includes(audience)) {
    throw new MessageNotPermittedError('wrong-audience', `${kind} is not for: ${audience}`);
  }
  const reachesUploader = audience === 'uploader' || kind === 'transparency-database-entry';
  if (reachesUploader && isSilenced(facts)) {
    throw new MessageNotPermittedError('non-disclosure', 'the order forbids telling the uploader for now');
  }
  refuseWrongDocument(kind, facts);
  refuseUnproven(kind, facts);
}
