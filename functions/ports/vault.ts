import type { WrappedKeyRow } from './case-store.ts';

/** The name under which the case's own secret is kept among its person keys. */
export const CASE_SECRET = 'case';

/** Fresh keys of a case: the rows to record, and the keys in the clear for this process. */
export interface FreshKeys {
  readonly rows: readonly WrappedKeyRow[];
  readonly keys: ReadonlyMap<string, Uint8Array>;
}

/**
 * The keys of persons and cases: one data key per person per case, wrapped by one KMS key and kept in a table of
 * their own. Destroying a row erases what that key protects.
 */
export interface Vault {
  /** Makes keys for the given persons of a case; nothing is recorded yet. */
  createKeys(caseId: string, personIds: readonly string[]): Promise<FreshKeys>;
  /** Makes and records a key for one more person, or returns the recorded one. */
  ensureKey(caseId: string, personId: string): Promise<Uint8Array>;
  /**
   * The key of a person of a case (`CASE_SECRET` for the case's own).
   * @throws KeyErasedError when it was destroyed or never existed
   */
  key(caseId: string, personId: string): Promise<Uint8Array>;
}

/**
 * Encrypted documents: bodies, item lists, parties, decisions, rendered messages, capsules. What the audit commits to is
 * put once under a name of its own, never made of a clock or a count, so that nothing that comes later changes it.
 */
export interface DocumentStore {
  /**
   * Encrypts `value` (as JSON) under the person's key and keeps it where nothing is.
   * @throws DocumentTakenError when there is a document of that name
   */
  put(caseId: string, personId: string, name: string, value: unknown): Promise<string>;
  /** As `put`, with a key in hand (before the key is recorded). */
  putWithKey(caseId: string, personId: string, name: string, value: unknown, key: Uint8Array): Promise<string>;
  /** As `put`, over whatever is there: for what no audit event commits to. */
  replace(caseId: string, personId: string, name: string, value: unknown): Promise<string>;
  /**
   * The document at `documentKey`, decrypted.
   * @throws KeyErasedError when its key was destroyed
   * @throws DocumentNotFoundError when there is none
   */
  get(documentKey: string): Promise<unknown>;
}

/** What is kept under Object Lock: checkpoints, seals and encrypted execution histories. */
export interface EvidenceStore {
  /** Writes once; a second put of the same name with the same bytes changes nothing. */
  put(name: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** The bytes, or null. */
  get(name: string): Promise<Uint8Array | null>;
  /** Names below a prefix, in order. */
  list(prefix: string): Promise<readonly string[]>;
}
