import { lazily } from '#runtime/lazily';
import { showPublicKeys } from '#runtime/public-keys';
import { route } from '#runtime/route';
import { buildSigner } from '../../parts/signer.ts';
import { readAuditKeys } from './contract.ts';

/** The Lambda function of `GET /v1/audit/keys`. */
export const handler = route(
  readAuditKeys,
  lazily(() => ({ signer: buildSigner() })),
  showPublicKeys,
);
