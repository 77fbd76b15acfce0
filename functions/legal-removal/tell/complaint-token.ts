import type { Delivery } from '#domain/delivery';
import type { FactSheet } from '#domain/messages/fact-sheet';
import { TOKEN_PLACE } from '#domain/messages/token-place';

/**
 * The facts of a statement of reasons with the place of its reader's access token, where a complaint is possible. Whoever
 * sent a notice has had a token since.
 */
export function withComplaintToken(facts: FactSheet, { kind }: Pick<Delivery, 'kind'>): FactSheet {
  const { redress } = facts;
  if (kind !== 'statement-of-reasons' || !redress?.complaintUrl) return facts;
  return { ...facts, redress: { ...redress, complaintToken: TOKEN_PLACE } };
}
