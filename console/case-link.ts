/** What opens a case to one person: its id, and the access token of that person. */
export interface CaseKey {
  readonly caseId: string;
  readonly token: string;
}

const FRAGMENT = /#([A-Za-z0-9-]{1,64})\.([\w-]{1,64}\.[\w-]{20,128})$/;

/**
 * The link to the status page of a case. The token stands behind the `#`, which a browser sends to nobody.
 * @param origin as `https://example.org`
 */
export function caseLink(origin: string, { caseId, token }: CaseKey): string {
  return `${origin}/notice?view=status#${caseId}.${token}`;
}

/** Reads a link, or its end from the `#` on; null when it opens no case. */
export function readCaseLink(link: string): CaseKey | null {
  const [, caseId, token] = FRAGMENT.exec(link.trim()) ?? [];
  return caseId === undefined || token === undefined ? null : { caseId, token };
}
