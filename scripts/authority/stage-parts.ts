import type { StageName } from '../../infra/config.ts';
import { stackNames } from '../../infra/names.ts';
import { idsOf } from '../deploy/after-deployment.ts';
import { askStack } from '../deploy/ask-stacks.ts';
import type { CloudClients } from '../deploy/clients.ts';

/** Where a deployed stage keeps clients and the register. */
export interface StageParts {
  readonly userPool: string;
  readonly caseTable: string;
}

/** The user pool and the table of cases of a stage; null when its stacks are not there. */
export async function findStage({ stacks }: CloudClients, stage: StageName): Promise<StageParts | null> {
  const names = stackNames(stage);
  const [api, storage] = await Promise.all([askStack(stacks, names.api), askStack(stacks, names.storage)]);
  if (api === null || storage === null) return null;
  const [userPool] = idsOf(api, 'AWS::Cognito::UserPool');
  const table = storage.template.resources.find(
    ({ type, logicalId }) => type === 'AWS::DynamoDB::GlobalTable' && logicalId.startsWith('TablesCases'),
  );
  const caseTable = table === undefined ? undefined : storage.physicalIds.get(table.logicalId);
  return userPool === undefined || caseTable === undefined ? null : { userPool, caseTable };
}
