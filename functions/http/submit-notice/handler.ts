import { createHash } from 'node:crypto';
import { holidayCalendar } from '#adapters/holiday-calendar';
import { isInForceOn } from '#domain/applicability';
import type { Calendar } from '#domain/calendar';
import { clocksAtReceipt } from '#domain/case-clocks';
import { basesOpenTo, findLegalBasis } from '#domain/catalogue/catalogue';
import { isComplaint } from '#domain/complaint-procedure';
import { detectDanger } from '#domain/danger';
import type { LegalBasis } from '#domain/legal-basis';
import { clocksOwedTo } from '#domain/masking';
import { proposeBasis } from '#domain/propose-basis';
import { sentWith } from '#domain/sent';
import { type KeptAttachment, type NoticeRequest, textsOf } from '#domain/submission';
import { caseToken } from '#runtime/case-token';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import { publicUrl } from '../../parts/verifier.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Vault } from '../../ports/vault.ts';
import { actorOf } from '../shared/events.ts';
import { countItems, type IntakeDependencies, makeKeys, recordCase, type Submission } from '../shared/intake.ts';
import { newCaseRecord } from '../shared/new-case.ts';
import { replayReceipt, SENDER } from '../shared/replay-receipt.ts';
import { refuseTooMany, type ThrottlingDependencies } from '../shared/throttling.ts';
import { submitNotice } from './contract.ts';

/** What taking a notice needs. */
export interface SubmitNoticeDependencies extends IntakeDependencies, ThrottlingDependencies {
  readonly vault: Pick<Vault, 'createKeys' | 'key' | 'ensureKey'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly calendar: Calendar;
  readonly publicUrl: string;
}

/** Takes a notice: keeps it encrypted, records the case, and gives the sender a receipt with the access token. */
export async function takeNotice(
  dependencies: SubmitNoticeDependencies,
  request: RouteRequest<NoticeRequest>,
): Promise<Answer> {
  const basis = findLegalBasis(request.body.legalBasis ?? proposeBasis(request.body));
  if (basis === null || !isInForceOn(basis, dependencies.clock.now().slice(0, 10))) {
    const faults = [{ path: 'legalBasis', message: 'no demands are taken on this legal basis' }];
    const open = basesOpenTo(request.caller.role).join(', ');
    return problem(400, `Choose another legal basis (${open}), or leave it out and one is proposed.`, faults);
  }
  if (isComplaint(basis)) {
    return problem(400, COMPLAIN, [{ path: 'legalBasis', message: 'no demand of its own' }]);
  }
  if (!basis.submitters.includes(request.caller.role)) {
    return problem(403, `Demands on ${basis.id} come from: ${basis.submitters.join(', ')}.`);
  }
  const tooMany = await refuseTooMany(dependencies, request);
  if (tooMany !== null) return tooMany;
  const submission = prepare(dependencies, request, basis);
  const { record } = submission;
  const keys = await makeKeys(dependencies.vault, record.caseId, SENDER);
  const receipt = {
    caseId: record.caseId,
    reference: record.reference,
    legalBasis: record.legalBasis,
    receivedAt: record.receivedAt,
    state: record.state,
    statusUrl: `${dependencies.publicUrl}/v1/notices/${record.caseId}`,
    clocks: clocksOwedTo('sender', record.clocks),
  };
  const refusal = await recordCase(dependencies, submission, keys, request.keep(202, receipt));
  if (refusal !== null) return refusal;
  return { status: 202, body: { ...receipt, accessToken: caseToken(keys.caseSecret, record.caseId, SENDER) } };
}

const COMPLAIN =
  'A complaint against a decision is sent to POST /v1/notices/{caseId}/complaint, with the access token of that case.';

function prepare(
  { clock, ids, calendar }: SubmitNoticeDependencies,
  { body, bodySha256, caller }: RouteRequest<NoticeRequest>,
  basis: LegalBasis,
): Submission {
  const receivedAt = clock.now();
  const caseId = ids.caseId();
  const signals = detectDanger(textsOf(body));
  const { attachments: files } = body;
  const attachments = keptAttachments(caseId, files, signals.includes('child-safety'));
  const kept = { ...body, kind: 'notice', submittedBy: caller.role, bodySha256, attachments } as const;
  const record = newCaseRecord({
    caseId,
    reference: ids.reference(),
    basis,
    language: body.language,
    receivedAt,
    personId: SENDER,
    authorityId: null,
    authorityCountry: null,
    itemCount: countItems(kept),
    sent: sentWith(kept),
    issuedAt: null,
    territories: [...new Set(body.items.flatMap((item) => item.territories))].sort(),
    clocks: clocksAtReceipt(basis, receivedAt, calendar),
    nonDisclosureUntil: null,
    signals,
    earlierCase: body.earlierCase,
  });
  const { name, email, country } = body.submitter;
  const party = {
    personId: SENDER,
    role: 'sender',
    name: name ?? null,
    email: email ?? null,
    language: body.language,
    country: country ?? null,
  } as const;
  return { record, party, kept, files: filesToKeep(attachments, files), actor: actorOf(caller) };
}

/** Material that may show the abuse of a child is never kept as an attachment: only its hash is. */
function keptAttachments(caseId: string, files: NoticeRequest['attachments'], hashOnly: boolean): KeptAttachment[] {
  return files.map(({ fileName, mediaType, content }, index) => {
    const bytes = Buffer.from(content, 'base64');
    return {
      fileName,
      mediaType,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      documentKey: hashOnly ? null : `${caseId}/${SENDER}/attachments/${index + 1}`,
    };
  });
}

function filesToKeep(
  attachments: readonly KeptAttachment[],
  files: NoticeRequest['attachments'],
): Readonly<Record<string, unknown>> {
  const kept = files.filter((_, index) => attachments[index]?.documentKey !== null);
  return Object.fromEntries(kept.map((file, index) => [`attachments/${index + 1}`, file]));
}

/** The Lambda function of `POST /v1/notices`. */
export const handler = route(
  submitNotice,
  lazily(() => ({
    ...buildCaseWriting(),
    calendar: holidayCalendar(),
    publicUrl: publicUrl(),
  })),
  takeNotice,
  replayReceipt,
);
