/** A hash of a text in Base64url, which has only the characters that an identifier may have. */
export type Digest = (text: string) => string;

/** What a statement is about: one item of one decision of one case. */
export interface StatementSubject {
  readonly caseId: string;
  readonly decisionId: string;
  readonly itemId: string;
}

/**
 * The platform's identifier of a statement. The same subject always has the same one, so that no repetition mints
 * another: the database never takes one twice, and nothing that it stored can be withdrawn. It names nothing of ours to
 * those who read the database.
 */
export function puidOf({ caseId, decisionId, itemId }: StatementSubject, digest: Digest): string {
  return digest(JSON.stringify([caseId, decisionId, itemId]));
}
