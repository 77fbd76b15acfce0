import * as z from 'zod';
import { Availability } from '#domain/availability';
import { normalInstant } from '#domain/instant';
import type { ContentReference } from '#domain/item';
import { parseJson } from '#domain/jws';
import { PlatformRefusedError, PlatformUnavailableError } from '../ports/errors.ts';
import type { Platform, PlatformItem, Restriction } from '../ports/outside.ts';

/** How long one call to the platform may take, in milliseconds. */
const CALL_TIMEOUT_MILLISECONDS = 8_000;

const ItemAnswer = z.object({
  title: z.string(),
  components: z.array(z.string()),
  publishedAt: z.iso.datetime({ offset: true }).transform(normalInstant).nullable().default(null),
  uploader: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    language: z.enum(['en', 'de']).catch('en'),
    country: z.string(),
  }),
  restrictions: z.array(z.unknown()),
  holds: z.array(z.object({ holdId: z.string(), until: z.iso.datetime({ offset: true }) })),
});

/** The content platform behind its HTTP interface. */
export class HttpPlatform implements Platform {
  readonly #baseUrl: string;
  readonly #token: string;

  constructor(baseUrl: string, token: string) {
    this.#baseUrl = baseUrl;
    this.#token = token;
  }

  async describe(reference: ContentReference): Promise<PlatformItem | null> {
    const answer = await this.#call('GET', `manage/${pathOf(reference)}`);
    return answer === null ? null : { reference, ...expected(ItemAnswer, answer) };
  }

  async readBack(reference: ContentReference): Promise<Availability | null> {
    const answer = await this.#call('GET', `${pathOf(reference)}/availability`);
    return answer === null ? null : expected(Availability, answer);
  }

  async restrict(
    reference: ContentReference,
    restrictionId: string,
    restriction: Restriction,
    key: string,
  ): Promise<void> {
    const path = `manage/${pathOf(reference)}/restrictions/${encodeURIComponent(restrictionId)}`;
    takenBy(await this.#call('PUT', path, restriction, key));
  }

  async lift(reference: ContentReference, restrictionId: string, key: string): Promise<void> {
    const path = `manage/${pathOf(reference)}/restrictions/${encodeURIComponent(restrictionId)}`;
    await this.#call('DELETE', path, undefined, key);
  }

  async preserve(reference: ContentReference, holdId: string, until: string, key: string): Promise<void> {
    takenBy(await this.#call('POST', `manage/${pathOf(reference)}/preserve`, { holdId, until }, key));
  }

  async #call(method: string, path: string, body?: unknown, key?: string): Promise<unknown> {
    try {
      const response = await fetch(`${this.#baseUrl.replace(/\/$/, '')}/${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.#token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(key !== undefined && { 'idempotency-key': key }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        redirect: 'manual',
        signal: AbortSignal.timeout(CALL_TIMEOUT_MILLISECONDS),
      });
      return answerOf(response.status, await response.text());
    } catch (error) {
      if (error instanceof PlatformUnavailableError || error instanceof PlatformRefusedError) throw error;
      throw new PlatformUnavailableError('the platform did not answer', { cause: error });
    }
  }
}

function pathOf({ kind, id }: ContentReference): string {
  return `${kind}/${encodeURIComponent(id)}`;
}

/** Statuses that another try may change: too early, too often, timed out. */
const PASSING = new Set([408, 425, 429]);

function answerOf(status: number, text: string): unknown {
  if (status === 404) return null;
  if (status >= 500 || PASSING.has(status)) throw new PlatformUnavailableError(`the platform answered ${status}`);
  if (status < 200 || status > 299) throw new PlatformRefusedError(`the platform answered ${status}`);
  // Null stands for an item that is not there; an answer that says so with a 200 is of another form.
  return text === '' ? {} : (parseJson(text) ?? undefined);
}

/** An answer in another form than agreed is a fault of the platform. */
function expected<S extends z.ZodType>(schema: S, answer: unknown): z.output<S> {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new PlatformUnavailableError('the platform answered in another form');
  return parsed.data;
}

/** A change of an item that the platform does not have was not made. */
function takenBy(answer: unknown): void {
  if (answer === null) throw new PlatformRefusedError('the platform has no such item');
}
