import { ApiError } from '../errors.ts';

/** A page of a list and the token for the next one, if there is more. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextToken?: string;
}

const DEFAULT_SIZE = 100;
const LARGEST = 1000;

/** Cuts a page out of a list; a token that this function did not make is refused. `0` means the default size. */
export function pageOf<T>(all: readonly T[], size: number | undefined, token: string | undefined): Page<T> {
  const start = token === undefined ? 0 : offsetOf(token);
  const end = start + Math.min(size === undefined || size === 0 ? DEFAULT_SIZE : size, LARGEST);
  const items = all.slice(start, end);
  return end < all.length ? { items, nextToken: tokenOf(end) } : { items };
}

function tokenOf(offset: number): string {
  return Buffer.from(`offset:${offset}`, 'utf8').toString('base64url');
}

function offsetOf(token: string): number {
  const [, offset] = /^offset:(\d+)$/.exec(Buffer.from(token, 'base64url').toString('utf8')) ?? [];
  if (offset === undefined) throw new ApiError('InvalidToken', `Invalid Token: '${token}'`);
  return Number(offset);
}
