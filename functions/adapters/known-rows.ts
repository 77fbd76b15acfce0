import type * as z from 'zod';
import { pageKey, tokenKey } from '#domain/case-rows';
import type { CaseRows, RowPut } from '../ports/case-store.ts';
import { parseJson } from './case-item.ts';

/** Characters of rows that are remembered beside a record: those of a large case are read when they are needed. */
const MOST_CHARACTERS = 65_536;

/** Rows that change without their case: what was read of them a moment ago may not be what they are. */
const APART: readonly string[] = [tokenKey(''), pageKey('')];

/**
 * The rows of one case as they stood beside its record, as JSON text by key; what changes apart is read anew, and so are
 * the rows of any other case.
 */
export class KnownRows implements CaseRows {
  readonly #caseId: string;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #anew: CaseRows;

  constructor(caseId: string, texts: ReadonlyMap<string, string>, anew: CaseRows) {
    this.#caseId = caseId;
    this.#texts = texts;
    this.#anew = anew;
  }

  /** These rows with those that a change has put. */
  with(puts: readonly RowPut[]): KnownRows {
    const put = puts.map(({ key, value }) => [key, JSON.stringify(value)] as const);
    return new KnownRows(this.#caseId, new Map([...this.#texts, ...put]), this.#anew);
  }

  /** Whether they are few enough to be remembered. */
  isSmall(): boolean {
    let left = MOST_CHARACTERS;
    for (const text of this.#texts.values()) left -= text.length;
    return left >= 0;
  }

  async readRow<S extends z.ZodType>(caseId: string, key: string, schema: S): Promise<z.output<S> | null> {
    if (this.#isApart(caseId, key)) return await this.#anew.readRow(caseId, key, schema);
    const text = this.#texts.get(key);
    return text === undefined ? null : schema.parse(parseJson(text));
  }

  async listRows<S extends z.ZodType>(caseId: string, prefix: string, schema: S): Promise<readonly z.output<S>[]> {
    if (this.#isApart(caseId, prefix)) return await this.#anew.listRows(caseId, prefix, schema);
    const keys = [...this.#texts.keys()].filter((key) => key.startsWith(prefix)).sort();
    return keys.map((key) => schema.parse(parseJson(this.#texts.get(key))));
  }

  #isApart(caseId: string, key: string): boolean {
    return caseId !== this.#caseId || APART.some((prefix) => key.startsWith(prefix));
  }
}
