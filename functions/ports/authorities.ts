import type { Authority } from '#domain/authority';

/** The authorities whose identity somebody of ours has verified, by the clients they send through. */
export interface AuthorityRegister {
  /** The authority that a client belongs to; null when the register does not name the client. */
  find(client: string): Promise<Authority | null>;
}
