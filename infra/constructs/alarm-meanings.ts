/** What each alarm means to whoever it wakes. Its name is part of the alarm's, and the name of its runbook. */
export const ALARM_MEANINGS = {
  'removal-failed': 'The execution of a case ended in a way that no step could catch; the case is parked.',
  'removal-timed-out': 'The execution of a case lived longer than it may; the case is parked.',
  'removal-throttled': 'Step Functions holds executions of cases back: cases go on late.',
  'paging-failed': 'A page ended unheard: nobody may know of a case that waits for a person.',
  'paging-timed-out': 'A page lived longer than all its rounds: nobody may know of a case that waits for a person.',
  'paging-throttled': 'Step Functions holds pages back: people are called late.',
  'outbox-undelivered': 'What a case asked for was not carried out: a start, a ring, a page or a timer is missing.',
  'events-untaken':
    'No function took the end of an execution or the fate of a mail: a history is not archived, or a bounce not recorded.',
  'sweep-errors': 'The sweep that finds stuck cases fails: a case that never started may stay unseen.',
  'sweep-silent': 'The sweep that finds stuck cases does not run: a case that never started stays unseen.',
  'checkpoint-errors': 'Audit checkpoints fail: a rewrite of the audit would be harder to see.',
  'checkpoint-silent': 'Audit checkpoints are not made: a rewrite of the audit would be harder to see.',
  'orphans-errors': 'The sweep of documents without a case fails: they stay longer than a day.',
  'orphans-silent': 'The sweep of documents without a case does not run: they stay longer than a day.',
  'deadline-at-risk': 'A deadline of a case nears and nobody has taken it up.',
  'audit-contradicted': 'The audit of a case contradicts a signed checkpoint: events were cut off or rewritten.',
  'case-parked': 'A case met a fault that retries did not mend and waits for an operator.',
} as const;

/** The name of an alarm. */
export type AlarmName = keyof typeof ALARM_MEANINGS;
