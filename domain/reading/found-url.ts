/** A URL in a text: as it was meant, as it can be compared, and where it stands. */
export interface FoundUrl {
  /** The address as it was meant: `hxxp` and `[.]` undone, broken lines joined. */
  readonly url: string;
  /** The same for comparing: small letters, `https`, no trailing slash or punctuation. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** False where it had to be put together from two lines, or has no scheme. */
  readonly isWhole: boolean;
}

/** The form in which two namings of a place are compared: small letters, `https`, no trailing slash or punctuation. */
export function urlKey(url: string): string {
  return withoutTail(url.toLowerCase().replace(/^http:/, 'https:'), '.,;:!?)/*\'"');
}

/** A text without the characters at its end that are among those. */
export function withoutTail(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
