import type { StageName } from './config.ts';

/** Names fixed by the stage: known before the resources exist, so that policies need not refer to them. */
export interface StageNames {
  readonly removalMachineName: string;
  readonly pagingMachineName: string;
  readonly mailConfigurationSetName: string;
  readonly scheduleGroupName: string;
  readonly timerFunctionName: string;
  readonly timerRoleName: string;
}

/** The fixed names of a stage. */
export function stageNames(stage: StageName): StageNames {
  return {
    removalMachineName: `writ-${stage}-legal-removal`,
    pagingMachineName: `writ-${stage}-paging`,
    mailConfigurationSetName: `writ-${stage}`,
    scheduleGroupName: `writ-${stage}`,
    timerFunctionName: `writ-${stage}-fire-timer`,
    timerRoleName: `writ-${stage}-timer`,
  };
}

/** The stacks of a stage, in the order in which they are deployed; they are removed in the opposite one. */
export function stackNames(stage: StageName): {
  readonly storage: string;
  readonly workflow: string;
  readonly api: string;
} {
  return { storage: `writ-${stage}-storage`, workflow: `writ-${stage}-workflow`, api: `writ-${stage}-api` };
}
