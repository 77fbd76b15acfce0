/** What preflight looks at. */
export type Topic =
  | 'stage'
  | 'credentials'
  | 'account'
  | 'region'
  | 'bootstrap'
  | 'stack-state'
  | 'parameters'
  | 'bundle'
  | 'function-quota'
  | 'workflow-quota'
  | 'mail-account'
  | 'mail-sandbox'
  | 'mail-quota'
  | 'mail-identity'
  | 'mail-rule-set'
  | 'smoke-test';

/** Something that preflight found: a sentence that says what is wrong and what to do about it. */
export interface Finding {
  readonly topic: Topic;
  /** Whether the deployment must not begin, or somebody should only know. */
  readonly level: 'stop' | 'note';
  readonly sentence: string;
}

/** A finding that keeps the deployment from beginning. */
export function stop(topic: Topic, sentence: string): Finding {
  return { topic, level: 'stop', sentence };
}

/** A finding that somebody should know of. */
export function note(topic: Topic, sentence: string): Finding {
  return { topic, level: 'note', sentence };
}
