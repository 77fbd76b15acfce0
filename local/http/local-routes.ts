import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { ClockMove, DrivenClock } from '../clock/clock.ts';
import type { ServiceHandler, ServiceRequest, ServiceResponse } from '../ports.ts';
import { jsonBody, jsonResponse, problemResponse } from '../services/responses.ts';
import { under } from './listener.ts';

const Advance = z.union([
  z.strictObject({ advance: z.string() }),
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
]);
const Idle = z.strictObject({ timeoutMs: z.number().int().min(0).max(600_000).default(30_000) });

/** What the routes of the local runtime itself need. */
export interface LocalRoutesOptions {
  readonly clock: DrivenClock;
  /** Resolves to whether nothing was due within so many real milliseconds. */
  readonly whenIdle: (timeoutMs: number) => Promise<boolean>;
  /** Names of the work going on, to say what idle waits for. */
  readonly running: () => string[];
  /** Handlers of other parts by path below `/_local`. */
  readonly mounts: Readonly<Record<string, ServiceHandler>>;
}

/** Moves the clock as a body asks; undefined when it asks for nothing that exists, such as a day behind all calendars. */
function move(clock: DrivenClock, body: z.infer<typeof Advance>): ClockMove | undefined {
  try {
    if ('now' in body) return clock.moveTo(Temporal.Instant.from(body.now).epochMilliseconds);
    const now = Temporal.Instant.fromEpochMilliseconds(clock.now());
    const then = now.toZonedDateTimeISO('UTC').add(Temporal.Duration.from(body.advance)).toInstant();
    return clock.advance(then.epochMilliseconds - now.epochMilliseconds);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function shown(clock: DrivenClock): ServiceResponse {
  return jsonResponse(200, {
    now: Temporal.Instant.fromEpochMilliseconds(clock.now()).toString({ smallestUnit: 'millisecond' }),
  });
}

function moveClock(clock: DrivenClock, request: ServiceRequest): ServiceResponse {
  if (request.method === 'GET') return shown(clock);
  if (request.method !== 'POST') return problemResponse(405, 'Method not allowed');
  const body = Advance.safeParse(jsonBody(request)).data;
  switch (body && move(clock, body)) {
    case 'moved':
      return shown(clock);
    case 'past':
      return problemResponse(409, 'The clock only goes forward.');
    case 'beyond':
      return problemResponse(400, 'The clock goes to the end of the year 2199.');
    case undefined:
      return problemResponse(400, 'Send {"advance":"PT1H"} or {"now":"2026-10-25T00:30:00Z"}.');
  }
}

/** Answers whether the runtime is there (`/healthz`). */
export function answerHealth({ method }: Pick<ServiceRequest, 'method'>): ServiceResponse {
  if (method === 'GET' || method === 'HEAD') return jsonResponse(200, { status: 'ok' });
  return problemResponse(405, 'Method not allowed', { allow: 'GET, HEAD' });
}

async function waitForIdle(
  { whenIdle, running }: LocalRoutesOptions,
  request: ServiceRequest,
): Promise<ServiceResponse> {
  if (request.method !== 'POST') return problemResponse(405, 'Method not allowed');
  const body = Idle.safeParse(jsonBody(request)).data;
  if (!body) return problemResponse(400, `Send {"timeoutMs": 0 to 600000}.`);
  if (await whenIdle(body.timeoutMs)) return jsonResponse(200, { idle: true });
  return problemResponse(
    504,
    `Still running: ${running().join(', ') || 'nothing now, but something began again and again'}.`,
  );
}

/** Makes the handler of every path under `/_local` that exists only on one machine (`/_local` itself already cut off). */
export function createLocalRoutes(options: LocalRoutesOptions): ServiceHandler {
  return async (request) => {
    if (request.path === '/clock') return moveClock(options.clock, request);
    if (request.path === '/idle') return waitForIdle(options, request);
    for (const [prefix, handler] of Object.entries(options.mounts)) {
      const inner = under(prefix, request);
      if (inner) return handler(inner);
    }
    return problemResponse(404, `The local runtime has nothing at /_local${request.path}.`);
  };
}
