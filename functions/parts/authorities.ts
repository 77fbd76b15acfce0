import { DynamoDbAuthorities } from '#adapters/dynamodb-authorities';
import { documentClient } from '#adapters/dynamodb-client';
import { readConfig, Setting } from '#runtime/config';
import type { AuthorityRegister } from '../ports/authorities.ts';

/** The register of authorities of this process. */
export function buildAuthorities(): AuthorityRegister {
  const { CASE_TABLE } = readConfig({ CASE_TABLE: Setting.CASE_TABLE });
  return new DynamoDbAuthorities(documentClient(), CASE_TABLE);
}
