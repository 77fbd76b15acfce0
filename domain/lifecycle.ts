import * as z from 'zod';

/** The states of a case, in the order of the usual path. Being parked is a flag beside the state. */
export const CaseState = z.enum([
  'received',
  'validating',
  'awaiting-information',
  'in-review',
  'awaiting-approval',
  'awaiting-response',
  'acting',
  'proving',
  'restoring',
  'notifying',
  'sealing',
  'closed',
]);
export type CaseState = z.infer<typeof CaseState>;

/** How a case ended; absent while it is open. */
export const CaseOutcome = z.enum([
  'actioned',
  'partly-actioned',
  'rejected',
  'withdrawn',
  'rerouted',
  'duplicate',
  'already-unavailable',
  'challenged',
  'disclosed',
  'refused',
]);
export type CaseOutcome = z.infer<typeof CaseOutcome>;

/** One allowed change of state: the states it may start from, and the one it leads to. */
export interface Transition {
  readonly from: readonly CaseState[];
  readonly to: CaseState;
}

const OPEN_BEFORE_EFFECT = [
  'received',
  'validating',
  'awaiting-information',
  'in-review',
  'awaiting-approval',
  'awaiting-response',
] as const satisfies readonly CaseState[];

/** The states in which something may be restricted, or on its way to be: it can be lifted from each of them. */
const RESTRICTED = [
  'validating',
  'awaiting-information',
  'in-review',
  'awaiting-approval',
  'acting',
  'proving',
  'notifying',
  'sealing',
  'closed',
] as const satisfies readonly CaseState[];

/**
 * The life of a case as one table. The condition of every DynamoDB write that changes a state is derived
 * from `from`, so that a step which runs twice, late or out of turn is refused by the database.
 */
export const TRANSITIONS = {
  startValidation: { from: ['received'], to: 'validating' },
  askForInformation: { from: ['validating'], to: 'awaiting-information' },
  resumeValidation: { from: ['awaiting-information', 'in-review', 'awaiting-approval', 'notifying'], to: 'validating' },
  sendToReview: { from: ['validating', 'awaiting-information', 'notifying'], to: 'in-review' },
  actFirst: { from: ['validating', 'awaiting-response'], to: 'acting' },
  openHearing: { from: ['validating', 'in-review'], to: 'awaiting-response' },
  closeHearing: { from: ['awaiting-response'], to: 'in-review' },
  keepByRule: { from: ['awaiting-response'], to: 'notifying' },
  holdForApproval: { from: ['in-review'], to: 'awaiting-approval' },
  returnToReview: { from: ['awaiting-approval'], to: 'in-review' },
  act: { from: ['in-review', 'awaiting-approval'], to: 'acting' },
  finishActing: { from: ['acting'], to: 'proving' },
  decideAgain: { from: ['proving'], to: 'in-review' },
  finishProving: { from: ['proving'], to: 'notifying' },
  disclose: { from: ['awaiting-approval'], to: 'notifying' },
  carryOut: { from: ['acting'], to: 'notifying' },
  reopenReview: { from: ['closed'], to: 'in-review' },
  answerWithoutEffect: { from: ['in-review', 'awaiting-approval'], to: 'notifying' },
  confirm: { from: ['in-review', 'awaiting-approval'], to: 'sealing' },
  restore: { from: RESTRICTED, to: 'restoring' },
  finishRestoring: { from: ['restoring'], to: 'proving' },
  withdraw: { from: OPEN_BEFORE_EFFECT, to: 'notifying' },
  finishNotifying: { from: ['notifying'], to: 'sealing' },
  close: { from: ['sealing'], to: 'closed' },
  reopenNotification: { from: ['closed', 'sealing'], to: 'notifying' },
} as const satisfies Record<string, Transition>;

/** The name of an allowed change of state. */
export type TransitionName = keyof typeof TRANSITIONS;

/** Tells whether a case in `state` may make the change `name`. */
export function allows(name: TransitionName, state: CaseState): boolean {
  const allowed: readonly CaseState[] = TRANSITIONS[name].from;
  return allowed.includes(state);
}

/** The state a case is in after the change `name`. */
export function stateAfter(name: TransitionName): CaseState {
  return TRANSITIONS[name].to;
}

/** The states from which `name` may start: the list a database condition is built from. */
export function statesBefore(name: TransitionName): readonly CaseState[] {
  return TRANSITIONS[name].from;
}
