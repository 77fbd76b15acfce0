import type { Caller, TokenVerifier } from '../ports/callers.ts';
import type { Audience } from '../ports/route-contract.ts';
import { type Answer, problem } from './problem.ts';

/** A call without a token. */
export const NOBODY: Caller = { role: 'public', subject: 'public', client: 'public' };

/** A case's access token: the person's id and an HMAC of 32 bytes. */
const CASE_TOKEN = /^[\w-]{1,80}\.[\w-]{43}$/;

/** Thrown when a route that asks who calls was built without a verifier: a defect. */
export class NoVerifierError extends Error {
  override readonly name = 'NoVerifierError';
}

/** Who calls, or the problem document for who may not: 401 without a valid token, 403 for a role that may not. */
export async function admit(
  audience: Audience,
  verifier: TokenVerifier | undefined,
  token: string | null,
): Promise<Caller | Answer> {
  if (audience === 'anybody') return NOBODY;
  const open = audience !== 'case-token' && audience.includes('public');
  if (token === null) return open ? NOBODY : problem(401, 'Send an access token: "Authorization: Bearer …".');
  if (token === '') return problem(401, 'The Authorization header holds no bearer token.');
  // Whether it is the token of this very case, the route judges with the case's secret.
  if (audience === 'case-token' && CASE_TOKEN.test(token)) return NOBODY;
  if (verifier === undefined) throw new NoVerifierError('the route was built without a verifier of tokens');
  const caller = await verifier.verify(token);
  if (caller === null) return problem(401, 'The access token is not valid or has expired.');
  if (audience !== 'case-token' && audience.includes(caller.role)) return caller;
  return problem(403, `The role ${caller.role} may not do this.`);
}

/** The bearer token of a request; null when it has no Authorization header, empty when that holds something else. */
export function bearerOf(headers: Readonly<Record<string, string | undefined>>): string | null {
  const header = headers['authorization'] ?? headers['Authorization'];
  if (header === undefined) return null;
  return /^Bearer\s+(\S+)\s*$/i.exec(header)?.[1] ?? '';
}
