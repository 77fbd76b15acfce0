import type { Role } from '#domain/party';

/** Who calls, as a verified token says. */
export interface Caller {
  readonly role: Role;
  /** The person's or client's id: never a name or an address. */
  readonly subject: string;
  /** For machine clients: the client's id; an authority's client id is the authority's id. */
  readonly client: string;
}

/** Verifies access tokens. */
export interface TokenVerifier {
  /** The caller, or null when signature, issuer, expiry, use or role do not hold. */
  verify(token: string): Promise<Caller | null>;
}
