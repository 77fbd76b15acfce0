import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { lazily } from '#runtime/lazily';
import { calendarFrom } from '../../domain/calendar.ts';
import type { CaseRecord } from '../../domain/case.ts';
import { takeUpDanger } from '../../functions/http/acknowledge-danger/handler.ts';
import { keepNote } from '../../functions/http/add-note/handler.ts';
import { takeNoticeInformation } from '../../functions/http/add-notice-information/handler.ts';
import { takeOrderInformation } from '../../functions/http/add-order-information/handler.ts';
import { takeAmendment } from '../../functions/http/amend-order/handler.ts';
import { takeResponse } from '../../functions/http/answer-hearing/handler.ts';
import { recordApproval } from '../../functions/http/approve-decision/handler.ts';
import { takeLease } from '../../functions/http/claim-case/handler.ts';
import { recordDecision } from '../../functions/http/decide-case/handler.ts';
import { recordErasure } from '../../functions/http/erase-person/handler.ts';
import { takeComplaint } from '../../functions/http/give-complaint/handler.ts';
import { takeCounterNotice } from '../../functions/http/give-counter-notice/handler.ts';
import { showQueue } from '../../functions/http/list-cases/handler.ts';
import { takeCourtAction } from '../../functions/http/notify-court-action/handler.ts';
import { openApiDocument } from '../../functions/http/openapi/document.ts';
import { keepHold } from '../../functions/http/place-hold/handler.ts';
import { showCase } from '../../functions/http/read-case/handler.ts';
import { showNotice } from '../../functions/http/read-notice/handler.ts';
import { showOrder } from '../../functions/http/read-order/handler.ts';
import { showPurgeReport } from '../../functions/http/read-purge-report/handler.ts';
import { enterOnClock } from '../../functions/http/record-clock-entry/handler.ts';
import { keepCourtAction } from '../../functions/http/record-court-action/handler.ts';
import { keepScrutinyDecision } from '../../functions/http/record-scrutiny-decision/handler.ts';
import { giveBack } from '../../functions/http/release-case/handler.ts';
import { liftHold } from '../../functions/http/release-hold/handler.ts';
import { askSender } from '../../functions/http/request-information/handler.ts';
import { askForScrutiny } from '../../functions/http/request-scrutiny/handler.ts';
import { letGoOn } from '../../functions/http/resume-case/handler.ts';
import { recordReversal } from '../../functions/http/reverse-decision/handler.ts';
import { ROUTES } from '../../functions/http/routes.ts';
import { replayReceipt } from '../../functions/http/shared/replay-receipt.ts';
import { takeNotice } from '../../functions/http/submit-notice/handler.ts';
import { takeOrder } from '../../functions/http/submit-order/handler.ts';
import { takeNoticeWithdrawal } from '../../functions/http/withdraw-notice/handler.ts';
import { takeOrderWithdrawal } from '../../functions/http/withdraw-order/handler.ts';
import type { Caller } from '../../functions/ports/callers.ts';
import type { Platform } from '../../functions/ports/outside.ts';
import { type Gateway, type Respond, route } from '../../functions/runtime/route.ts';
import { MemoryAuthorities } from './memory-authorities.ts';
import { MemoryCases } from './memory-cases.ts';
import { MemoryThrottle } from './memory-throttle.ts';
import { MemoryDocuments, MemoryVault } from './memory-vault.ts';
import { responseChecker } from './response-checker.ts';

/** An answer as a client sees it. */
export interface ClientAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of many forms
  readonly body: any;
}

/** How a test calls. */
export interface CallOptions {
  readonly token?: string;
  readonly body?: unknown;
  readonly raw?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** The network address of the caller. */
  readonly sourceIp?: string;
}

/** A token of the world: `<role>:<subject>` or `<role>:<subject>:<client>`. */
function callerOf(token: string): Caller | null {
  const [role = '', subject = '', client = subject] = token.split(':');
  return subject === '' ? null : { role: role as Caller['role'], subject, client };
}

/** A platform that has every item. */
const ALL_KNOWING: Pick<Platform, 'describe'> = {
  describe: async (reference) => ({
    reference,
    title: '',
    components: ['audio', 'title', 'artwork', 'lyrics', 'description'],
    publishedAt: null,
    uploader: { id: 'u', name: 'U', email: 'u@uploads.example', language: 'en', country: 'DE' },
    restrictions: [],
    holds: [],
  }),
};

/** One for all worlds: to describe the routes and to compile that takes longer than most tests. */
const checker = lazily(() =>
  responseChecker(JSON.parse(JSON.stringify(openApiDocument(ROUTES.map(({ contract }) => contract))))),
);

