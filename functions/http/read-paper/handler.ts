import * as z from 'zod';
import { SimpleMailReader } from '#adapters/mail-reader';
import { deliveryKey } from '#domain/case-rows';
import { documentBytes } from '#domain/committed-document';
import { Delivery } from '#domain/delivery';
import { isOnPaper } from '#domain/messages/on-paper';
import { systemClock } from '#runtime/clock';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildAuditLog } from '../../parts/audit-log.ts';
import { buildCases } from '../../parts/cases.ts';
import { buildDocuments } from '../../parts/documents.ts';
import { buildPaper } from '../../parts/paper.ts';
import { buildVerifier } from '../../parts/verifier.ts';
import type { AuditLog } from '../../ports/audit-log.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { MailReader, Paper } from '../../ports/paper.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { readText } from '../read-case/read-text.ts';
import { recordReading } from '../shared/reading.ts';
import { requestedCase } from '../shared/requested-case.ts';
import { readPaper } from './contract.ts';
import { letterOf } from './letter.ts';

/** What setting a message on paper needs. */
export interface ReadPaperDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'readRow'>;
  readonly documents: Pick<DocumentStore, 'get'>;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly paper: Paper;
  readonly mails: MailReader;
  readonly clock: Clock;
}

/** Hands out a message that was written, on paper, once the read is recorded; what was attached as PDF goes as it went. */
export async function showPaper(dependencies: ReadPaperDependencies, request: RouteRequest): Promise<Answer> {
  const { cases, documents, paper, mails } = dependencies;
  const { caseId, reference } = await requestedCase(cases, request);
  const asked = request.params['deliveryId'] ?? '';
  const delivery = asked.length > LONGEST_ID ? null : await cases.readRow(caseId, deliveryKey(asked), Delivery);
  if (delivery === null || delivery.documentKey === null || !isOnPaper(delivery)) return NO_PAPER;
  const { deliveryId, documentKey, language, kind } = delivery;
  await recordReading(dependencies, request.caller, caseId, `messages/${deliveryId}`);
  const kept = await readText(documents, documentKey, z.unknown());
  if (kept === null) return ERASED;
  const mail = await mails.read(documentBytes(kept));
  const pdf = mail.pdf ?? (await paper.write(letterOf(mail, language, reference)));
  const headers = { 'content-disposition': `attachment; filename="${reference}-${kind}.pdf"` };
  return { status: 200, headers, bytesOf: readPaper.mediaType, body: Buffer.from(pdf).toString('base64') };
}

/** Longer than any id of a message, and within what a key of the database may be. */
const LONGEST_ID = 500;

const NO_PAPER = problem(404, 'There is no such message of the case, or it was not written as a letter.');
const ERASED = problem(404, 'What this message says was erased.');

/** The Lambda function of `GET /v1/cases/{caseId}/messages/{deliveryId}/paper`. */
export const handler = route(
  readPaper,
  lazily(() => ({
    verifier: buildVerifier(),
    cases: buildCases(),
    documents: buildDocuments(),
    audit: buildAuditLog(),
    paper: buildPaper(),
    mails: new SimpleMailReader(),
    clock: systemClock,
  })),
  showPaper,
);
