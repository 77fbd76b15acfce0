import { createHash } from 'node:crypto';
import type { AuditLog } from '../../ports/audit-log.ts';
import type { Caller } from '../../ports/callers.ts';
import type { Clock } from '../../ports/clock.ts';
import { newEvent } from './events.ts';

/** The chain of what one reader read on one day; the reader is named by a hash. */
export function readingChain(subject: string, now: string): string {
  const reader = createHash('sha256').update(subject).digest('hex').slice(0, 32);
  return `READS#${now.slice(0, 10)}#${reader}`;
}

/** Records in the reader's chain of the day that they read personal data of a case, before it is shown to them. */
export async function recordReading(
  { audit, clock }: { readonly audit: Pick<AuditLog, 'append'>; readonly clock: Clock },
  caller: Caller,
  caseId: string,
  what: string,
): Promise<void> {
  const actor = { kind: 'person', id: caller.subject } as const;
  const event = newEvent('personal-data.read', actor, { caseId, what, role: caller.role });
  await audit.append(readingChain(caller.subject, clock.now()), [event]);
}
