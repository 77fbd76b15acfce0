/**
 * What cannot be counted on one machine and is assumed: what a warm function computes, and how long it waits for each
 * answer, in milliseconds. Calls made side by side are counted as if one came after the other.
 */
export const ASSUMED = {
  computeMilliseconds: 60,
  databaseMilliseconds: 10,
  objectMilliseconds: 40,
  keyMilliseconds: 15,
  mailMilliseconds: 120,
  stateMilliseconds: 40,
  timerMilliseconds: 60,
  /** What Lambda itself logs of an invocation: START, END and REPORT, bytes. */
  platformLogBytes: 350,
  /** A line of the gateway's access log, bytes. */
  accessLogBytes: 180,
  /** How long a notice waits for a person; an order is acted on first and decided at once. */
  hoursNoticeWaits: 24,
} as const;

/** The memory of a function, in GB: what a second of it is billed for. */
export const FUNCTION_GIGABYTES = 0.5;
