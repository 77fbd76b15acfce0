import type { DeployedResource } from '../compare-resources.ts';

/** The deployed resources that the checks look into. */
export interface StoragePlaces {
  readonly cases: string;
  readonly audit: string;
  readonly keys: string;
  readonly documents: string;
  readonly evidence: string;
  readonly removalMachine: string;
  readonly userPool: string;
}

/** Finds them by type and by the name of their construct. @throws Error when one is not there */
export function findPlaces(deployed: readonly DeployedResource[]): StoragePlaces {
  const find = (type: string, construct: string): string => {
    const found = deployed.find((resource) => resource.type === type && resource.logicalId.startsWith(construct));
    if (found === undefined) throw new Error(`no ${type} ${construct} was created`);
    return found.physicalId;
  };
  return {
    cases: find('AWS::DynamoDB::GlobalTable', 'TablesCases'),
    audit: find('AWS::DynamoDB::GlobalTable', 'TablesAudit'),
    keys: find('AWS::DynamoDB::GlobalTable', 'TablesKeys'),
    documents: find('AWS::S3::Bucket', 'Documents'),
    evidence: find('AWS::S3::Bucket', 'Evidence'),
    removalMachine: find('AWS::StepFunctions::StateMachine', 'LegalRemovalWorkflow'),
    userPool: find('AWS::Cognito::UserPool', 'LoginPool'),
  };
}

/** The first execution of a case. */
export function executionOf({ removalMachine }: StoragePlaces, caseId: string): string {
  return `${removalMachine.replace(':stateMachine:', ':execution:')}:${caseId}-1`;
}
