import * as z from 'zod';
import { SignedCheckpoint } from '#domain/audit-event';
import { SealFile } from '#domain/bundle';
import { UsageError } from './command.ts';
import { readSource } from './read-source.ts';

/** A signed checkpoint as it lies under Object Lock, several of them, or the `seal.json` of an earlier bundle. */
const Kept = z.union([
  SignedCheckpoint.transform((signed) => [signed]),
  z.array(SignedCheckpoint).min(1),
  SealFile.transform(({ seal }) => seal.checkpoints),
]);

/** Signed checkpoints out of a file or a URL. @throws UsageError when there are none */
export async function readCheckpoints(place: string): Promise<readonly SignedCheckpoint[]> {
  const text = await readSource(place, 'checkpoint file');
  const found = Kept.safeParse(parsed(text)).data ?? [];
  if (found.length > 0) return found;
  throw new UsageError(
    `${place} holds no signed checkpoint (one, a list of them, or a bundle's seal.json was expected).`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
