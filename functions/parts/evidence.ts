import { S3Client } from '@aws-sdk/client-s3';
import { S3Evidence } from '#adapters/s3-evidence';
import { readConfig, Setting } from '#runtime/config';
import type { EvidenceStore } from '../ports/vault.ts';

/** What lies under Object Lock. */
export function buildEvidence(): EvidenceStore {
  const { EVIDENCE_BUCKET } = readConfig({ EVIDENCE_BUCKET: Setting.EVIDENCE_BUCKET });
  return new S3Evidence(new S3Client({}), EVIDENCE_BUCKET);
}
