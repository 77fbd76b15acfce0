import type { Choice, Succeed, Wait } from 'aws-cdk-lib/aws-stepfunctions';
import type { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';

/** Where a run begins and where every stage can go on from. */
export interface EntryStates {
  readonly claimRun: LambdaInvoke;
  readonly chooseStage: Choice;
}

/** From the receipt to the plan. */
export interface ValidationStates {
  readonly sendReceipt: LambdaInvoke;
  readonly validateDemand: LambdaInvoke;
  readonly chooseAfterValidation: Choice;
  readonly askForInformation: LambdaInvoke;
  readonly awaitInformation: LambdaInvoke;
  readonly planCase: LambdaInvoke;
  readonly preserveItems: LambdaInvoke;
}

/** Acting before review, and the hour that may not pass unseen. */
export interface ActFirstStates {
  readonly authenticateDemand: LambdaInvoke;
  readonly reportRisk: LambdaInvoke;
}

/** Hearing others before anybody decides. */
export interface HearingStates {
  readonly hearOthers: LambdaInvoke;
  readonly tellHearing: LambdaInvoke;
  readonly awaitResponse: LambdaInvoke;
}

/** What a person is waited for. */
export interface ReviewStates {
  readonly awaitDecision: LambdaInvoke;
  readonly awaitApproval: LambdaInvoke;
  readonly raiseTier: LambdaInvoke;
  readonly tellOpen: LambdaInvoke;
}

/** Bringing effects about, and proving them. */
export interface ActingStates {
  readonly sealCapsules: LambdaInvoke;
  readonly chooseAfterSealing: Choice;
  readonly applyBatch: LambdaInvoke;
  readonly chooseAfterApplying: Choice;
  readonly tellAffected: LambdaInvoke;
  readonly proveBatch: LambdaInvoke;
  readonly chooseAfterProving: Choice;
  readonly paceRound: LambdaInvoke;
  readonly chooseAfterPacing: Choice;
  readonly waitForPlatform: Wait;
}

/** Telling everybody who is owed a message. */
export interface TellingStates {
  readonly tellOutcome: LambdaInvoke;
  readonly chooseAfterTelling: Choice;
  readonly awaitDeliveries: LambdaInvoke;
}

/** The end of a run. */
export interface ClosingStates {
  readonly sealCase: LambdaInvoke;
  readonly endRun: Succeed;
}

/** Where everything waits that a Catch has seen. */
export interface ParkingStates {
  readonly parkCase: LambdaInvoke;
  readonly awaitOperator: LambdaInvoke;
  readonly restBeforeParking: Wait;
}

/** All states of the machine. */
export interface RemovalStates {
  readonly entry: EntryStates;
  readonly validation: ValidationStates;
  readonly actFirst: ActFirstStates;
  readonly hearing: HearingStates;
  readonly review: ReviewStates;
  readonly acting: ActingStates;
  readonly telling: TellingStates;
  readonly closing: ClosingStates;
  readonly parking: ParkingStates;
}
