import type { Signer } from '../ports/outside.ts';
import type { Answer } from './problem.ts';

/** How long others may keep the keys, in seconds: a retired key stays published for much longer. */
const CACHE_SECONDS = 300;

/** Shows the public keys of receipts and seals as a JWKS. */
export async function showPublicKeys({ signer }: { readonly signer: Pick<Signer, 'publicKeys'> }): Promise<Answer> {
  const headers = { 'cache-control': `public, max-age=${CACHE_SECONDS}` };
  return { status: 200, headers, body: await signer.publicKeys() };
}
