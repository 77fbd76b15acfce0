import { join } from 'node:path';
import * as z from 'zod';
import type { LocalClock, ServiceHandler, ServiceRequest, ServiceResponse } from '../ports.ts';
import { type DurableLog, openDurableLog } from '../services/durable-log.ts';
import { FaultSwitch, Faults } from '../services/fault-switch.ts';
import { jsonBody, jsonResponse, problemResponse, xmlElement } from '../services/responses.ts';
import { faultIn } from './schema.ts';
import { readXml } from './xml.ts';

/** What the stand-in needs: a directory of its own, the clock, and the account of the provider that reports. */
export interface NcmecOptions {
  readonly directory: string;
  readonly clock: LocalClock;
  readonly username: string;
  readonly password: string;
}

const NcmecRecord = z.discriminatedUnion('type', [
  z.object({ type: z.literal('opened'), reportId: z.int(), at: z.int(), xml: z.string() }),
  z.object({ type: z.literal('finished'), reportId: z.int() }),
  z.object({ type: z.literal('faults'), faults: Faults }),
]);
type NcmecRecord = z.infer<typeof NcmecRecord>;

interface Report {
  readonly openedAt: number;
  readonly xml: string;
  readonly finished: boolean;
}

interface Stand extends NcmecOptions {
  readonly reports: Map<number, Report>;
  readonly faults: FaultSwitch;
  readonly log: DurableLog<NcmecRecord>;
}

const FIRST_ID = 4_564_001;
/** How long a report waits to be finished before it is dropped. */
const UNFINISHED_MS = 86_400_000;
const SLOW_ANSWER_MS = 5_000;
const UNANSWERED_MS = 60_000;

/**
 * A stand-in for NCMEC's CyberTipline (docs/reports-to-authorities.md), served under `/_local/ncmec`: it takes reports
 * whose elements stand in their order, and none without the account. Nothing is answered before it is on disk.
 */
export async function createNcmec(options: NcmecOptions): Promise<ServiceHandler> {
  const reports: Stand['reports'] = new Map();
  const faults = new FaultSwitch();
  const log = await openDurableLog({
    file: join(options.directory, 'ncmec.jsonl'),
    schema: NcmecRecord,
    apply: (record) => apply(reports, faults, record),
  });
  const stand: Stand = { ...options, reports, faults, log };
  return async (request) => {
    const response = await route(stand, request);
    await log.flushed();
    return response;
  };
}

function apply(reports: Stand['reports'], faults: FaultSwitch, record: NcmecRecord): void {
  if (record.type === 'faults') {
    faults.set(record.faults);
    return;
  }
  const { reportId } = record;
  const report = reports.get(reportId);
  if (record.type === 'opened') reports.set(reportId, { openedAt: record.at, xml: record.xml, finished: false });
  else if (report !== undefined) reports.set(reportId, { ...report, finished: true });
}

async function route(stand: Stand, request: ServiceRequest): Promise<ServiceResponse> {
  const { reports, faults, log } = stand;
  const call = `${request.method} ${request.path}`;
  if (call === 'GET /') {
    const shown = [...reports].map(([reportId, { finished, xml }]) => ({ reportId, finished, xml }));
    return jsonResponse(200, { reports: shown, faults: faults.shown() });
  }
  if (call === 'PUT /faults') {
    const wanted = Faults.safeParse(jsonBody(request));
    if (!wanted.success) return problemResponse(400, z.prettifyError(wanted.error));
    void log.append({ type: 'faults', faults: wanted.data });
    return jsonResponse(200, wanted.data);
  }
  if (!isKnown(stand, request)) return answer('reportResponse', 2000, 'Authentication required', null, 401);
  if (call === 'GET /status') return answer('reportResponse', 0, `Remote User : ${stand.username}`, null);
  if (call === 'POST /submit') return await underFaults(stand, async () => submit(stand, request));
  if (call === 'POST /finish') return await underFaults(stand, () => finish(stand, request));
  return problemResponse(404, 'There is no such page');
}

function isKnown({ username, password }: Stand, { headers }: ServiceRequest): boolean {
  return headers['authorization'] === `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

async function underFaults({ clock, faults }: Stand, act: () => Promise<ServiceResponse>): Promise<ServiceResponse> {
  const mode = faults.next(clock.now());
  if (mode === '500') return answer('reportResponse', 1000, 'Server error', null, 500);
  if (mode === '429') return problemResponse(429, 'Too many requests');
  const response = await act();
  const waited = mode === 'slow' ? SLOW_ANSWER_MS : mode === 'unanswered' ? UNANSWERED_MS : 0;
  if (waited > 0) await new Promise<void>((done) => clock.setTimer(clock.now() + waited, done));
  return response;
}

function submit({ clock, log, reports }: Stand, { body }: ServiceRequest): ServiceResponse {
  const xml = body.toString('utf8');
  const report = readXml(xml);
  if (report === null) return answer('reportResponse', 4110, 'Malformed XML', null, 400);
  const fault = faultIn(report, clock.now());
  if (fault !== null) return answer('reportResponse', 4100, `Validation failed: ${fault}`, null, 400);
  const reportId = FIRST_ID + reports.size;
  void log.append({ type: 'opened', reportId, at: clock.now(), xml });
  return answer('reportResponse', 0, 'Success', reportId);
}

async function finish({ clock, log, reports }: Stand, request: ServiceRequest): Promise<ServiceResponse> {
  const reportId = Number(await idIn(request));
  const report = reports.get(reportId);
  const isGone = report === undefined || (!report.finished && report.openedAt + UNFINISHED_MS < clock.now());
  if (isGone) return answer('reportResponse', 5001, 'The report does not exist', null, 404);
  if (report.finished) return answer('reportResponse', 5102, 'The report is already finished', reportId, 400);
  void log.append({ type: 'finished', reportId });
  return answer('reportDoneResponse', 0, 'Success', reportId);
}

/** The field `id` of a form; an unreadable form has none. */
async function idIn({ headers, body }: ServiceRequest): Promise<unknown> {
  try {
    const form = new Response(new Uint8Array(body), { headers: { 'content-type': headers['content-type'] ?? '' } });
    return (await form.formData()).get('id');
  } catch {
    return null;
  }
}

function answer(
  root: 'reportResponse' | 'reportDoneResponse',
  code: number,
  description: string,
  reportId: number | null,
  status = 200,
): ServiceResponse {
  const parts = [
    xmlElement('responseCode', code),
    xmlElement('responseDescription', description),
    ...(reportId === null ? [] : [xmlElement('reportId', reportId)]),
  ];
  const body = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xmlElement(root, parts)}`;
  return { status, headers: { 'content-type': 'text/xml; charset=utf-8' }, body };
}
