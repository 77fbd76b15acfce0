import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import type { LocalClock, ServiceHandler, ServiceRequest, ServiceResponse } from '../ports.ts';
import { type DurableLog, openDurableLog } from '../services/durable-log.ts';
import { jsonBody, jsonResponse, pathSegments, problemResponse } from '../services/responses.ts';
import { DatabaseFaults, DatabaseRecord, DatabaseState, type StoredStatement } from './database-state.ts';
import { RequestLimits } from './limits.ts';
import { PuidLocks } from './puid-locks.ts';
import { type Errors, errorsOf, Fields, stored } from './validation.ts';

/** What the stand-in needs: a directory of its own, the clock, and the token of the platform's registration. */
export interface DatabaseOptions {
  readonly directory: string;
  readonly clock: LocalClock;
  readonly token: string;
}

interface Database extends DatabaseOptions {
  readonly state: DatabaseState;
  readonly log: DurableLog<DatabaseRecord>;
  readonly locks: PuidLocks;
  readonly limits: RequestLimits;
}

const SLOW_ANSWER_MS = 5_000;
/** How long a request goes on whose answer nobody waits for. */
const UNANSWERED_MS = 60_000;
const DAY_MS = 86_400_000;
/** How long an identifier is remembered, whether a statement was stored under it or not. */
const REMEMBERED_MS = 2 * DAY_MS;

const Batch = z.object({ statements: z.array(Fields).min(1).max(100) });

/**
 * A stand-in for the Commission's DSA Transparency Database, with the rules of its public repository
 * (docs/transparency-database.md), served under `/_local/transparency-database`. Nothing is answered before it is on disk.
 */
export async function createTransparencyDatabase(options: DatabaseOptions): Promise<ServiceHandler> {
  const state = new DatabaseState();
  const log = await openDurableLog({
    file: join(options.directory, 'transparency-database.jsonl'),
    schema: DatabaseRecord,
    apply: (record) => state.apply(record),
  });
  const database: Database = { ...options, state, log, locks: new PuidLocks(), limits: new RequestLimits() };
  return async (request) => {
    const response = await route(database, request);
    await log.flushed();
    return response;
  };
}

async function route(database: Database, request: ServiceRequest): Promise<ServiceResponse> {
  const call = `${request.method} ${request.path}`;
  if (call === 'GET /') {
    const { state } = database;
    return jsonResponse(200, { statements: state.statements(), faults: state.faults() });
  }
  if (call === 'PUT /faults') return setFaults(database, request);
  const [api, version, ...path] = pathSegments(request.path);
  if (api !== 'api' || version !== 'v1') return problemResponse(404, 'There is no such page');
  return await api1(database, request, path);
}

function setFaults({ log }: Database, request: ServiceRequest): ServiceResponse {
  const faults = DatabaseFaults.safeParse(jsonBody(request));
  if (!faults.success) return problemResponse(400, z.prettifyError(faults.error));
  void log.append({ type: 'faults', faults: faults.data });
  return jsonResponse(200, faults.data);
}

async function api1(
  database: Database,
  request: ServiceRequest,
  [first, second, third, ...rest]: readonly string[],
): Promise<ServiceResponse> {
  const { clock, token, limits } = database;
  const authenticated = request.headers['authorization'] === `Bearer ${token}`;
  const tooMany = jsonResponse(429, { message: 'Limit Reached. Please do not overload the API' });
  if (limits.exceededBy(authenticated, clock.now())) return tooMany;
  if (!authenticated) return jsonResponse(401, { message: 'Unauthenticated.' });
  const call = `${request.method} ${first}`;
  if (rest.length > 0) return notFound();
  if (call === 'GET statement' && second === 'existing-puid' && third !== undefined) return existing(database, third);
  if (call === 'GET statement' && second !== undefined && third === undefined) return show(database, request, second);
  if (second !== undefined) return notFound();
  if (call === 'POST statement')
    return await underFaults(database, () => storeOne(database, request), invalid(SPURIOUS));
  if (call === 'POST statements') {
    const spurious = jsonResponse(422, { errors: { statement_0: SPURIOUS } });
    return await underFaults(database, () => storeBatch(database, request), spurious);
  }
  return notFound();
}

function notFound(): ServiceResponse {
  return jsonResponse(404, { message: 'Not Found' });
}

/** A redirect that leads nowhere: how the database says that it knows an identifier. */
function existing({ state, clock }: Database, puid: string): ServiceResponse {
  return state.knows(puid, clock.now())
    ? jsonResponse(302, { message: 'statement of reason found', puid })
    : jsonResponse(404, { message: 'statement of reason not found', puid });
}

function show({ state }: Database, request: ServiceRequest, uuid: string): ServiceResponse {
  const statement = state.statement(uuid);
  if (statement === undefined) return notFound();
  const { puid: _puid, ...shown } = statement.fields;
  return jsonResponse(200, { ...shown, ...identifiers(statement, request) });
}

/** An answer as it would be given, and what has to be done before that: held back, what a request locks stays locked. */
interface Prepared {
  readonly response: ServiceResponse;
  readonly commit: () => void;
  readonly release: () => void;
}

