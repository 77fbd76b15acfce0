import {
  DeleteObjectsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { VersionsKeptError } from '../ports/errors.ts';
import type { DocumentFolders, FolderPage, StoredVersion } from '../ports/orphans.ts';

/** How many versions S3 removes in one call. */
const REMOVED_AT_ONCE = 1_000;

/** The folders of the document bucket, one for each case id. */
export class S3Folders implements DocumentFolders {
  readonly #s3: S3Client;
  readonly #bucket: string;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  async list(prefix: string, next: string | null): Promise<FolderPage> {
    const page = await this.#s3.send(
      new ListObjectsV2Command({
        Bucket: this.#bucket,
        Prefix: prefix,
        Delimiter: '/',
        ContinuationToken: next ?? undefined,
      }),
    );
    const folders = (page.CommonPrefixes ?? []).map(({ Prefix: folder = '' }) => folder.replace(/\/$/, ''));
    return { caseIds: folders, next: page.NextContinuationToken ?? null };
  }

  async versions(caseId: string): Promise<readonly StoredVersion[]> {
    const found: StoredVersion[] = [];
    let from: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined;
    do {
      const page = await this.#s3.send(
        new ListObjectVersionsCommand({ Bucket: this.#bucket, Prefix: `${caseId}/`, ...from }),
      );
      for (const { Key: key, VersionId: versionId, LastModified: at, IsLatest: isLatest = false } of [
        ...(page.Versions ?? []),
        ...(page.DeleteMarkers ?? []),
      ]) {
        if (key === undefined || versionId === undefined || at === undefined) continue;
        found.push({ key, versionId, at: at.toISOString(), isLatest });
      }
      from = page.IsTruncated
        ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
        : undefined;
    } while (from !== undefined);
    return found;
  }

  async remove(versions: readonly StoredVersion[]): Promise<void> {
    for (let from = 0; from < versions.length; from += REMOVED_AT_ONCE) {
      const objects = versions
        .slice(from, from + REMOVED_AT_ONCE)
        .map(({ key, versionId }) => ({ Key: key, VersionId: versionId }));
      const { Errors: kept = [] } = await this.#s3.send(
        new DeleteObjectsCommand({ Bucket: this.#bucket, Delete: { Objects: objects, Quiet: true } }),
      );
      if (kept.length > 0) throw new VersionsKeptError(`${kept.length} versions were kept: ${kept[0]?.Code}`);
    }
  }
}
