/**
 * Puts a Date in the global's place that runs on the driven clock: real time plus the shared offset in milliseconds.
 * Libraries that ask `Date.now` (the Temporal polyfill among them) follow; a native Temporal.Now is led to it as well.
 */
export function installDrivenDate(shared: SharedArrayBuffer): void {
  const offset = new BigInt64Array(shared);
  const RealDate = Date;
  const now = (): number => RealDate.now() + Number(Atomics.load(offset, 0));
  const DrivenDate = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  RealDate.prototype.constructor = DrivenDate;
  Reflect.set(globalThis, 'Date', DrivenDate);
  driveTemporal(now);
}

function driveTemporal(now: () => number): void {
  const temporal: unknown = Reflect.get(globalThis, 'Temporal');
  if (typeof temporal !== 'object' || temporal === null) return;
  const { Instant, Now } = readTemporal(temporal);
  const instant = (): { toZonedDateTimeISO(zone: string): Zoned } => Instant.fromEpochMilliseconds(now());
  const zoned = (zone = Now.timeZoneId()): Zoned => instant().toZonedDateTimeISO(zone);
  Reflect.set(Now, 'instant', instant);
  Reflect.set(Now, 'zonedDateTimeISO', zoned);
  Reflect.set(Now, 'plainDateTimeISO', (zone?: string) => zoned(zone).toPlainDateTime());
  Reflect.set(Now, 'plainDateISO', (zone?: string) => zoned(zone).toPlainDate());
  Reflect.set(Now, 'plainTimeISO', (zone?: string) => zoned(zone).toPlainTime());
}

interface Zoned {
  toPlainDateTime(): unknown;
  toPlainDate(): unknown;
  toPlainTime(): unknown;
}

interface NativeTemporal {
  readonly Instant: { fromEpochMilliseconds(instant: number): { toZonedDateTimeISO(zone: string): Zoned } };
  readonly Now: { timeZoneId(): string };
}

function readTemporal(temporal: object): NativeTemporal {
  return { Instant: Reflect.get(temporal, 'Instant'), Now: Reflect.get(temporal, 'Now') };
}
