import { GetObjectCommand, ListObjectsV2Command, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import type { EvidenceStore } from '../ports/vault.ts';
import { putOnce } from './put-once.ts';

/** Evidence on a bucket under Object Lock: its default retention keeps every version, nobody deletes early. */
export class S3Evidence implements EvidenceStore {
  readonly #s3: S3Client;
  readonly #bucket: string;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  async put(name: string, bytes: Uint8Array, contentType: string): Promise<void> {
    // The name is derived from what it holds: an object already there was put by an earlier attempt.
    await putOnce(this.#s3, {
      Bucket: this.#bucket,
      Key: name,
      Body: bytes,
      ContentType: contentType,
      ChecksumAlgorithm: 'SHA256',
    });
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
