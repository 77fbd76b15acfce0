import * as z from 'zod';
import { parseJson } from '#domain/jws';
import type { Statement } from '#domain/transparency-database/statement';
import type { StatementFault, StoreAnswer, TransparencyDatabase } from '../ports/outside.ts';

/** How long one request may take, in milliseconds: a function that is cut off knows less than one that stops waiting. */
const CALL_TIMEOUT_MILLISECONDS = 10_000;

const Stored = z.object({ uuid: z.string().min(1) });
const StoredBatch = z.object({ statements: z.array(Stored) });
const SingleDuplicate = z.object({ existing: z.object({ puid: z.string() }) });
const BatchDuplicate = z.object({ errors: z.object({ existing_puids: z.array(z.string()).min(1) }) });
const SingleInvalid = z.object({ errors: z.record(z.string(), z.unknown()) });
const BatchInvalid = z.object({
  errors: z.record(z.string().regex(/^statement_\d+$/), z.record(z.string(), z.unknown())),
});

/**
 * The DSA Transparency Database behind its HTTP interface, as its public repository has it at 69e80a0b. Only a 201 with
 * the database's identifiers proves that something was stored; a redirect is never followed.
 */
export class HttpTransparencyDatabase implements TransparencyDatabase {
  readonly #baseUrl: string;
  readonly #token: string;
  readonly #timeout: number;

  /** Takes the address without the path of the interface, the registration's token, and a timeout in milliseconds. */
  constructor(baseUrl: string, token: string, timeout = CALL_TIMEOUT_MILLISECONDS) {
    this.#baseUrl = baseUrl.replace(/\/$/, '');
    this.#token = token;
    this.#timeout = timeout;
  }

  async store(statements: readonly Statement[]): Promise<StoreAnswer> {
    const [only] = statements;
    const single = statements.length === 1;
    const [path, body] = single ? ['statement', only] : ['statements', { statements }];
    try {
      const response = await fetch(`${this.#baseUrl}/api/v1/${path}`, {
        method: 'POST',
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${this.#token}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
        redirect: 'manual',
        signal: AbortSignal.timeout(this.#timeout),
      });
      const answer = parseJson(await response.text());
      return answerOf(response.status, answer, statements.length);
    } catch {
      return { kind: 'unheard' };
    }
  }
}

function answerOf(status: number, answer: unknown, sent: number): StoreAnswer {
  switch (status) {
    case 201:
      return storedAnswer(answer, sent);
    case 422:
      return refusedAnswer(answer, sent);
    case 429:
      return { kind: 'busy' };
    case 401:
    case 403:
      return { kind: 'unauthorised' };
    default:
      return { kind: 'unheard' };
  }
}

/** An answer without an identifier for each statement proves nothing. */
function storedAnswer(answer: unknown, sent: number): StoreAnswer {
  const stored =
    sent === 1 ? z.tuple([Stored]).safeParse([answer]).data : StoredBatch.safeParse(answer).data?.statements;
  return stored?.length === sent ? { kind: 'stored', uuids: stored.map(({ uuid }) => uuid) } : { kind: 'unheard' };
}

function refusedAnswer(answer: unknown, sent: number): StoreAnswer {
  const puids = duplicatesIn(answer);
  if (puids.length > 0) return { kind: 'existing', puids };
  const faults = faultsIn(answer, sent);
  return faults.length > 0 ? { kind: 'invalid', faults } : { kind: 'unheard' };
}

function duplicatesIn(answer: unknown): readonly string[] {
  const single = SingleDuplicate.safeParse(answer).data;
  return single === undefined
    ? (BatchDuplicate.safeParse(answer).data?.errors.existing_puids ?? [])
    : [single.existing.puid];
}

function faultsIn(answer: unknown, sent: number): readonly StatementFault[] {
  if (sent === 1) {
    const fields = Object.keys(SingleInvalid.safeParse(answer).data?.errors ?? {});
    return fields.length > 0 ? [{ index: 0, fields }] : [];
  }
  const errors = Object.entries(BatchInvalid.safeParse(answer).data?.errors ?? {});
  return errors
    .map(([name, fields]) => ({ index: Number(name.slice('statement_'.length)), fields: Object.keys(fields) }))
    .filter(({ index }) => index < sent);
}
