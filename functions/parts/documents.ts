import { S3Client } from '@aws-sdk/client-s3';
import { S3Documents } from '#adapters/s3-documents';
import { readConfig, Setting } from '#runtime/config';
import type { DocumentStore } from '../ports/vault.ts';
import { buildVault } from './vault.ts';

/** The encrypted documents of this process. */
export function buildDocuments(): DocumentStore {
  const { DOCUMENT_BUCKET } = readConfig({ DOCUMENT_BUCKET: Setting.DOCUMENT_BUCKET });
  return new S3Documents({ s3: new S3Client({}), bucket: DOCUMENT_BUCKET, vault: buildVault() });
}
