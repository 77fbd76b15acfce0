import { SFNClient } from '@aws-sdk/client-sfn';
import { SfnExecutions } from '#adapters/sfn-executions';
import { readConfig, Setting } from '#runtime/config';
import type { Executions } from '../ports/workflow.ts';

/** The workflows' executions. */
export function buildExecutions(): Executions {
  const { LEGAL_REMOVAL_MACHINE, PAGING_MACHINE } = readConfig({
    LEGAL_REMOVAL_MACHINE: Setting.LEGAL_REMOVAL_MACHINE,
    PAGING_MACHINE: Setting.PAGING_MACHINE,
  });
  return new SfnExecutions(new SFNClient({}), { removal: LEGAL_REMOVAL_MACHINE, paging: PAGING_MACHINE });
}
