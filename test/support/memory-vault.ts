import { randomBytes } from 'node:crypto';
import type { WrappedKeyRow } from '../../functions/ports/case-store.ts';
import type { Eraser } from '../../functions/ports/eraser.ts';
import { DocumentNotFoundError, DocumentTakenError, KeyErasedError } from '../../functions/ports/errors.ts';
import type { DocumentStore, FreshKeys, Vault } from '../../functions/ports/vault.ts';

/** The vault in memory: a key counts only once its row was recorded, as with the real one. */
export class MemoryVault implements Vault {
  readonly #recorded = new Map<string, Uint8Array>();
  readonly #erased = new Set<string>();

  async createKeys(caseId: string, personIds: readonly string[]): Promise<FreshKeys> {
    const made = personIds.map((personId) => ({ personId, key: new Uint8Array(randomBytes(32)) }));
    return {
      rows: made.map(({ personId, key }) => ({ caseId, personId, wrapped: key })),
      keys: new Map(made.map(({ personId, key }) => [personId, key])),
    };
  }

  record(rows: readonly WrappedKeyRow[]): void {
    for (const { caseId, personId, wrapped } of rows) this.#recorded.set(`${caseId}/${personId}`, wrapped);
  }

  erase(caseId: string, personId: string): void {
    this.#recorded.delete(`${caseId}/${personId}`);
    this.#erased.add(`${caseId}/${personId}`);
  }

  /** Those of a case that have or had a key. */
  personsOf(caseId: string): string[] {
    const all = [...this.#recorded.keys(), ...this.#erased];
    const persons = all.filter((name) => name.startsWith(`${caseId}/`)).map((name) => name.slice(caseId.length + 1));
    return [...new Set(persons)].filter((personId) => personId !== 'case');
  }

  async ensureKey(caseId: string, personId: string): Promise<Uint8Array> {
    const name = `${caseId}/${personId}`;
    if (this.#erased.has(name)) throw new KeyErasedError(name);
    const key = this.#recorded.get(name) ?? new Uint8Array(randomBytes(32));
    this.#recorded.set(name, key);
    return key;
  }

  async key(caseId: string, personId: string): Promise<Uint8Array> {
    const key = this.#recorded.get(`${caseId}/${personId}`);
    if (key === undefined) throw new KeyErasedError(`${caseId}/${personId}`);
    return key;
  }
}

/** Documents in memory, readable while their key is recorded. */
export class MemoryDocuments implements DocumentStore {
  readonly kept = new Map<string, string>();
  readonly #vault: MemoryVault;

  constructor(vault: MemoryVault) {
    this.#vault = vault;
  }

  async put(caseId: string, personId: string, name: string, value: unknown): Promise<string> {
    const key = await this.#vault.key(caseId, personId);
    return await this.putWithKey(caseId, personId, name, value, key);
  }

  async putWithKey(caseId: string, personId: string, name: string, value: unknown, _key: Uint8Array): Promise<string> {
    const documentKey = `${caseId}/${personId}/${name}`;
    if (this.kept.has(documentKey)) throw new DocumentTakenError(documentKey);
    this.kept.set(documentKey, JSON.stringify(value));
    return documentKey;
  }

  async replace(caseId: string, personId: string, name: string, value: unknown): Promise<string> {
    await this.#vault.key(caseId, personId);
    this.kept.set(`${caseId}/${personId}/${name}`, JSON.stringify(value));
    return `${caseId}/${personId}/${name}`;
  }

  async get(documentKey: string): Promise<unknown> {
    const [caseId = '', personId = ''] = documentKey.split('/');
    await this.#vault.key(caseId, personId);
    const kept = this.kept.get(documentKey);
    if (kept === undefined) throw new DocumentNotFoundError(documentKey);
    return JSON.parse(kept);
  }
}

/** What erases, over keys and documents in memory; a document has one version there. */
export function memoryEraser(vault: MemoryVault, documents: MemoryDocuments): Eraser {
  return {
    personsOf: async (caseId) => vault.personsOf(caseId),
    destroyKey: async (caseId, personId) => vault.erase(caseId, personId),
    removeDocuments: async (caseId, prefix) => {
      for (const key of [...documents.kept.keys()]) {
        if (key.startsWith(`${caseId}/${prefix}`)) documents.kept.delete(key);
      }
    },
    removeEarlier: async () => undefined,
  };
}
