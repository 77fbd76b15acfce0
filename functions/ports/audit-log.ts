import type { AuditEvent, ChainHead, NewAuditEvent, SignedCheckpoint } from '#domain/audit-event';

/** An event with the payloads it commits to that hold nothing personal (record before and after). */
export interface StoredEvent {
  readonly event: AuditEvent;
  readonly payloads: Readonly<Record<string, unknown>>;
}

/** The append-only audit log, read, and appended to for chains that belong to no case. */
export interface AuditLog {
  /** All events of a chain in order. */
  read(chain: string): Promise<readonly StoredEvent[]>;
  /**
   * Appends to a chain of its own (reads of personal data: one chain per reader and day), all events or none.
   * @throws ContentionError when others were faster every time
   */
  append(chain: string, events: readonly NewAuditEvent[]): Promise<void>;
  /** The heads of all chains that grew since `since`. */
  headsSince(since: string, now: string): Promise<readonly ChainHead[]>;
  /** The number, hash and instant of the latest minute checkpoint, or null before the first. */
  latestCheckpoint(): Promise<{ readonly number: number; readonly hash: string; readonly at: string } | null>;
  /** Records that a checkpoint was kept; a number already taken is refused. @throws AuditKeyTakenError */
  recordCheckpoint(signed: SignedCheckpoint, hash: string): Promise<void>;
}
