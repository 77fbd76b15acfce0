import * as z from 'zod';
import type { RequestUnitCounter, RequestUnits } from './request-units.ts';
import { mapUsage, type Usage } from './usage.ts';

/** A line of the runtime's counting mode. */
export const CountedLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invocation'), function: z.string() }),
  z.object({
    kind: z.literal('call'),
    function: z.string(),
    service: z.string(),
    operation: z.string(),
    status: z.int(),
    sentBytes: z.int(),
    answeredBytes: z.int(),
    sent: z.string().optional(),
    answered: z.string().optional(),
  }),
]);
export type CountedLine = z.infer<typeof CountedLine>;
type Call = Extract<CountedLine, { kind: 'call' }>;

/** The index that lists audit events by day. */
const AUDIT_INDEX = 'by-day';

/** What the lines add up to: all that functions used; transitions and logs are counted elsewhere. */
export function usageOf(lines: readonly CountedLine[], counter: RequestUnitCounter): Usage {
  const calls = lines.filter((line): line is Call => line.kind === 'call');
  const invocations = lines.filter(({ kind }) => kind === 'invocation');
  const of = (service: string, ...operations: readonly RegExp[]): readonly Call[] =>
    calls.filter((call) => call.service === service && operations.every((one) => one.test(call.operation)));
  const units = of('dynamodb').map((call) => unitsOf(call, counter));
  const puts = of('s3', /^PUT /);
  const counts: Partial<Record<keyof Usage, number>> = {
    ...databaseCounts(units),
    executionsStarted: of('states', /^StartExecution$/).length,
    doorbellsRung: of('states', /^SendTask/).length,
    executionLooks: of('states', /^DescribeExecution$/).length,
    stateCalls: of('states').length,
    invocations: invocations.length,
    apiRequests: invocations.filter(({ function: name }) => name.includes('-api-')).length,
    objectPuts: puts.length,
    objectGets: of('s3', /^GET /).length,
    objectBytes: puts.reduce((sum, { sentBytes }) => sum + sentBytes, 0),
    keyRequests: of('kms', /^(?!Sign$)/).length,
    signatures: of('kms', /^Sign$/).length,
    mails: of('ses').length,
    mailBytes: of('ses').reduce((sum, call) => sum + mailBytes(call), 0),
    schedules: of('scheduler').length,
  };
  return mapUsage((unit) => counts[unit] ?? 0);
}

/** The length of a mail as SES takes it: raw, in base64, in a form. */
function mailBytes({ sent = '' }: Call): number {
  return Buffer.from(new URLSearchParams(sent).get('RawMessage.Data') ?? '', 'base64').length;
}

function unitsOf({ operation, status, sent = '{}', answered = '{}' }: Call, counter: RequestUnitCounter): RequestUnits {
  return counter.count({ operation, status, sent: JSON.parse(sent), answered: JSON.parse(answered) });
}

function databaseCounts(units: readonly RequestUnits[]): Partial<Record<keyof Usage, number>> {
  const sum = (of: (one: RequestUnits) => number): number => units.reduce((total, one) => total + of(one), 0);
  const names = [...new Set(units.flatMap(({ indexes }) => Object.keys(indexes)))];
  const byIndex = new Map(names.map((name) => [name, sum(({ indexes }) => indexes[name] ?? 0)]));
  const ofCases = [...byIndex].filter(([name]) => name !== AUDIT_INDEX).map(([, written]) => written);
  return {
    readUnits: sum(({ read }) => read),
    writeUnits: sum(({ write }) => write),
    indexWriteUnits: [...byIndex.values()].reduce((total, written) => total + written, 0),
    hottestIndexWriteUnits: Math.max(0, ...ofCases),
    auditDayWriteUnits: byIndex.get(AUDIT_INDEX) ?? 0,
    transactions: units.filter(({ transaction }) => transaction > 0).length,
    largestTransaction: Math.max(0, ...units.map(({ transaction }) => transaction)),
    dynamodbCalls: units.length,
  };
}
