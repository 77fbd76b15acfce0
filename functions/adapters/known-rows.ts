import type * as z from 'zod';
import { pageKey, tokenKey } from '#domain/case-rows';
import type { CaseRows, RowPut } from '../ports/case-store.ts';
import { parseJson } from './case-item.ts';

/** Characters of rows that are remembered beside a record: those of a large case are read when they are needed. */
const MOST_CHARACTERS = 65_536;

/** Rows that change without their case: what was read of them a moment ago may not be what they are. */
const APART: readonly string[] = [tokenKey(''), pageKey('')];

/** The rows of one case as they stood beside its record, as JSON text by key; what changes apart is read anew. */
export class KnownRows implements CaseRows {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #anew: CaseRows;

  constructor(texts: ReadonlyMap<string, string>, anew: CaseRows) {
    this.#texts = texts;
    this.#anew = anew;
  }

  /** These rows with those that a change has put. */
  with(puts: readonly RowPut[]): KnownRows {
    const put = puts.map(({ key, value }) => [key, JSON.stringify(value)] as const);
    return new KnownRows(new Map([...this.#texts, ...put]), this.#anew);
  }

  /** Whether they are few enough to be remembered. */
  isSmall(): boolean {
    let left = MOST_CHARACTERS;
    for (const text of this.#texts.values()) left -= text.length;
    return left >= 0;
  }

  async readRow<S extends z.ZodType>(caseId: string, key: string, schema: S): Promise<z.output<S> | null> {
    if (APART.some((prefix) => key.startsWith(prefix))) return await this.#anew.readRow(caseId, key, schema);
    const text = this.#texts.get(key);
    return text === undefined ? null : schema.parse(parseJson(text));
  }

  async listRows<S extends z.ZodType>(caseId: string, prefix: string, schema: S): Promise<readonly z.output<S>[]> {
    if (APART.some((apart) => prefix.startsWith(apart))) return await this.#anew.listRows(caseId, prefix, schema);
    const keys = [...this.#texts.keys()].filter((key) => key.startsWith(prefix)).sort();
    return keys.map((key) => schema.parse(parseJson(this.#texts.get(key))));
  }
}
