import { join } from 'node:path';
import * as z from 'zod';
import type { LocalClock, ServiceHandler, ServiceRequest, ServiceResponse } from '../ports.ts';
import { type DurableLog, openDurableLog } from '../services/durable-log.ts';
import { FaultSwitch, Faults } from '../services/fault-switch.ts';
import { jsonBody, jsonResponse, problemResponse } from '../services/responses.ts';
import { readNotice } from './validation.ts';

/** What the stand-in needs: a directory of its own, the clock, and the token of an account that may submit. */
export interface LumenOptions {
  readonly directory: string;
  readonly clock: LocalClock;
  readonly token: string;
}

const LumenRecord = z.discriminatedUnion('type', [
  z.object({ type: z.literal('kept'), id: z.int(), notice: z.record(z.string(), z.unknown()) }),
  z.object({ type: z.literal('faults'), faults: Faults }),
]);
type LumenRecord = z.infer<typeof LumenRecord>;

interface Stand extends LumenOptions {
  readonly notices: Map<number, Record<string, unknown>>;
  readonly faults: FaultSwitch;
  readonly log: DurableLog<LumenRecord>;
}

/** Ids of a database that has taken notices before. */
const FIRST_ID = 30_000_001;
const SLOW_ANSWER_MS = 5_000;
const UNANSWERED_MS = 60_000;
const SUBMITTERS = 'https://github.com/berkmancenter/lumendatabase/wiki/Lumen-API-Documentation';

/**
 * A stand-in for the Lumen database, with the rules of its public repository (docs/lumen.md), served under
 * `/_local/lumen`. The same notice twice is kept twice. Nothing is answered before it is on disk.
 */
export async function createLumen(options: LumenOptions): Promise<ServiceHandler> {
  const notices: Stand['notices'] = new Map();
  const faults = new FaultSwitch();
  const log = await openDurableLog({
    file: join(options.directory, 'lumen.jsonl'),
    schema: LumenRecord,
    apply: (record) => {
      if (record.type === 'kept') notices.set(record.id, record.notice);
      else faults.set(record.faults);
    },
  });
  const stand: Stand = { ...options, notices, faults, log };
  return async (request) => {
    const response = await route(stand, request);
    await log.flushed();
    return response;
  };
}

async function route(stand: Stand, request: ServiceRequest): Promise<ServiceResponse> {
  const { notices, faults, log } = stand;
  switch (`${request.method} ${request.path}`) {
    case 'GET /':
      return jsonResponse(200, {
        notices: [...notices].map(([id, notice]) => ({ id, ...notice })),
        faults: faults.shown(),
      });
    case 'PUT /faults': {
      const wanted = Faults.safeParse(jsonBody(request));
      if (!wanted.success) return problemResponse(400, z.prettifyError(wanted.error));
      void log.append({ type: 'faults', faults: wanted.data });
      return jsonResponse(200, wanted.data);
    }
    case 'POST /notices':
      return await underFaults(stand, request);
    default:
      return show(stand, request);
  }
}

function show({ notices }: Stand, { method, path }: ServiceRequest): ServiceResponse {
  const [, id] = method === 'GET' ? (/^\/notices\/(\d+)(?:\.json)?$/.exec(path) ?? []) : [];
  const notice = notices.get(Number(id));
  return notice === undefined ? jsonResponse(404, {}) : jsonResponse(200, { notice: { id: Number(id), ...notice } });
}

async function underFaults(stand: Stand, request: ServiceRequest): Promise<ServiceResponse> {
  const { clock, faults } = stand;
  const mode = faults.next(clock.now());
  if (mode === '429') return jsonResponse(429, { message: 'You have been throttled' });
  if (mode === '500') return jsonResponse(500, { error: 'Internal Server Error' });
  const response = submit(stand, request);
  const waited = mode === 'slow' ? SLOW_ANSWER_MS : mode === 'unanswered' ? UNANSWERED_MS : 0;
  if (waited > 0) await new Promise<void>((done) => clock.setTimer(clock.now() + waited, done));
  return response;
}

const Submitted = z.object({ authentication_token: z.string().optional(), notice: z.record(z.string(), z.unknown()) });

function submit({ clock, log, notices, token }: Stand, request: ServiceRequest): ServiceResponse {
  if (request.body.includes(0)) return jsonResponse(400, {});
  const body = Submitted.safeParse(jsonBody(request)).data;
  const given = request.headers['x-authentication-token'] ?? body?.authentication_token;
  if (given !== token) return jsonResponse(401, { documentation_link: SUBMITTERS });
  const read = readNotice(body?.notice, clock.now());
  if ('errors' in read) return jsonResponse(422, { notices: read.errors });
  const id = FIRST_ID + notices.size;
  void log.append({ type: 'kept', id, notice: read.notice });
  const location = `http://${request.headers['host'] ?? 'localhost'}/notices/${id}`;
  return { status: 201, headers: { location }, body: '' };
}
