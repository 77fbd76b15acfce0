/**
 * Stands for the reader's access token in a message as it is written and kept. The token itself is put in its place as
 * the message is sent, so that nobody who reads what is kept can answer in that person's place.
 */
export const TOKEN_PLACE = '[access-token]';

/** A text with the token in its place: the last one, since what is quoted above may hold the same words. */
export function withToken(text: string, token: string): string {
  const at = text.lastIndexOf(TOKEN_PLACE);
  return at < 0 ? text : `${text.slice(0, at)}${token}${text.slice(at + TOKEN_PLACE.length)}`;
}
