/** The code of the line that says that a deadline nears and nobody has taken the case up; an alarm counts it. */
export const DEADLINE_AT_RISK = 'WRIT_DEADLINE_AT_RISK';
/** The code of the line that says that the audit of a case contradicts what was signed about it; an alarm counts it. */
export const AUDIT_CONTRADICTED = 'WRIT_AUDIT_CONTRADICTED';
