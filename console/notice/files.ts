import type { KeptAttachment } from '#domain/submission';

/** A file to send along; it lives as long as the page, and is kept nowhere in the browser. */
export interface ChosenFile extends Pick<KeptAttachment, 'fileName' | 'mediaType' | 'bytes' | 'sha256'> {
  /** In Base64. */
  readonly content: string;
}

/** The media types that are taken. */
export const FILE_TYPES: readonly string[] = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'text/plain',
  'audio/mpeg',
];

/** How many files are taken, and how large they may be together, in bytes: a notice and all in it fits into 1 MiB. */
export const FILE_LIMITS = { most: 5, bytes: 600 * 1024 } as const;

/** Why a file is not taken. */
export type FileFault = 'type' | 'too-many' | 'too-large' | 'twice';

/** Why a file is not taken beside those already chosen; null where it is. */
export function faultOfFile(file: Omit<ChosenFile, 'content'>, chosen: readonly ChosenFile[]): FileFault | null {
  if (!FILE_TYPES.includes(file.mediaType)) return 'type';
  if (chosen.some(({ sha256 }) => sha256 === file.sha256)) return 'twice';
  if (chosen.length >= FILE_LIMITS.most) return 'too-many';
  const together = chosen.reduce((sum, { bytes }) => sum + bytes, file.bytes);
  return together > FILE_LIMITS.bytes ? 'too-large' : null;
}

const CHUNK = 8_192;

/** Bytes in Base64. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

/** Bytes in hexadecimal digits. */
export function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
