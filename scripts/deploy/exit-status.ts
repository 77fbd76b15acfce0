/** What the exit status of `deploy` and `destroy` says. */
export const EXIT = {
  done: 0,
  /** Something that should not happen. */
  fault: 1,
  /** The command line cannot be understood. */
  usage: 2,
  /** Preflight found what must be mended first, or there is something to lose; nothing was changed. */
  refused: 3,
  /** Nobody agreed; nothing was changed. */
  notConfirmed: 4,
  /** CloudFormation did not get to the end. */
  failed: 5,
  /** It is deployed, and the smoke test failed. */
  smokeFailed: 6,
} as const;
