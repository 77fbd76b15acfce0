import * as z from 'zod';
import { parseJson } from '#domain/jws';
import type { LumenNotice } from '#domain/lumen/notice';
import type { Lumen, LumenAnswer } from '../ports/outside.ts';

/** How long one request may take, in milliseconds. */
const CALL_TIMEOUT_MILLISECONDS = 10_000;

const Invalid = z.object({ notices: z.record(z.string(), z.unknown()) });

/**
 * The Lumen database behind its HTTP interface, as the public repository berkmancenter/lumendatabase has it at 99d44c85.
 * Only a 201 that names where the notice lies proves that it is kept; a redirect is never followed.
 */
export class HttpLumen implements Lumen {
  readonly #baseUrl: string;
  readonly #token: string;
  readonly #timeout: number;

  /** Takes the address without a path, the token of an account that may submit, and a timeout in milliseconds. */
  constructor(baseUrl: string, token: string, timeout = CALL_TIMEOUT_MILLISECONDS) {
    this.#baseUrl = baseUrl.replace(/\/$/, '');
    this.#token = token;
    this.#timeout = timeout;
  }

  async submit(notice: LumenNotice): Promise<LumenAnswer> {
    try {
      const response = await fetch(`${this.#baseUrl}/notices`, {
        method: 'POST',
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          'user-agent': 'Writ',
          'x-authentication-token': this.#token,
        },
        body: JSON.stringify({ notice }),
        redirect: 'manual',
        signal: AbortSignal.timeout(this.#timeout),
      });
      return answerOf(response.status, response.headers.get('location'), parseJson(await response.text()));
    } catch {
      return { kind: 'unheard' };
    }
  }
}

function answerOf(status: number, location: string | null, body: unknown): LumenAnswer {
  switch (status) {
    case 201:
      return location === null || location === '' ? { kind: 'unheard' } : { kind: 'stored', id: pathOf(location) };
    case 400:
    case 422:
      return { kind: 'invalid', fields: Object.keys(Invalid.safeParse(body).data?.notices ?? {}) };
    case 401:
    case 403:
      return { kind: 'unauthorised' };
    // A fault of the application itself: it keeps a notice in one transaction, which it then gave up.
    case 429:
    case 500:
    case 503:
      return { kind: 'busy' };
    default:
      return { kind: 'unheard' };
  }
}

function pathOf(location: string): string {
  return URL.parse(location, 'http://lumen.invalid')?.pathname ?? location;
}
