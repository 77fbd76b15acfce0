import type { LegalBasis, NotificationRule } from './legal-basis.ts';

/** Whether something was restricted; on a demand for information, whether data was disclosed. */
export type NotificationOutcome = Exclude<NotificationRule['when'], 'always'>;

/** A non-disclosure period that a demand carries: until when, and whether it still runs. */
export interface Secrecy {
  /** RFC 3339; null when nothing is to be kept secret. */
  readonly nonDisclosureUntil: string | null;
  /** The present instant, RFC 3339. */
  readonly now: string;
}

/** A message owed at a moment: now, or held back until a legal date. */
export interface OwedNotification extends Omit<NotificationRule, 'when' | 'moment'> {
  /** RFC 3339; null when it is owed at once. */
  readonly notBefore: string | null;
}

/**
 * The messages owed on a basis at a moment of the case. One that secrecy holds back is owed all the same, but not
 * before the non-disclosure ends.
 */
export function owedNotifications(
  basis: LegalBasis,
  moment: NotificationRule['moment'],
  outcome: NotificationOutcome,
  secrecy: Secrecy,
): OwedNotification[] {
  const until = secretUntil(secrecy);
  return basis.notifications
    .filter((rule) => rule.moment === moment && (rule.when === 'always' || rule.when === outcome))
    .map(({ when: _when, moment: _moment, ...rule }) => ({
      ...rule,
      notBefore: rule.withheldBySecrecy ? until : null,
    }));
}

/**
 * Until when (RFC 3339) secrecy holds back a message of a kind to a party; null when it may go now. What is made public
 * waits for its end on every basis.
 */
export function withheldUntil(
  basis: LegalBasis,
  { kind, to }: Pick<NotificationRule, 'kind' | 'to'>,
  secrecy: Secrecy,
): string | null {
  const withheld =
    kind === 'lumen-notice' ||
    basis.notifications.some((rule) => rule.kind === kind && rule.to === to && rule.withheldBySecrecy);
  return withheld ? secretUntil(secrecy) : null;
}

function secretUntil({ nonDisclosureUntil: until, now }: Secrecy): string | null {
  return until !== null && Date.parse(until) > Date.parse(now) ? until : null;
}
