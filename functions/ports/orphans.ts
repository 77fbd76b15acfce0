/** One version of an object among the documents: its name and when it was put, never what it holds. */
export interface StoredVersion {
  readonly key: string;
  readonly versionId: string;
  /** RFC 3339 in UTC. */
  readonly at: string;
  /** Whether it is what a reader of the object is given. */
  readonly isLatest: boolean;
}

/** A page of case ids and how to go on. */
export interface FolderPage {
  readonly caseIds: readonly string[];
  readonly next: string | null;
}

/** The documents by the case they were put for, as the sweep sees them: nothing is opened. */
export interface DocumentFolders {
  /** Case ids that begin with `prefix` and that documents were put for, in order. */
  list(prefix: string, next: string | null): Promise<FolderPage>;
  /** Every version of every document put for a case. */
  versions(caseId: string): Promise<readonly StoredVersion[]>;
  /** Removes versions for good. @throws VersionsKeptError when the store kept one of them */
  remove(versions: readonly StoredVersion[]): Promise<void>;
}

/** Which cases there are. */
export interface CaseRegister {
  /** Those of `caseIds` that certainly name no case; one that could not be looked up is not among them. */
  absent(caseIds: readonly string[]): Promise<readonly string[]>;
}
