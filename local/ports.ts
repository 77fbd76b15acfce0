/** The driven clock of the runtime: real time plus an offset that only grows. */
export interface LocalClock {
  /** The instant now, in milliseconds since the epoch. */
  now(): number;
  /** Calls back once when the clock reaches `dueAt` (epoch milliseconds), also after a jump; returns a cancel. */
  setTimer(dueAt: number, callback: () => void): () => void;
}

/** Knows whether anything is going on, so that a caller can wait until nothing is due now. */
export interface Activity {
  /** Marks the start of a piece of work; the returned function marks its end and may be called once. */
  begin(label: string): () => void;
}

/** What became of an invocation: the function's answer, or the error it threw, named as Lambda names it. */
export type InvocationResult =
  | { readonly kind: 'succeeded'; readonly payload: unknown }
  | {
      readonly kind: 'failed';
      readonly errorType: string;
      readonly errorMessage: string;
      readonly trace: readonly string[];
    };

/** Runs a function of the template by its physical name or ARN. */
export type InvokeFunction = (functionName: string, payload: unknown) => Promise<InvocationResult>;

/** An event on the default event bus, in EventBridge's own field names. */
export interface BusEvent {
  readonly source: string;
  readonly 'detail-type': string;
  readonly detail: unknown;
  readonly resources?: readonly string[];
}

/** The default event bus: takes an event and gives it to the targets of every rule that matches. */
export interface EventBus {
  publish(event: BusEvent): void;
}

/** A request to one of the runtime's AWS endpoints, the service's path prefix already cut off. */
export interface ServiceRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Its answer. */
export interface ServiceResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** One AWS service of the runtime. */
export type ServiceHandler = (request: ServiceRequest) => Promise<ServiceResponse>;
