import { GetObjectCommand, ListObjectsV2Command, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { EvidenceStore } from '../ports/vault.ts';

/** How often a put is tried while another of the same name is under way. */
const ATTEMPTS = 5;

/** Evidence on a bucket under Object Lock: its default retention keeps every version, nobody deletes early. */
export class S3Evidence implements EvidenceStore {
  readonly #s3: S3Client;
  readonly #bucket: string;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  async put(name: string, bytes: Uint8Array, contentType: string): Promise<void> {
    const put = new PutObjectCommand({
      Bucket: this.#bucket,
      Key: name,
      Body: bytes,
      ContentType: contentType,
      IfNoneMatch: '*',
      ChecksumAlgorithm: 'SHA256',
    });
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      if (await this.#tookOrHad(put, attempt)) return;
    }
  }

  /** False when another put of the same name was under way and may yet fail: worth another try. */
  async #tookOrHad(put: PutObjectCommand, attempt: number): Promise<boolean> {
    try {
      await this.#s3.send(put);
      return true;
    } catch (error) {
      // The name is derived from what it holds: an object already there was put by an earlier attempt.
      if (error instanceof Error && error.name === 'PreconditionFailed') return true;
      if (error instanceof Error && error.name === 'ConditionalRequestConflict' && attempt < ATTEMPTS) return false;
      throw error;
    }
  }

  async get(name: string): Promise<Uint8Array | null> {
    try {
      const object = await this.#s3.send(new GetObjectCommand({ Bucket: this.#bucket, Key: name }));
      return (await object.Body?.transformToByteArray()) ?? null;
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw error;
    }
  }

  async list(prefix: string): Promise<readonly string[]> {
    const names: string[] = [];
    let token: string | undefined;
    do {
      const page = await this.#s3.send(
        new ListObjectsV2Command({ Bucket: this.#bucket, Prefix: prefix, ContinuationToken: token }),
      );
      names.push(...(page.Contents ?? []).map(({ Key: key = '' }) => key));
      token = page.NextContinuationToken;
    } while (token !== undefined);
    return names;
  }
}
