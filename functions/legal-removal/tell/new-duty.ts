import type { CaseRecord } from '#domain/case';
import type { Delivery } from '#domain/delivery';
import type { OwedNotification } from '#domain/notifications';
import type { Party } from '#domain/party';

/** A duty to tell somebody before anything was done about it, of no decision and without an id of its own yet. */
export function newDuty(
  { caseId }: Pick<CaseRecord, 'caseId'>,
  { kind, to, channel, notBefore }: OwedNotification,
  { personId, language }: Pick<Party, 'personId' | 'language'>,
  owedAt: string,
): Omit<Delivery, 'deliveryId' | 'decisionId'> {
  return {
    caseId,
    kind,
    to,
    personId,
    channel,
    language,
    state: notBefore === null ? 'owed' : 'scheduled',
    attempt: 0,
    possibleDuplicate: false,
    owner: null,
    reason: null,
    notBefore,
    owedAt,
    contentSha256: null,
    documentKey: null,
    providerMessageId: null,
    claimedAt: null,
    acceptedAt: null,
    deliveredAt: null,
  };
}
