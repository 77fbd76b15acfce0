import { join } from 'node:path';
import * as z from 'zod';
import type { LocalClock, ServiceHandler, ServiceRequest, ServiceResponse } from '../ports.ts';
import { type DurableLog, openDurableLog } from '../services/durable-log.ts';
import { jsonBody, jsonResponse, pathSegments, problemResponse } from '../services/responses.ts';
import { availabilityOf, mainComponent, seenIn } from './availability.ts';
import { type Change, effectOf, requestHash } from './changes.ts';
import { findItem, type PlatformItem } from './items.ts';
import { Hold, PlatformFaults, PlatformRecord, PlatformState, RestrictionRequest } from './platform-state.ts';

/** What the demo platform needs: a directory of its own, the clock, and the token its management API asks for. */
export interface PlatformOptions {
  readonly directory: string;
  readonly clock: LocalClock;
  readonly token: string;
}

interface Platform extends PlatformOptions {
  readonly state: PlatformState;
  readonly log: DurableLog<PlatformRecord>;
}

const SLOW_ANSWER_MS = 5_000;

/**
 * The demo content platform: an outside party with rules of its own (docs/demo-platform.md), served under
 * `/_local/platform`. State survives a crash; nothing is answered before it is on disk.
 */
export async function createPlatform(options: PlatformOptions): Promise<ServiceHandler> {
  const state = new PlatformState();
  const log = await openDurableLog({
    file: join(options.directory, 'platform.jsonl'),
    schema: PlatformRecord,
    apply: (record) => state.apply(record),
  });
  const platform: Platform = { ...options, state, log };
  return async (request) => {
    const response = await route(platform, request);
    await log.flushed();
    return response;
  };
}

async function route(platform: Platform, request: ServiceRequest): Promise<ServiceResponse> {
  const [first = '', id = '', third] = pathSegments(request.path);
  if (first === 'faults') return setFaults(platform, request);
  if (first === 'ledger') return jsonResponse(200, { entries: platform.state.ledger() });
  if (first === 'manage') return manage(platform, request);
  const item = findItem(first, id);
  if (item === undefined || request.method !== 'GET') return problemResponse(404, 'There is no such item');
  if (third === undefined) return publicView(platform, item, request.query);
  if (third !== 'availability') return problemResponse(404, 'There is no such page');
  return underFaults(platform, async () => jsonResponse(200, availabilityNow(platform, item)));
}

function availabilityNow({ state, clock }: Platform, item: PlatformItem): ReturnType<typeof availabilityOf> {
  return availabilityOf(item, state.restrictionsOf(item.kind, item.id, clock.now()));
}

function publicView(platform: Platform, item: PlatformItem, query: URLSearchParams): ServiceResponse {
  const availability = availabilityNow(platform, item);
  const territory = query.get('territory') ?? undefined;
  const asked = query.get('component') ?? mainComponent(item);
  const component = Object.hasOwn(availability, asked) ? availability[asked] : undefined;
  if (component === undefined) return problemResponse(404, `This item has no ${asked}`);
  if (seenIn(component, territory) === 'dark') {
    return problemResponse(451, 'Unavailable for legal reasons in this territory');
  }
  const components = Object.entries(availability).map(([name, seen]) => [name, seenIn(seen, territory)]);
  const { kind, id, title } = item;
  const hidden = availability['title'] !== undefined && seenIn(availability['title'], territory) === 'dark';
  return jsonResponse(200, { kind, id, title: hidden ? null : title, components: Object.fromEntries(components) });
}

function setFaults({ state, log }: Platform, request: ServiceRequest): ServiceResponse {
  if (request.method === 'GET') return jsonResponse(200, state.faults());
  const faults = PlatformFaults.safeParse(jsonBody(request));
  if (!faults.success) return problemResponse(400, z.prettifyError(faults.error));
  void log.append({ type: 'faults', faults: faults.data });
  return jsonResponse(200, faults.data);
}

/** The effect of a slow call is made at once, and only its answer is late: a caller that gave up asks again. */
async function underFaults(
  { state, clock }: Platform,
  answer: () => Promise<ServiceResponse>,
): Promise<ServiceResponse> {
  const mode = state.faultMode(clock.now());
  if (mode === '500') return problemResponse(500, 'The platform is out of order');
  const response = await answer();
  if (mode === 'slow') await new Promise<void>((done) => clock.setTimer(clock.now() + SLOW_ANSWER_MS, done));
  return response;
}

