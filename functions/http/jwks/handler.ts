import { lazily } from '#runtime/lazily';
import { showPublicKeys } from '#runtime/public-keys';
import { route } from '#runtime/route';
import { buildSigner } from '../../parts/signer.ts';
import { readSigningKeys } from './contract.ts';

/** The Lambda function of `GET /.well-known/jwks.json`. */
export const handler = route(
  readSigningKeys,
  lazily(() => ({ signer: buildSigner() })),
  showPublicKeys,
);
