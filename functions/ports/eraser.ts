/** Takes away for good what belongs to persons of a case. All of it may be repeated: what is gone stays gone. */
export interface Eraser {
  /** Those of a case that have, or had, a key of their own; never the case itself. */
  personsOf(caseId: string): Promise<readonly string[]>;
  /** Destroys the wrapped key of a person of a case, and leaves a mark in its place under which no key is made again. */
  destroyKey(caseId: string, personId: string): Promise<void>;
  /**
   * Removes all versions of the documents of a case whose key goes on with `prefix`; every document for an empty one.
   * @throws VersionsKeptError when the store kept one of them
   */
  removeDocuments(caseId: string, prefix: string): Promise<void>;
  /**
   * Removes all versions but the latest of the one document of a case whose key goes on with `name`.
   * @throws VersionsKeptError when the store kept one of them
   */
  removeEarlier(caseId: string, name: string): Promise<void>;
}
