import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { DefinitionBody, QueryLanguage, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { buildActFirst, connectActFirst } from './fragments/act-first.ts';
import { buildActing, connectActing } from './fragments/acting.ts';
import { buildClosing, connectClosing } from './fragments/closing.ts';
import { buildEntry, connectEntry } from './fragments/entry.ts';
import { buildHearing, connectHearing } from './fragments/hearing.ts';
import { buildParking, connectParking } from './fragments/parking.ts';
import { buildReview, connectReview } from './fragments/review.ts';
import { buildTelling, connectTelling } from './fragments/telling.ts';
import { buildValidation, connectValidation } from './fragments/validation.ts';
import type { RemovalStates } from './states.ts';

export { LEGAL_REMOVAL_STEPS } from './steps.ts';

/** Props of `LegalRemovalWorkflow`. */
export interface LegalRemovalWorkflowProps {
  /** The functions of `LEGAL_REMOVAL_STEPS`, by the name of the step. */
  readonly functions: Readonly<Record<string, IFunction>>;
  /** The fixed name of the machine. */
  readonly machineName: string;
  /** The longest one run may take; a case that takes longer is parked by the rule on executions. @default 364 days */
  readonly timeout?: Duration;
}

const LONGEST_RUN_DAYS = 364;

/**
 * Drives one legal removal from its receipt to the sealed audit. Input: `{caseId, run, stage}`; payloads and variables
 * hold ids, codes and counts only. After every wait the case's record says where the run goes on.
 */
export class LegalRemovalWorkflow extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, { functions, machineName, timeout }: LegalRemovalWorkflowProps) {
    super(scope, id);
    const states = this.#build(functions);
    connectParking(states.parking, states.review);
    connectEntry(states);
    connectValidation(states);
    connectActFirst(states);
    connectHearing(states);
    connectReview(states);
    connectActing(states);
    connectTelling(states);
    connectClosing(states);
    this.machine = new StateMachine(this, 'Machine', {
      stateMachineName: machineName,
      queryLanguage: QueryLanguage.JSONATA,
      definitionBody: DefinitionBody.fromChainable(states.entry.claimRun),
      comment: 'Drives one legal removal from its receipt to the sealed audit.',
      timeout: timeout ?? Duration.days(LONGEST_RUN_DAYS),
    });
  }

  #build(functions: Readonly<Record<string, IFunction>>): RemovalStates {
    const { states: parking, tasks } = buildParking(this, functions);
    return {
      parking,
      entry: buildEntry(this, tasks),
      validation: buildValidation(this, tasks),
      actFirst: buildActFirst(tasks),
      hearing: buildHearing(tasks),
      review: buildReview(tasks),
      acting: buildActing(this, tasks),
      telling: buildTelling(this, tasks),
      closing: buildClosing(this, tasks),
    };
  }
}
