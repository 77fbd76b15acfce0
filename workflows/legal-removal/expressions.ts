import { secondsUntilWake } from '../shared/expressions.ts';

const DAY_SECONDS = 86_400;

/** How long a person, a delivery or an operator is waited for at a time: until `$wakeAt`, a day at most. */
export const WAIT_SECONDS = secondsUntilWake(DAY_SECONDS);
/** How long information is waited for: until its deadline. */
export const INFORMATION_SECONDS = secondsUntilWake(60 * DAY_SECONDS);
/** How long an operator is waited for before somebody is paged again. */
export const OPERATOR_SECONDS = `{% ${DAY_SECONDS} %}`;

/** True when the run goes on at `stage`. */
export function isStage(stage: string): string {
  return `{% $stage = '${stage}' %}`;
}

/** True when the run starts with a demand nobody has confirmed the receipt of in this run. */
export const OWES_RECEIPT = "{% $stage = 'validate' and $not($receiptTold) %}";
/** True when the one who asked is to be told what is missing. */
export const IS_ASKING = '{% $ask %}';
/** True when a message is still to be handed over while a person is waited for. */
export const OWES_MESSAGES = '{% $owes %}';
/** The instant to wake up at: sooner than planned while a message was not taken by its channel. */
export const WAKE_FOR_MESSAGES =
  '{% $states.result.Payload.unsent > 0 and $states.result.Payload.wakeAt < $wakeAt ? $states.result.Payload.wakeAt : $wakeAt %}';
/** True when the hour is at risk and was not reported yet. */
export const IS_AT_RISK = '{% $atRisk and $not($riskTold) %}';
/** True when effects are to be brought about, proven or taken back. */
export const IS_ACTING = "{% $stage in ['act', 'prove', 'restore'] %}";
/** True when a restriction is in place and those affected were not all told. */
export const OWES_AFFECTED = '{% $effective and $not($affectedTold) %}';
/** True when trying by itself has come to its end. */
export const IS_EXHAUSTED = '{% $exhausted %}';
/** What trying by itself failed on: a platform that does not answer, or effects that it does not show. */
export const EXHAUSTED_BY = "{% $reachable ? 'EffectUnproven' : 'PlatformUnavailable' %}";
/** The stage at which it failed. */
export const EXHAUSTED_STAGE = "{% $reachable ? 'prove' : 'act' %}";
/** True when nobody of those meant is left to be handed a message. */
export const ALL_HANDED_OVER = '{% $states.result.Payload.unsent = 0 %}';

/** The variables of a run as it starts: every one that an expression reads. */
export const VARIABLES = {
  ask: false,
  owes: false,
  atRisk: false,
  riskTold: false,
  receiptTold: false,
  affectedTold: false,
  effective: false,
  reachable: true,
  exhausted: false,
  timedOut: false,
  moment: 'hearing',
  again: false,
  batch: 0,
  round: 0,
  looks: 0,
  failedStage: 'validate',
  error: 'UnknownStage',
} as const;