/** What the database answers when it refuses a statement that keeps all rules: its only one, or the first of a batch. */
const SPURIOUS = { decision_facts: ['The decision facts field is invalid.'] };

async function underFaults(
  database: Database,
  prepare: () => Prepared,
  spurious: ServiceResponse,
): Promise<ServiceResponse> {
  const { state, clock } = database;
  const mode = state.nextFault(clock.now());
  if (mode === '500') return jsonResponse(500, { message: 'Server Error' });
  if (mode === '429') return jsonResponse(429, { message: 'Limit Reached. Please do not overload the API' });
  if (mode === '422') return spurious;
  const { response, commit, release } = prepare();
  if (mode !== 'lost') commit();
  const waited = mode === 'slow' ? SLOW_ANSWER_MS : mode === 'unanswered' || mode === 'lost' ? UNANSWERED_MS : 0;
  if (waited > 0) await new Promise<void>((done) => clock.setTimer(clock.now() + waited, done));
  release();
  return mode === 'lost' ? jsonResponse(500, { message: 'Server Error' }) : response;
}

function refused(response: ServiceResponse, commit: () => void = () => undefined): Prepared {
  return { response, commit, release: () => undefined };
}

function invalid(errors: Errors): ServiceResponse {
  const sentences = Object.values(errors).flat();
  const more = sentences.length === 1 ? '' : ` (and ${sentences.length - 1} more errors)`;
  return jsonResponse(422, { message: `${sentences[0]}${more}`, errors });
}

function storeOne(database: Database, request: ServiceRequest): Prepared {
  const fields = Fields.safeParse(jsonBody(request)).data ?? {};
  const errors = errorsOf(fields);
  if (Object.keys(errors).length > 0) return refused(invalid(errors));
  const puid = String(fields['puid']);
  if (duplicatesOf(database, [puid]).length > 0) {
    const message = 'The identifier given is not unique within this platform.';
    return refused(jsonResponse(422, { message, errors: { puid: [message] }, existing: { puid } }));
  }
  return storing(database, [fields], ([statement]) =>
    statement === undefined ? {} : { ...statement.fields, ...identifiers(statement, request) },
  );
}

/** All or nothing: one bad statement, or one identifier that is known or comes twice, and none is stored. */
function storeBatch(database: Database, request: ServiceRequest): Prepared {
  const batch = Batch.safeParse(jsonBody(request));
  if (!batch.success) {
    return refused(invalid({ statements: ['The statements field must have between 1 and 100 items.'] }));
  }
  const { statements } = batch.data;
  const errors = statements.map((fields, index) => [`statement_${index}`, errorsOf(fields)] as const);
  const bad = errors.filter(([, found]) => Object.keys(found).length > 0);
  if (bad.length > 0) return refused(jsonResponse(422, { errors: Object.fromEntries(bad) }));
  const puids = statements.map(({ puid }) => String(puid));
  const duplicates = duplicatesOf(database, puids);
  if (duplicates.length > 0) {
    const message = 'The platform identifier(s) are not all unique within this call.';
    const body = { message, errors: { puid: [message], existing_puids: duplicates } };
    // What the real one does as well: the identifiers count as used from now on, though nothing may be stored.
    return refused(jsonResponse(422, body), () => remember(database, duplicates));
  }
  return storing(database, statements, (kept) => ({
    statements: kept.map((statement) => identifiers(statement, request)),
  }));
}

/** Identifiers that are known, that another request holds at this moment, or that come twice. */
function duplicatesOf({ state, clock, locks }: Database, puids: readonly string[]): readonly string[] {
  const now = clock.now();
  const found = puids.filter(
    (puid, index) => state.knows(puid, now) || locks.holds(puid, now) || puids.indexOf(puid) !== index,
  );
  return [...new Set(found)];
}

function remember({ log, clock }: Database, puids: readonly string[]): void {
  const until = new Date(clock.now() + REMEMBERED_MS).toISOString();
  void log.append({ type: 'remembered', puids: [...puids], until });
}

function storing(
  database: Database,
  statements: readonly Fields[],
  answer: (kept: readonly StoredStatement[]) => unknown,
): Prepared {
  const { state, clock, log, locks } = database;
  const puids = statements.map(({ puid }) => String(puid));
  const release = locks.take(puids, clock.now());
  const first = state.statements().length + 1;
  const createdAt = new Date(clock.now()).toISOString();
  const kept = statements.map(
    (fields, index): StoredStatement => ({ id: first + index, uuid: randomUUID(), createdAt, fields: stored(fields) }),
  );
  const commit = (): void => {
    void log.append({ type: 'stored', statements: kept });
    remember(database, puids);
  };
  return { response: jsonResponse(201, answer(kept)), commit, release };
}

function identifiers({ id, uuid, createdAt }: StoredStatement, { headers }: ServiceRequest): object {
  const base = `http://${headers['host'] ?? 'localhost'}`;
  return {
    id,
    uuid,
    created_at: createdAt,
    permalink: `${base}/statement/${uuid}`,
    self: `${base}/api/v1/statement/${uuid}`,
    platform_name: 'Writ Audio Platform',
  };
}
