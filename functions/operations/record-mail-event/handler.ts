import type * as z from 'zod';
import { deliveryKey, PageRow, pageKey } from '#domain/case-rows';
import { Delivery } from '#domain/delivery';
import { normalInstant } from '#domain/instant';
import { deliveryOfTag } from '#domain/mail-tag';
import { systemClock } from '#runtime/clock';
import { lazily } from '#runtime/lazily';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { CaseNotFoundError } from '../../ports/errors.ts';
import { recordMailEvent } from './contract.ts';
import { fateChange, type MailFate } from './delivery-fate.ts';

/** What recording a mail's fate uses. */
export interface RecordMailEventDependencies {
  readonly cases: Pick<CaseStore, 'change'>;
  readonly clock: Clock;
}

type MailEvent = z.output<typeof recordMailEvent.input>;
type Recorded = z.input<typeof recordMailEvent.output>;

/** Records what became of a mail on its duty to tell; events come late, twice and out of order. */
export async function recordMailEventStep(
  { cases, clock }: RecordMailEventDependencies,
  event: MailEvent,
): Promise<Recorded> {
  const { tags } = event.detail.mail;
  const [caseId, tag] = [tags['case']?.[0], tags['delivery']?.[0]];
  const fate = fateOf(event, clock.now());
  if (caseId === undefined || tag === undefined || fate === null) return { recorded: 'nothing' };
  try {
    return await cases.change<Recorded>(caseId, async (record, rows) => {
      const duties = await rows.listRows(caseId, deliveryKey(''), Delivery);
      const delivery = duties.find(({ deliveryId }) => deliveryId === deliveryOfTag(tag));
      const others = duties.filter((duty) => duty !== delivery);
      // Only a bounce pages anybody.
      const pages = fate.kind === 'bounced' ? await rows.listRows(caseId, pageKey(''), PageRow) : [];
      const change = delivery === undefined ? null : fateChange(record, delivery, others, fate, pages);
      return change === null ? { result: { recorded: 'nothing' } } : { change, result: { recorded: fate.kind } };
    });
  } catch (error) {
    // Mail of another system under the same configuration set speaks of no case of ours.
    if (error instanceof CaseNotFoundError) return { recorded: 'nothing' };
    throw error;
  }
}

/** What an event tells, or null when it tells nothing of the end of a mail. */
function fateOf({ 'detail-type': type, detail }: MailEvent, now: string): MailFate | null {
  const { messageId } = detail.mail;
  const at = (timestamp: string | undefined): string => (timestamp === undefined ? now : normalInstant(timestamp));
  switch (type) {
    case 'Email Delivered':
      return { kind: 'delivered', messageId, reason: null, at: at(detail.delivery?.timestamp) };
    case 'Email Bounced': {
      const reason = `bounced-${(detail.bounce?.bounceType ?? 'Undetermined').toLowerCase()}`;
      return { kind: 'bounced', messageId, reason, at: at(detail.bounce?.timestamp) };
    }
    case 'Email Rejected':
      return { kind: 'bounced', messageId, reason: 'rejected-by-mail-service', at: now };
    case 'Email Complaint':
    case 'Email Complaint Received':
      return { kind: 'complained', messageId, reason: null, at: now };
    default:
      return null;
  }
}

const dependencies = lazily(() => ({ cases: buildCases(), clock: systemClock }));

/** Lambda entry: the rule on events of the mail service. */
export const handler = stepHandler(recordMailEvent, (input) => recordMailEventStep(dependencies(), input));
