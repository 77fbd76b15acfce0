import type { Role } from '../party.ts';

/** Those who may send a report of child abuse, and those who look at the evidence for somebody else. */
const READ_CHILD_SAFETY: ReadonlySet<Role> = new Set<Role>(['lead', 'operator', 'auditor']);

/** Whether a role may read the text of a message of a kind, as a draft and as it left: of child abuse, few may. */
export function mayReadText(kind: unknown, role: Role): boolean {
  return kind !== 'child-safety-report' || READ_CHILD_SAFETY.has(role);
}
