import * as z from 'zod';

/** Seconds after which a request that met a service out of reach may be sent again. */
export const RETRY_AFTER_SECONDS = 5;

/** How long a request may take, in milliseconds: five seconds less than the gateway and the function would wait. */
const DEADLINE_MILLISECONDS = 25_000;

/** Thrown when a request took so long that the gateway would soon answer in its own words. */
class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
}

/**
 * What `work` gives, unless a service hangs; what it has begun may still be recorded.
 * @throws DeadlineError after 25 seconds
 */
export async function withinDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlineError('a service did not answer in time')), DEADLINE_MILLISECONDS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Codes for a connection that was not made or broke (Node.js), and for keys that could not be fetched (jose). */
const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
  // An issuer of tokens that gives its keys late, with another status, or not at all.
  'ERR_JWKS_TIMEOUT',
  'ERR_JOSE_GENERIC',
  'ERR_JWKS_INVALID',
]);

/** Names of a passed deadline, of our store when it is too busy and, by AWS clients, of a lost connection and of a service that is. */
const BUSY_NAMES = new Set([
  'DeadlineError',
  'StoreBusyError',
  'TimeoutError',
  'NetworkingError',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'SlowDown',
]);

const Described = z.object({
  name: z.string().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  $metadata: z.object({ httpStatusCode: z.int().optional() }).optional().catch(undefined),
  cause: z.unknown().optional(),
  errors: z.array(z.unknown()).catch([]),
});

/** How deep causes are followed. */
const DEEPEST = 5;

/**
 * Whether an error says that a service we rest on (database, keys, documents, issuer) was out of reach, too busy, or
 * failing by itself: nothing is wrong with the request, and the same one may succeed soon.
 */
export function isUnavailable(error: unknown, depth = 0): boolean {
  const described = Described.safeParse(error).data;
  if (described === undefined || depth > DEEPEST) return false;
  const { name = '', code = '', $metadata, cause, errors } = described;
  if (CONNECTION_CODES.has(code) || BUSY_NAMES.has(name)) return true;
  if (($metadata?.httpStatusCode ?? 0) >= 500) return true;
  return [cause, ...errors].some((inner) => isUnavailable(inner, depth + 1));
}
