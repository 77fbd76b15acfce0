import { type CaseKey, readCaseLink } from '../case-link.ts';

const CASE = /\/v1\/cases\/([A-Za-z0-9-]{1,64})\/response\b/;
const TOKEN = /\buploader-[\w-]{1,60}\.[\w-]{43}(?![\w-])/g;

/**
 * What opens a case to somebody who is heard, from the message that they got (all of it, or the part with the address and
 * the access token), or from a link; null where a part is missing.
 */
export function readMessage(message: string): CaseKey | null {
  const [, caseId] = CASE.exec(message) ?? [];
  // What is quoted above may hold the like: ours stands last.
  const token = [...message.matchAll(TOKEN)].at(-1)?.[0];
  return caseId === undefined || token === undefined ? readCaseLink(message) : { caseId, token };
}
