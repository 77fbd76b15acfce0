import { join } from 'node:path';
import * as z from 'zod';
import type { LocalClock, ServiceHandler, ServiceRequest, ServiceResponse } from '../ports.ts';
import { type DurableLog, openDurableLog } from '../services/durable-log.ts';
import { jsonBody, jsonResponse, pathSegments, problemResponse } from '../services/responses.ts';
import { PartnerFaults, PartnerRecord, PartnerState, WebhookBody } from './partner-state.ts';
import { distrustReason } from './webhook-signature.ts';

/** What the partner sandboxes need: a directory of their own, the clock, and the secret (`whsec_…`) they share with us. */
export interface PartnerOptions {
  readonly directory: string;
  readonly clock: LocalClock;
  readonly secret: string;
}

interface Partners extends PartnerOptions {
  readonly state: PartnerState;
  readonly log: DurableLog<PartnerRecord>;
}

const SLOW_ANSWER_MS = 5_000;
const Acknowledgement = z.strictObject({ pageId: z.string().min(1), by: z.string().min(1) });

/**
 * The partner sandboxes, served under `/_local/partners`: any name is a partner that takes signed webhooks, and
 * `on-call` is the one that takes pages. Nothing is answered before it is on disk.
 */
export async function createPartners(options: PartnerOptions): Promise<ServiceHandler> {
  const state = new PartnerState();
  const log = await openDurableLog({
    file: join(options.directory, 'partners.jsonl'),
    schema: PartnerRecord,
    apply: (record) => state.apply(record),
  });
  const partners: Partners = { ...options, state, log };
  return async (request) => {
    const response = await route(partners, request);
    await log.flushed();
    return response;
  };
}

async function route(partners: Partners, request: ServiceRequest): Promise<ServiceResponse> {
  const [name = '', part, pageId] = pathSegments(request.path);
  const call = `${request.method} ${part ?? ''}`;
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(name)) return problemResponse(404, 'There is no such partner');
  if (call === 'GET ') return overview(partners, name);
  if (call === 'PUT faults') return setFaults(partners, name, request);
  if (call === 'POST webhooks') return receive(partners, name, request);
  if (name === 'on-call' && call === 'POST acknowledge') return acknowledge(partners, request);
  if (name === 'on-call' && call === 'GET pages') return onePage(partners, pageId ?? '');
  return problemResponse(404, 'There is no such page');
}

function overview({ state, clock }: Partners, name: string): ServiceResponse {
  const faults = { mode: state.faultMode(name, clock.now()) };
  const pages = name === 'on-call' ? { pages: state.pages() } : {};
  return jsonResponse(200, { name, received: state.received(name), faults, ...pages });
}

function setFaults({ log }: Partners, partner: string, request: ServiceRequest): ServiceResponse {
  const faults = PartnerFaults.safeParse(jsonBody(request));
  if (!faults.success) return problemResponse(400, z.prettifyError(faults.error));
  void log.append({ type: 'faults', partner, faults: faults.data });
  return jsonResponse(200, faults.data);
}

async function receive(partners: Partners, partner: string, request: ServiceRequest): Promise<ServiceResponse> {
  const { state, clock, log, secret } = partners;
  const now = clock.now();
  const mode = state.faultMode(partner, now);
  if (mode === '500') return problemResponse(500, 'The partner is out of order');
  const id = request.headers['webhook-id'] ?? '';
  const timestamp = request.headers['webhook-timestamp'] ?? '';
  const signature = request.headers['webhook-signature'] ?? '';
  const distrust = distrustReason({ id, timestamp, signature, body: request.body }, secret, now);
  if (distrust !== undefined) return problemResponse(401, distrust);
  const body = WebhookBody.safeParse(jsonBody(request));
  if (!body.success) return problemResponse(400, z.prettifyError(body.error));
  const at = new Date(now).toISOString();
  const duplicate = state.has(partner, id);
  if (duplicate) void log.append({ type: 'duplicate', partner, id });
  else void log.append({ type: 'received', partner, webhook: { id, at, type: body.data.type, body: body.data } });
  if (mode === 'slow') await new Promise<void>((done) => clock.setTimer(clock.now() + SLOW_ANSWER_MS, done));
  return jsonResponse(200, { received: id, duplicate });
}

function acknowledge({ state, clock, log }: Partners, request: ServiceRequest): ServiceResponse {
  const wanted = Acknowledgement.safeParse(jsonBody(request));
  if (!wanted.success) return problemResponse(400, z.prettifyError(wanted.error));
  const { pageId, by } = wanted.data;
  const page = state.page(pageId);
  if (page === undefined) return problemResponse(404, 'There is no such page');
  // The first to acknowledge keeps the page.
  if (page.acknowledgedBy === null) {
    void log.append({ type: 'acknowledged', pageId, by, at: new Date(clock.now()).toISOString() });
  }
  return jsonResponse(200, state.page(pageId));
}

function onePage({ state }: Partners, pageId: string): ServiceResponse {
  const page = state.page(pageId);
  return page === undefined ? problemResponse(404, 'There is no such page') : jsonResponse(200, page);
}
