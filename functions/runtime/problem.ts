/** An answer of a route before it is put into the gateway's form. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** `body` is Base64 of bytes of this media type. */
  readonly bytesOf?: string;
}

/** One thing wrong with a request: where, and what, in a sentence. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is not well formed',
  401: 'No valid access token',
  403: 'Your role does not allow this',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'The case is not in a state that allows this',
  410: 'It was erased',
  413: 'The request body is too large',
  415: 'The request body is of another type than JSON',
  422: 'The request cannot be processed',
  429: 'Too many requests',
  500: 'A fault of ours',
  503: 'Not available right now',
};

/**
 * A problem document (RFC 9457); `detail` says what to do about it and holds nothing personal. `more` are extension
 * members that a program can act upon.
 */
export function problem(
  status: number,
  detail: string,
  faults: readonly Fault[] = [],
  more: Readonly<Record<string, string | null>> = {},
): Answer {
  return {
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: {
      type: 'about:blank',
      title: TITLES[status] ?? 'Problem',
      status,
      detail,
      ...(faults.length > 0 && { errors: faults }),
      ...more,
    },
  };
}
