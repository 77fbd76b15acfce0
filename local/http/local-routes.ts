import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { DrivenClock } from '../clock/clock.ts';
import type { ServiceHandler, ServiceRequest, ServiceResponse } from '../ports.ts';
import { jsonBody, jsonResponse, problemResponse } from '../services/responses.ts';
import { under } from './listener.ts';

const Advance = z.union([z.strictObject({ advance: z.string() }), z.strictObject({ now: z.string() })]);
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

/** The instant a body asks for, epoch milliseconds; undefined when it asks for none. */
function target(body: z.infer<typeof Advance>, now: number): number | undefined {
  try {
    if ('now' in body) return Temporal.Instant.from(body.now).epochMilliseconds;
    const start = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC');
    return start.add(Temporal.Duration.from(body.advance)).epochMilliseconds;
  } catch {
    return undefined;
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
  const instant = body && target(body, clock.now());
  if (instant === undefined) return problemResponse(400, 'Send {"advance":"PT1H"} or {"now":"2026-10-25T00:30:00Z"}.');
  return clock.moveTo(instant) ? shown(clock) : problemResponse(409, 'The clock only goes forward.');
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
