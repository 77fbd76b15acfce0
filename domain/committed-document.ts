import * as z from 'zod';

/** What a payload says of a document: its name in a bundle, where it lies encrypted, and the hash of its bytes. */
export const CommittedDocumentReference = z.object({
  document: z.string(),
  documentKey: z.string(),
  sha256: z.string(),
});
export type CommittedDocumentReference = z.infer<typeof CommittedDocumentReference>;

/** A message as kept: the exact bytes that were sent, but for an access token, in Base64. */
const KeptMessage = z.looseObject({ bytes: z.base64() });
/** A file sent along as kept: its exact bytes in Base64, beside its name. */
const KeptFile = z.looseObject({ fileName: z.string(), content: z.base64() });

/** What a document's name ends with, by its folder, where its exact bytes are bundled. */
const EXACT: Readonly<Record<string, string>> = { messages: 'message', attachments: 'attachment' };

/**
 * The name of a document in an evidence bundle: its key without the case, the person before the name, and `.message`
 * or `.attachment` for the exact bytes of what was sent, `.json` for the rest.
 */
export function bundledName(documentKey: string): string {
  const [, personId = '', ...name] = documentKey.split('/');
  const suffix = EXACT[name[0] ?? ''] ?? 'json';
  return `${[personId, ...name].join('.')}.${suffix}`;
}

/**
 * The bytes of a document as bundled and hashed: of a kept message or file the exact bytes that were sent, of any
 * other value its JSON text.
 */
export function documentBytes(value: unknown): Uint8Array {
  const exact = KeptMessage.safeParse(value).data?.bytes ?? KeptFile.safeParse(value).data?.content;
  if (exact === undefined) return new TextEncoder().encode(JSON.stringify(value));
  return Uint8Array.from(atob(exact), (character) => character.charCodeAt(0));
}