/** The routes over stores in memory: every port a literal, every answer checked against the OpenAPI document. */
export function apiWorld(startAt = '2026-10-05T08:00:00.000Z', platform: Pick<Platform, 'describe'> = ALL_KNOWING) {
  let now = startAt;
  let count = 0;
  const vault = new MemoryVault();
  const cases = new MemoryCases(() => now, vault);
  const documents = new MemoryDocuments(vault);
  const reads: { readonly chain: string; readonly data: unknown }[] = [];
  const statuses = new Map<string, 'absent' | 'running' | 'succeeded' | 'failed'>();
  const deps = {
    verifier: { verify: async (token: string) => callerOf(token) },
    cases,
    documents,
    vault,
    platform,
    platformUrl: 'http://localhost:4400/_local/platform',
    clock: { now: () => now },
    authorities: new MemoryAuthorities(),
    throttle: new MemoryThrottle(() => now),
    ids: {
      caseId: () => `case-${String(++count).padStart(26, '0')}`,
      reference: () => `W-TEST-${String(++count).padStart(5, '0')}`,
      id: (prefix: string) => `${prefix}-${++count}`,
      number: () => 0,
    },
    calendar: calendarFrom(() => ({ getHolidays: () => [] })),
    publicUrl: 'http://localhost:4400',
    signer: { sign: async (payload: string) => `e30.${Buffer.from(payload).toString('base64url')}.sig${++count}` },
    executions: {
      arn: (caseId: string, run: number) => `arn:aws:states:eu-central-1:000000000000:execution:writ:${caseId}-${run}`,
      status: async (caseId: string, run: number) => statuses.get(`${caseId}-${run}`) ?? 'running',
    },
    destinations: { addresses: new Map([['bka', 'bka@police.example']]), ncmec: true },
    audit: {
      append: async (chain: string, events: readonly { readonly data: unknown }[]) => {
        reads.push(...events.map(({ data }) => ({ chain, data })));
      },
    },
  };
  const check = checker();
  const gateways = gatewaysOver(deps);

  async function call(method: string, path: string, options: CallOptions = {}): Promise<ClientAnswer> {
    const entry = ROUTES.find(({ contract }) => contract.method === method && match(contract.path, path) !== null);
    if (entry === undefined) throw new Error(`no route ${method} ${path}`);
    const gateway = gateways.get(entry.contract.operationId)!;
    const answer = await gateway(eventOf(method, path, match(entry.contract.path, path)!, options));
    if (typeof answer !== 'object') throw new Error('the answer has no status');
    const headers = answer.headers ?? {};
    const body = JSON.parse(answer.body ?? 'null');
    const wrong = check(method, entry.contract.path, answer.statusCode ?? 0, String(headers['content-type']), body);
    if (wrong !== null) throw new Error(`${method} ${path} ${answer.statusCode} ${JSON.stringify(body)}: ${wrong}`);
    return { status: answer.statusCode ?? 0, headers, body };
  }

  return {
    deps,
    cases,
    documents,
    vault,
    reads,
    statuses,
    call,
    at: (instant: string) => {
      now = instant;
    },
    /** Brings a case where a person decides it, as the workflow would: items located, in the queue, in review. */
    bringToReview: (caseId: string, fields: Partial<CaseRecord> = {}) => {
      const key = `${caseId}/case/items`;
      const items = JSON.parse(documents.kept.get(key) ?? '[]') as { itemId: string; reference: unknown }[];
      const located = items.map((item, index) => ({ ...item, reference: { kind: 'tracks', id: `trk-${index}` } }));
      documents.kept.set(key, JSON.stringify(located));
      cases.set(caseId, { state: 'in-review', stage: 'review', planned: true, claimedRun: 1, ...fields });
    },
  };
}

export type ApiWorld = ReturnType<typeof apiWorld>;

function gatewaysOver(deps: unknown): ReadonlyMap<string, Gateway> {
  const responders: Record<string, unknown> = {
    submitNotice: takeNotice,
    readNotice: showNotice,
    addNoticeInformation: takeNoticeInformation,
    withdrawNotice: takeNoticeWithdrawal,
    giveCounterNotice: takeCounterNotice,
    giveComplaint: takeComplaint,
    notifyCourtAction: takeCourtAction,
    recordCourtAction: keepCourtAction,
    answerHearing: takeResponse,
    submitOrder: takeOrder,
    readOrder: showOrder,
    addOrderInformation: takeOrderInformation,
    amendOrder: takeAmendment,
    withdrawOrder: takeOrderWithdrawal,
    listCases: showQueue,
    readCase: showCase,
    claimCase: takeLease,
    releaseCase: giveBack,
    addNote: keepNote,
    requestInformation: askSender,
    decideCase: recordDecision,
    approveDecision: recordApproval,
    reverseDecision: recordReversal,
    recordClockEntry: enterOnClock,
    requestScrutiny: askForScrutiny,
    recordScrutinyDecision: keepScrutinyDecision,
    placeHold: keepHold,
    releaseHold: liftHold,
    erasePerson: recordErasure,
    readPurgeReport: showPurgeReport,
    resumeCase: letGoOn,
    acknowledgeDanger: takeUpDanger,
  };
  return new Map(
    ROUTES.flatMap(({ contract }) => {
      const respond = responders[contract.operationId] as Respond<never, unknown, unknown> | undefined;
      if (respond === undefined) return [];
      const replay = ['submitNotice', 'giveComplaint'].includes(contract.operationId) ? replayReceipt : undefined;
      return [[contract.operationId, route(contract, () => deps as never, respond, replay as never)]];
    }),
  );
}

function match(template: string, path: string): Record<string, string> | null {
  const [wanted, found] = [template.split('/'), path.split('/')];
  if (wanted.length !== found.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    if (part.startsWith('{')) params[part.slice(1, -1)] = found[index] ?? '';
    else if (part !== found[index]) return null;
  }
  return params;
}

/** A request as the gateway hands it over. */
export function eventOf(
  method: string,
  path: string,
  params: Readonly<Record<string, string>>,
  { token, body, raw, headers = {}, query, sourceIp = '192.0.2.1' }: CallOptions = {},
): APIGatewayProxyEventV2 {
  const bytes = raw ?? (body === undefined ? undefined : Buffer.from(JSON.stringify(body)));
  return {
    version: '2.0',
    rawPath: path,
    pathParameters: params,
    queryStringParameters: query,
    headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
    requestContext: { http: { method, path, sourceIp } },
    ...(bytes !== undefined && { body: Buffer.from(bytes).toString('base64'), isBase64Encoded: true }),
  } as unknown as APIGatewayProxyEventV2;
}
