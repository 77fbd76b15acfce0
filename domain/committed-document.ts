import * as z from 'zod';

/** What a payload says of a document: its name in a bundle, where it lies encrypted, and the hash of its bytes. */
export const CommittedDocumentReference = z.object({
  document: z.string(),
  documentKey: z.string(),
  sha256: z.string(),
});
export type CommittedDocumentReference = z.infer<typeof CommittedDocumentReference>;

/** A message as kept: the exact bytes that were sent, in Base64. */
const KeptMessage = z.looseObject({ bytes: z.base64() });

/**
 * The name of a document in an evidence bundle: its key without the case, the person before the name, and `.eml`
 * for the exact bytes of a mail, `.json` for the rest.
 */
export function bundledName(documentKey: string): string {
  const [, personId = '', ...name] = documentKey.split('/');
  const suffix = name[0] === 'messages' ? 'message' : 'json';
  return `${[personId, ...name].join('.')}.${suffix}`;
}

/**
 * The bytes of a document as bundled and hashed: of a kept message the exact bytes that were sent, of any other value
 * its JSON text.
 */
export function documentBytes(value: unknown): Uint8Array {
  const message = KeptMessage.safeParse(value);
  if (!message.success) return new TextEncoder().encode(JSON.stringify(value));
  return Uint8Array.from(atob(message.data.bytes), (character) => character.charCodeAt(0));
}
