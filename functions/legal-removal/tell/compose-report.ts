import { createHash } from 'node:crypto';
import type { Delivery } from '#domain/delivery';
import type { ReportDestinations } from '#domain/reports/addresses';
import { KeptReport } from '#domain/reports/kept-report';
import { ncmecReport } from '#domain/reports/ncmec-report';
import type { Clock } from '../../ports/clock.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import type { KeptMessage, Withheld } from './compose.ts';
import { writeMail } from './mime.ts';

/** What writing a report uses. */
export interface ReportComposer {
  readonly documents: Pick<DocumentStore, 'get'>;
  readonly destinations: ReportDestinations;
  readonly from: string;
  readonly clock: Clock;
}

/** Writes a report as it leaves: what the person who sent it has read, and nothing that became known since. */
export async function composeReport(composer: ReportComposer, delivery: Delivery): Promise<KeptMessage | Withheld> {
  const { documents, destinations, from, clock } = composer;
  const { report, draftKey, channel, caseId, deliveryId, language, rewritten } = delivery;
  if (report === undefined || draftKey === undefined) return { withheld: 'never-read' };
  const { facts, draft } = KeptReport.parse(await documents.get(draftKey));
  if (channel === 'ncmec') {
    const { incidentType, viewed } = report;
    if (incidentType === undefined || viewed === undefined) return { withheld: 'not-judged' };
    return kept(Buffer.from(ncmecReport(facts, { incidentType, viewed })), 'application/xml', '');
  }
  const to = destinations.addresses.get(report.recipient);
  if (to === undefined) return { withheld: 'no-address' };
  const { subject, text } = draft;
  const named = rewritten === undefined ? deliveryId : `${deliveryId}.${rewritten}`;
  const mail = { caseId, deliveryId: named, from, to, language, date: clock.now(), subject, text };
  return kept(await writeMail({ ...mail, json: undefined, pdf: null }), 'message/rfc822', to);
}

function kept(bytes: Uint8Array, mediaType: KeptMessage['mediaType'], to: string): KeptMessage {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes: Buffer.from(bytes).toString('base64'), sha256, mediaType, to };
}
