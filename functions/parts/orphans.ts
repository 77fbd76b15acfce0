import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDbCaseRegister } from '#adapters/dynamodb-case-register';
import { documentClient } from '#adapters/dynamodb-client';
import { S3Folders } from '#adapters/s3-folders';
import { readConfig, Setting } from '#runtime/config';
import type { CaseRegister, DocumentFolders } from '../ports/orphans.ts';

/** The documents by the case they were put for. */
export function buildFolders(): DocumentFolders {
  const { DOCUMENT_BUCKET } = readConfig({ DOCUMENT_BUCKET: Setting.DOCUMENT_BUCKET });
  return new S3Folders(new S3Client({}), DOCUMENT_BUCKET);
}

/** Which cases there are. */
export function buildCaseRegister(): CaseRegister {
  const { CASE_TABLE } = readConfig({ CASE_TABLE: Setting.CASE_TABLE });
  return new DynamoDbCaseRegister(documentClient(), CASE_TABLE);
}
