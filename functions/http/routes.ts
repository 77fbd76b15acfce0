import type { RouteContract } from '../ports/route-contract.ts';
import { acknowledgeDanger } from './acknowledge-danger/contract.ts';
import { addNote } from './add-note/contract.ts';
import { addNoticeInformation } from './add-notice-information/contract.ts';
import { addOrderInformation } from './add-order-information/contract.ts';
import { amendOrder } from './amend-order/contract.ts';
import { answerHearing } from './answer-hearing/contract.ts';
import { approveDecision } from './approve-decision/contract.ts';
import { readAuditKeys } from './audit-keys/contract.ts';
import { claimCase } from './claim-case/contract.ts';
import { decideCase } from './decide-case/contract.ts';
import { erasePerson } from './erase-person/contract.ts';
import { readEvidence } from './evidence/contract.ts';
import { giveComplaint } from './give-complaint/contract.ts';
import { giveCounterNotice } from './give-counter-notice/contract.ts';
import { readHistory } from './history/contract.ts';
import { readSigningKeys } from './jwks/contract.ts';
import { listCases } from './list-cases/contract.ts';
import { notifyCourtAction } from './notify-court-action/contract.ts';
import { placeHold } from './place-hold/contract.ts';
import { readAsset } from './read-asset/contract.ts';
import { readCase } from './read-case/contract.ts';
import { readDocs } from './read-docs/contract.ts';
import { readForm } from './read-form/contract.ts';
import { readNotice } from './read-notice/contract.ts';
import { readOpenapi } from './read-openapi/contract.ts';
import { readOrder } from './read-order/contract.ts';
import { readPaper } from './read-paper/contract.ts';
import { readPurgeReport } from './read-purge-report/contract.ts';
import { recordClockEntry } from './record-clock-entry/contract.ts';
import { courtActionOfCase } from './record-court-action/contract.ts';
import { recordScrutinyDecision } from './record-scrutiny-decision/contract.ts';
import { releaseCase } from './release-case/contract.ts';
import { releaseHold } from './release-hold/contract.ts';
import { requestInformation } from './request-information/contract.ts';
import { requestScrutiny } from './request-scrutiny/contract.ts';
import { resumeCase } from './resume-case/contract.ts';
import { reverseDecision } from './reverse-decision/contract.ts';
import { submitNotice } from './submit-notice/contract.ts';
import { submitOrder } from './submit-order/contract.ts';
import { withdrawNotice } from './withdraw-notice/contract.ts';
import { withdrawOrder } from './withdraw-order/contract.ts';

/** A route: its contract, and the folder below `functions/http/` that holds its function. */
export interface RouteEntry {
  readonly folder: string;
  readonly contract: RouteContract;
}

/** All routes in the order in which they are documented; whatever else is called goes to `not-found`. */
export const ROUTES: readonly RouteEntry[] = [
  { folder: 'submit-notice', contract: submitNotice },
  { folder: 'read-notice', contract: readNotice },
  { folder: 'add-notice-information', contract: addNoticeInformation },
  { folder: 'withdraw-notice', contract: withdrawNotice },
  { folder: 'give-complaint', contract: giveComplaint },
  { folder: 'give-counter-notice', contract: giveCounterNotice },
  { folder: 'notify-court-action', contract: notifyCourtAction },
  { folder: 'answer-hearing', contract: answerHearing },
  { folder: 'submit-order', contract: submitOrder },
  { folder: 'read-order', contract: readOrder },
  { folder: 'add-order-information', contract: addOrderInformation },
  { folder: 'amend-order', contract: amendOrder },
  { folder: 'withdraw-order', contract: withdrawOrder },
  { folder: 'list-cases', contract: listCases },
  { folder: 'read-case', contract: readCase },
  { folder: 'claim-case', contract: claimCase },
  { folder: 'release-case', contract: releaseCase },
  { folder: 'add-note', contract: addNote },
  { folder: 'request-information', contract: requestInformation },
  { folder: 'decide-case', contract: decideCase },
  { folder: 'approve-decision', contract: approveDecision },
  { folder: 'reverse-decision', contract: reverseDecision },
  { folder: 'record-court-action', contract: courtActionOfCase },
  { folder: 'record-clock-entry', contract: recordClockEntry },
  { folder: 'request-scrutiny', contract: requestScrutiny },
  { folder: 'record-scrutiny-decision', contract: recordScrutinyDecision },
  { folder: 'place-hold', contract: placeHold },
  { folder: 'release-hold', contract: releaseHold },
  { folder: 'erase-person', contract: erasePerson },
  { folder: 'read-purge-report', contract: readPurgeReport },
  { folder: 'resume-case', contract: resumeCase },
  { folder: 'acknowledge-danger', contract: acknowledgeDanger },
  { folder: 'history', contract: readHistory },
  { folder: 'read-paper', contract: readPaper },
  { folder: 'evidence', contract: readEvidence },
  { folder: 'jwks', contract: readSigningKeys },
  { folder: 'audit-keys', contract: readAuditKeys },
  { folder: 'read-openapi', contract: readOpenapi },
  { folder: 'read-docs', contract: readDocs },
  { folder: 'read-form', contract: readForm },
  { folder: 'read-asset', contract: readAsset },
];
