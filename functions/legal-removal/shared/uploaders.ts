import * as z from 'zod';
import { personKey } from '#domain/case-rows';
import type { Party } from '#domain/party';
import type { RowPut } from '../../ports/case-store.ts';
import type { PlatformItem } from '../../ports/outside.ts';
import { CASE_SECRET, type DocumentStore, type Vault } from '../../ports/vault.ts';
import { readIfThere } from './submission.ts';

type Uploader = PlatformItem['uploader'];

/** Who of the platform's uploaders is which person of the case; encrypted, as it names people. */
const KnownUploaders = z.array(z.object({ uploaderId: z.string(), personId: z.string() }));

/** The persons behind a batch: by the platform's id, and the rows of those met for the first time. */
export interface MetUploaders {
  readonly personOf: ReadonlyMap<string, string>;
  readonly rows: readonly RowPut[];
}

/** The ports that persons are kept through. */
export interface UploaderStores {
  readonly documents: Pick<DocumentStore, 'get' | 'replace'>;
  readonly vault: Pick<Vault, 'ensureKey'>;
}

/** Makes the uploaders of a batch persons of the case, each with a key and an encrypted party of its own. */
export async function meetUploaders(
  { documents, vault }: UploaderStores,
  caseId: string,
  uploaders: readonly Uploader[],
): Promise<MetUploaders> {
  const known = KnownUploaders.parse((await readIfThere(documents, `${caseId}/case/uploaders`)) ?? []);
  const all = [...known];
  for (const { id } of uploaders) {
    if (all.some(({ uploaderId }) => uploaderId === id)) continue;
    all.push({ uploaderId: id, personId: `uploader-${all.length + 1}` });
  }
  const personOf = new Map(all.map(({ uploaderId, personId }) => [uploaderId, personId]));
  const met = [...new Map(uploaders.map((uploader) => [uploader.id, uploader])).values()];
  if (all.length > known.length) await documents.replace(caseId, CASE_SECRET, 'uploaders', all);
  const rows: RowPut[] = [];
  for (const uploader of met) {
    const party = partyOf(uploader, personOf.get(uploader.id) ?? '');
    await vault.ensureKey(caseId, party.personId);
    const documentKey = await documents.replace(caseId, party.personId, 'party', party);
    const value = { personId: party.personId, role: party.role, documentKey };
    rows.push({ key: personKey(party.personId), value, when: 'replace' });
  }
  return { personOf, rows };
}

function partyOf({ name, email, language, country }: Uploader, personId: string): Party {
  return { personId, role: 'uploader', name, email, language, country };
}

/**
 * Forgets who on the platform a person of the case is. Their place stays taken, so that whoever is met later is numbered
 * on.
 */
export async function forgetUploader(
  documents: Pick<DocumentStore, 'get' | 'replace'>,
  caseId: string,
  personId: string,
): Promise<void> {
  const known = KnownUploaders.parse((await readIfThere(documents, `${caseId}/${CASE_SECRET}/uploaders`)) ?? []);
  const forgotten = { uploaderId: `erased ${personId}`, personId };
  if (known.every((one) => one.personId !== personId || one.uploaderId === forgotten.uploaderId)) return;
  const others = known.map((one) => (one.personId === personId ? forgotten : one));
  await documents.replace(caseId, CASE_SECRET, 'uploaders', others);
}