async function manage(platform: Platform, request: ServiceRequest): Promise<ServiceResponse> {
  const [, kind = '', id = '', part, restrictionId, rest] = pathSegments(request.path);
  if (request.headers['authorization'] !== `Bearer ${platform.token}`) return problemResponse(401, 'A token is needed');
  return underFaults(platform, async () => {
    const item = findItem(kind, id);
    if (item === undefined || rest !== undefined) return problemResponse(404, 'There is no such item');
    if (part === undefined && request.method === 'GET') return metadata(platform, item);
    if (part === 'preserve' && request.method === 'POST') return preserve(platform, request, item);
    if (part !== 'restrictions' || !restrictionId) return problemResponse(404, 'There is no such page');
    if (request.method === 'PUT') return restrict(platform, request, item, restrictionId);
    if (request.method === 'DELETE') return restore(platform, request, item, restrictionId);
    return problemResponse(405, 'Use PUT or DELETE');
  });
}

function metadata(platform: Platform, item: PlatformItem): ServiceResponse {
  const { state, clock } = platform;
  const restrictions = state.restrictionsOf(item.kind, item.id, clock.now());
  const holds = state.holdsOf(item.kind, item.id, clock.now());
  return jsonResponse(200, { ...item, restrictions, holds, availability: availabilityNow(platform, item) });
}

function preserve(platform: Platform, request: ServiceRequest, item: PlatformItem): ServiceResponse {
  const hold = Hold.safeParse(jsonBody(request));
  if (!hold.success) return problemResponse(422, z.prettifyError(hold.error));
  return change(platform, request, { type: 'preserve', item, hold: hold.data });
}

function restrict(
  platform: Platform,
  request: ServiceRequest,
  item: PlatformItem,
  restrictionId: string,
): ServiceResponse {
  const wanted = RestrictionRequest.safeParse(jsonBody(request));
  if (!wanted.success) return problemResponse(422, z.prettifyError(wanted.error));
  const { components, until } = wanted.data;
  const unknown = components.find((component) => !item.components.includes(component));
  if (unknown !== undefined) return problemResponse(422, `This item has no ${unknown}`);
  const now = platform.clock.now();
  const isRepeat = platform.state.entryOf(request.headers['idempotency-key'] ?? '') !== undefined;
  if (until !== null && Date.parse(until) <= now && !isRepeat) return problemResponse(422, 'The end lies in the past');
  const restriction = { ...wanted.data, restrictionId, at: new Date(now).toISOString() };
  return change(platform, request, { type: 'restrict', item, restriction });
}

function restore(
  platform: Platform,
  request: ServiceRequest,
  item: PlatformItem,
  restrictionId: string,
): ServiceResponse {
  const inForce = platform.state.restrictionsOf(item.kind, item.id, platform.clock.now());
  const restriction = inForce.find((candidate) => candidate.restrictionId === restrictionId);
  if (restriction !== undefined) return change(platform, request, { type: 'restore', item, restriction });
  const earlier = platform.state.entryOf(request.headers['idempotency-key'] ?? '');
  if (earlier === undefined) return problemResponse(404, 'There is no such restriction');
  return earlier.request === requestHash(request.method, request.path, request.body)
    ? jsonResponse(200, { key: earlier.key, accepted: true })
    : problemResponse(422, 'This key stands for another request');
}

/** Makes a change once per key. A key is remembered with a real effect only, so a change that a fault ate is made later. */
function change(platform: Platform, request: ServiceRequest, wanted: Change): ServiceResponse {
  const key = request.headers['idempotency-key'];
  if (key === undefined || key.length === 0 || key.length > 255)
    return problemResponse(400, 'An Idempotency-Key is needed');
  const hash = requestHash(request.method, request.path, request.body);
  const earlier = platform.state.entryOf(key);
  if (earlier !== undefined && earlier.request !== hash) {
    return problemResponse(422, 'This key stands for another request');
  }
  if (earlier?.complete !== true) {
    const now = platform.clock.now();
    const at = new Date(now).toISOString();
    const record = effectOf(wanted, { key, request: hash }, at, platform.state.faultMode(now));
    if (record !== undefined) void platform.log.append(record);
  }
  return jsonResponse(200, { key, accepted: true });
}
