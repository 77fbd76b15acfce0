import type { CaseRecord } from '#domain/case';
import { RemarkRow, remarkKey } from '#domain/case-rows';
import { detectDanger } from '#domain/danger';
import type { DangerSignal } from '#domain/danger-words';
import type { KeptRemark } from '#domain/submission';
import { commitTo } from '#runtime/commitment';
import type { Answer } from '#runtime/problem';
import type { CaseRows, Decided } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import { CASE_SECRET, type DocumentStore, type Vault } from '../../ports/vault.ts';
import { type DangerPart, dangerPart } from './danger.ts';

/** What keeping words that signal danger needs. */
export interface WordsDependencies {
  readonly documents: Pick<DocumentStore, 'put'>;
  readonly vault: Pick<Vault, 'key'>;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'id'>;
}

/** What a sender says later, and the signals of danger in it. */
export interface Words {
  readonly personId: 'sender' | 'authority';
  readonly texts: readonly string[];
  readonly signals: readonly DangerSignal[];
}

/** The most remarks that one case keeps; what is said beyond still pages. */
const MOST_REMARKS = 20;
/** Characters kept of one remark: a text of a demand holds no more. */
const LONGEST_REMARK = 20_000;

/** The words of a sender with the signals of danger in them. */
export function wordsOf(personId: Words['personId'], texts: readonly string[]): Words {
  return { personId, texts, signals: detectDanger(texts) };
}

/** What becomes of a case that refuses what was sent: words that signal danger count all the same. */
export async function refusing(
  dependencies: WordsDependencies,
  words: Words,
  record: CaseRecord,
  rows: CaseRows,
  answer: Answer,
): Promise<Decided<Answer>> {
  if (words.signals.length === 0) return { result: answer };
  const change = await remarkPart(dependencies, words, record, rows);
  const isKnown = change.rows.length === 0 && words.signals.every((signal) => record.danger?.signals.includes(signal));
  return isKnown ? { result: answer } : { change, result: answer };
}

/** Keeps words that signal danger where nothing else of what was sent shows them, and pages. */
export async function remarkPart(
  { documents, vault, clock, ids }: WordsDependencies,
  { personId, texts, signals }: Words,
  record: CaseRecord,
  rows: CaseRows,
): Promise<DangerPart> {
  const { caseId } = record;
  const now = clock.now();
  const danger = await dangerPart(rows, record, signals, now);
  const [event] = danger.events;
  const remarks = await rows.listRows(caseId, remarkKey(), RemarkRow);
  if (event === undefined || remarks.length >= MOST_REMARKS) return danger;
  const telling = texts.filter((text) => detectDanger([text]).length > 0);
  const remark: KeptRemark = { kind: 'remark', at: now, text: telling.join('\n\n').slice(0, LONGEST_REMARK) };
  const documentKey = await documents.put(caseId, personId, `remarks/${ids.id('remark')}`, remark);
  const commitment = commitTo(await vault.key(caseId, CASE_SECRET), documentKey, remark);
  const number = remarks.length + 1;
  return {
    ...danger,
    events: [{ ...event, data: { ...event.data, document: documentKey }, commitments: [commitment] }],
    rows: [...danger.rows, { key: remarkKey(number), value: { number, at: now, documentKey }, when: 'new' }],
  };
}
