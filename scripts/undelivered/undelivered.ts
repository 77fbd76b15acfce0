/** What a message in a queue of failures is about. */
export interface Undelivered {
  /** The cases concerned, and for each what was to be done. */
  readonly what: readonly { readonly caseId: string; readonly kind: string }[];
  /** The name of the fault. */
  readonly fault: string;
  /** The function that takes it again and what it is given; null when that can no longer be had. */
  readonly again: { readonly functionName: string; readonly payload: unknown } | null;
}
