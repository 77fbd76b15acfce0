import { NoticeReceipt } from '#domain/api/sender-views';
import { type CaseKey, caseLink, readCaseLink } from '../case-link.ts';

const RECEIPT = 'writ.receipt';
const CASE = 'writ.case';

/** Keeps a receipt in this tab, where it survives a reload; gone with the tab. */
export function rememberReceipt(receipt: NoticeReceipt): void {
  sessionStorage.setItem(RECEIPT, JSON.stringify(receipt));
  rememberCase({ caseId: receipt.caseId, token: receipt.accessToken });
}

/** The receipt of this tab, or null. */
export function rememberedReceipt(): NoticeReceipt | null {
  return NoticeReceipt.safeParse(JSON.parse(sessionStorage.getItem(RECEIPT) ?? 'null')).data ?? null;
}

/** Keeps what opens a case in this tab; null forgets it. */
export function rememberCase(key: CaseKey | null): void {
  if (key === null) {
    sessionStorage.removeItem(CASE);
    sessionStorage.removeItem(RECEIPT);
  } else sessionStorage.setItem(CASE, caseLink('', key));
}

/** What opens the case of this tab; null for none. */
export function rememberedCase(): CaseKey | null {
  return readCaseLink(sessionStorage.getItem(CASE) ?? '');
}
