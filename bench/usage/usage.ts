/** What AWS counts for the work of a case. Sizes are in bytes. */
export const UNITS = [
  'transitions',
  'historyEvents',
  'executionsStarted',
  'doorbellsRung',
  'invocations',
  'apiRequests',
  'writeUnits',
  'indexWriteUnits',
  'hottestIndexWriteUnits',
  'auditDayWriteUnits',
  'readUnits',
  'transactions',
  'largestTransaction',
  'dynamodbCalls',
  'objectPuts',
  'objectGets',
  'objectBytes',
  'keyRequests',
  'signatures',
  'mails',
  'mailBytes',
  'schedules',
  'stateCalls',
  'executionLooks',
  'logBytes',
] as const;

/** One of the things that AWS counts. */
export type Unit = (typeof UNITS)[number];

/** How much of each. */
export type Usage = Readonly<Record<Unit, number>>;

/** No use of anything. */
const NOTHING: Record<Unit, number> = {
  transitions: 0,
  historyEvents: 0,
  executionsStarted: 0,
  doorbellsRung: 0,
  invocations: 0,
  apiRequests: 0,
  writeUnits: 0,
  indexWriteUnits: 0,
  hottestIndexWriteUnits: 0,
  auditDayWriteUnits: 0,
  readUnits: 0,
  transactions: 0,
  largestTransaction: 0,
  dynamodbCalls: 0,
  objectPuts: 0,
  objectGets: 0,
  objectBytes: 0,
  keyRequests: 0,
  signatures: 0,
  mails: 0,
  mailBytes: 0,
  schedules: 0,
  stateCalls: 0,
  executionLooks: 0,
  logBytes: 0,
};

/** The units of which the largest counts, not the sum. */
const LARGEST: ReadonlySet<Unit> = new Set<Unit>(['largestTransaction', 'historyEvents']);

/** A usage made of another, unit by unit. */
export function mapUsage(of: (unit: Unit) => number): Usage {
  const made = { ...NOTHING };
  for (const unit of UNITS) made[unit] = of(unit);
  return made;
}

/** All of it together; of what is a size of one thing, the largest. */
export function sumOf(usages: readonly Usage[]): Usage {
  return mapUsage((unit) => {
    const values = usages.map((usage) => usage[unit]);
    return LARGEST.has(unit) ? Math.max(0, ...values) : values.reduce((sum, value) => sum + value, 0);
  });
}

/**
 * The usage of the case that took the fewest calls of the database and, of such, wrote the least: on a busy machine a
 * case is looked at once more before the news that it waits for, and writers that meet at a case try again, which adds
 * calls and never saves one. @throws RangeError for none
 */
export function leastOf(usages: readonly Usage[]): Usage {
  const [least] = usages.toSorted(
    (one, other) => one.dynamodbCalls - other.dynamodbCalls || one.writeUnits - other.writeUnits,
  );
  if (least === undefined) throw new RangeError('there is no usage to choose from');
  return least;
}

/** Each unit times a factor. */
export function times(usage: Usage, factor: number): Usage {
  return mapUsage((unit) => (LARGEST.has(unit) ? usage[unit] : usage[unit] * factor));
}
