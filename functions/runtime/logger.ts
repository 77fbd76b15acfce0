import { Logger } from '@aws-lambda-powertools/logger';
import * as z from 'zod';
import { AUDIT_CONTRADICTED, DEADLINE_AT_RISK } from '../ports/log-codes.ts';

/** What the functions may log: a code to search and count by, and a sentence. No personal data is ever added. */
export const LogMessage = {
  stepStarted: { code: 'WRIT_STEP_STARTED', message: 'A step started.' },
  stepFinished: { code: 'WRIT_STEP_FINISHED', message: 'A step finished.' },
  stepFailed: { code: 'WRIT_STEP_FAILED', message: 'A step failed and will be retried or parked.' },
  requestAnswered: { code: 'WRIT_REQUEST_ANSWERED', message: 'A request was answered.' },
  requestFailed: { code: 'WRIT_REQUEST_FAILED', message: 'A request met a fault of ours.' },
  orphansRemoved: {
    code: 'WRIT_ORPHANS_REMOVED',
    message: 'Documents of a demand that never became a case were removed.',
  },
  deadlineAtRisk: { code: DEADLINE_AT_RISK, message: 'A deadline nears and nobody has taken the case up.' },
  auditContradicted: {
    code: AUDIT_CONTRADICTED,
    message: 'The audit of a case contradicts what was signed about it.',
  },
  recordFailed: { code: 'WRIT_RECORD_FAILED', message: 'A stream record failed and will be delivered again.' },
} as const;

/** A message of the catalogue. */
export type LogMessage = (typeof LogMessage)[keyof typeof LogMessage];

const logger = new Logger({ serviceName: 'writ' });

/** Writes one line of the catalogue with ids and codes. */
export function log(
  level: 'info' | 'error',
  { code, message }: LogMessage,
  fields: Readonly<Record<string, string | number | null>>,
): void {
  logger[level](message, { code, ...fields });
}

/**
 * What may be said of a fault: its name, where it was thrown, and for data that did not fit the paths that did not.
 * Never its message, which may hold what it met.
 */
export function faultFields(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { error: 'unknown' };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const paths = error instanceof z.ZodError ? error.issues.map(({ path }) => path.join('.')).join(', ') : undefined;
  return {
    error: error.name,
    where: frames
      .slice(0, 3)
      .map((frame) => frame.trim())
      .join(' < '),
    ...(paths !== undefined && { paths }),
  };
}
