import { Temporal } from 'temporal-polyfill';
import type { PartyRole } from '#domain/party';
import { demandForm } from './demand-form.ts';
import type { FactSheet } from './fact-sheet.ts';
import type { FieldRule } from './field-rules.ts';

/** Tells whether, when the message is written, an order still forbids telling the person concerned about it. */
export function isSilenced(facts: FactSheet): boolean {
  const until = facts.order?.nonDisclosureUntil;
  return typeof until === 'string' && Temporal.Instant.compare(facts.composedAt, until) < 0;
}

/** Tells whether the law gives the uploader information about an order instead of a statement of reasons. */
export function isUnionOrder(facts: FactSheet): boolean {
  const form = demandForm(facts.legalBasis);
  if (form === 'removal-order') return true;
  return form === 'order' && facts.order?.issuedInUnion === true;
}

/**
 * Tells whether the uploader is told the content of an order: so for orders under DSA Art 9, not for removal orders
 * under Reg. (EU) 2021/784, whose reasons or copy are given on request (Art 11(2)), and never while it is secret.
 */
function isOrderExplained(facts: FactSheet): boolean {
  return facts.order !== null && demandForm(facts.legalBasis) !== 'removal-order' && !isSilenced(facts);
}

function holds(condition: FieldRule['uploaderWhen'], facts: FactSheet): boolean {
  switch (condition) {
    case 'sender-disclosed':
      return facts.senderDisclosed;
    case 'contact-disclosed':
      return facts.hearing?.contactDisclosed === true;
    case 'heard-on-notice':
      return facts.hearing?.proposes === false;
    case 'no-union-order':
      return !isUnionOrder(facts);
    case 'order-explained':
      return isOrderExplained(facts);
    case undefined:
      return false;
  }
}

/** Tells whether `audience` may see the field of `rule` in the case of `facts`. */
export function isCleared(rule: FieldRule, audience: PartyRole, facts: FactSheet): boolean {
  if (rule.audiences.includes(audience)) return true;
  return audience === 'uploader' && holds(rule.uploaderWhen, facts);
}
