/** A bucket of a stage, and what keeps its objects. */
export interface HeldBucket {
  readonly kind: 'bucket';
  readonly name: string;
  readonly stack: string;
  readonly logicalId: string;
  /** Whether it stays when its stack goes. */
  readonly retained: boolean;
  /** Versions of objects. */
  readonly versions: number;
  /** Object Lock, as the newest versions have it; null where there is none. */
  readonly lock: { readonly mode: string; readonly until: string; readonly lookedAt: number } | null;
}

/** A table of a stage. */
export interface HeldTable {
  readonly kind: 'table';
  readonly name: string;
  readonly retained: boolean;
  /** As the database last counted, some hours ago at most. */
  readonly rows: number;
}

/** A key of a stage. */
export interface HeldKey {
  readonly kind: 'key';
  readonly id: string;
  readonly retained: boolean;
  readonly description: string;
  /** Whether it signs, or encrypts what nobody can read without it. */
  readonly signs: boolean;
  /** Days between its removal and its end. */
  readonly windowDays: number;
  /** When it ends; null while nobody has removed it. */
  readonly endsAt: string | null;
}

/** A user pool of a stage. */
export interface HeldLogin {
  readonly kind: 'login';
  readonly id: string;
  readonly retained: boolean;
}

/** The log groups of a stage, together. */
export interface HeldLogs {
  readonly kind: 'logs';
  readonly names: readonly string[];
  readonly retained: boolean;
}

/** Something in a stage that somebody may miss. */
export type Holding = HeldBucket | HeldTable | HeldKey | HeldLogin | HeldLogs;

/** Whether anything of it is still there after its stack went. */
export function survives(holding: Holding): boolean {
  if (holding.retained || holding.kind === 'key') return true;
  return holding.kind === 'bucket' && holding.lock !== null;
}
