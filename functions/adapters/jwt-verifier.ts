import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import * as z from 'zod';
import { Role } from '#domain/party';
import type { Caller, TokenVerifier } from '../ports/callers.ts';
import type { Clock } from '../ports/clock.ts';

const Claims = z.object({
  sub: z.string().min(1),
  token_use: z.literal('access'),
  client_id: z.string().min(1),
  'cognito:groups': z.array(z.string()).default([]),
  scope: z.string().default(''),
});

/** Codes of jose for an answer of the issuer that is late, of another status, or holds no keys. */
const UNREACHABLE_ISSUER = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC', 'ERR_JWKS_INVALID']);

/** Verifies access tokens of one issuer (signature by its JWKS, issuer, expiry, `token_use`, group or scope). */
export class JwtVerifier implements TokenVerifier {
  readonly #issuer: string;
  readonly #clock: Clock;
  readonly #keys: ReturnType<typeof createRemoteJWKSet>;

  constructor(issuer: string, clock: Clock) {
    this.#issuer = issuer;
    this.#clock = clock;
    this.#keys = createRemoteJWKSet(new URL(`${issuer.replace(/\/$/, '')}/.well-known/jwks.json`));
  }

  async verify(token: string): Promise<Caller | null> {
    const claims = await this.#claims(token);
    if (claims === null) return null;
    const role = claims['cognito:groups']
      .map((group) => Role.safeParse(group).data)
      .find((found) => found !== undefined);
    // A machine client has no groups; its scope names its role: `writ/authority`, `writ/trusted-flagger`.
    const scoped = claims.scope.split(' ').map((scope) => Role.safeParse(scope.replace(/^writ\//, '')).data);
    const known = role ?? scoped.find((found) => found !== undefined);
    return known === undefined ? null : { role: known, subject: claims.sub, client: claims.client_id };
  }

  async #claims(token: string): Promise<z.output<typeof Claims> | null> {
    try {
      const currentDate = new Date(this.#clock.now());
      const { payload } = await jwtVerify(token, this.#keys, {
        issuer: this.#issuer,
        currentDate,
        clockTolerance: 5,
        algorithms: ['RS256', 'ES256'],
      });
      return Claims.safeParse(payload).data ?? null;
    } catch (error) {
      // A token at fault is no fault of ours; an issuer that does not give its keys is.
      if (error instanceof errors.JOSEError && !UNREACHABLE_ISSUER.has(error.code)) return null;
      throw error;
    }
  }
}
