/** What a function worker is started with. */
export interface WorkerSettings {
  /** The module file and the name of its exported handler. */
  readonly file: string;
  readonly handler: string;
  /** The driven clock's offset. */
  readonly clock: SharedArrayBuffer;
  /** The folder to write down in what is asked of AWS; none: it is not recorded. */
  readonly recordCalls: string | undefined;
  /** The folder to write down every call and invocation in; none: they are not counted. */
  readonly countCalls: string | undefined;
  readonly context: {
    readonly functionName: string;
    readonly invokedFunctionArn: string;
    readonly memoryLimitInMB: string;
  };
}

/** An invocation, given to the worker. */
export interface InvocationRequest {
  readonly id: string;
  readonly event: unknown;
  /** Real milliseconds that the invocation may take. */
  readonly timeoutMs: number;
}

/** What a thrown error looks like to the invoker, as Lambda's Node runtime writes it. */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

/** The worker's answer; without an id it is about the whole worker, which ends. The payload is JSON text. */
export type InvocationAnswer =
  | { readonly id: string; readonly payload: string }
  | { readonly id?: string; readonly error: FunctionError };
