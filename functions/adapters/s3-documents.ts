import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { DocumentNotFoundError, DocumentTakenError } from '../ports/errors.ts';
import type { DocumentStore, Vault } from '../ports/vault.ts';
import { decrypt, encrypt } from './crypto.ts';
import { putOnce } from './put-once.ts';

interface DocumentSettings {
  readonly s3: S3Client;
  readonly bucket: string;
  readonly vault: Pick<Vault, 'key'>;
}

/**
 * Documents on S3, each encrypted with the key of the person it is about before it leaves the process. A document
 * key reads `<caseId>/<personId>/<name>`; it is also the encryption's context, so an object cannot be moved.
 */
export class S3Documents implements DocumentStore {
  readonly #settings: DocumentSettings;

  constructor(settings: DocumentSettings) {
    this.#settings = settings;
  }

  async put(caseId: string, personId: string, name: string, value: unknown): Promise<string> {
    const key = await this.#settings.vault.key(caseId, personId);
    return await this.putWithKey(caseId, personId, name, value, key);
  }

  async putWithKey(caseId: string, personId: string, name: string, value: unknown, key: Uint8Array): Promise<string> {
    const documentKey = `${caseId}/${personId}/${name}`;
    // A name is used by one put alone: an attempt whose answer was lost was this one's.
    if ((await putOnce(this.#settings.s3, this.#sealed(documentKey, value, key))) === 'taken') {
      throw new DocumentTakenError(documentKey);
    }
    return documentKey;
  }

  async replace(caseId: string, personId: string, name: string, value: unknown): Promise<string> {
    const documentKey = `${caseId}/${personId}/${name}`;
    const key = await this.#settings.vault.key(caseId, personId);
    await this.#settings.s3.send(new PutObjectCommand(this.#sealed(documentKey, value, key)));
    return documentKey;
  }

  #sealed(documentKey: string, value: unknown, key: Uint8Array): PutObjectCommandInput {
    const body = encrypt(key, Buffer.from(JSON.stringify(value)), documentKey);
    return { Bucket: this.#settings.bucket, Key: documentKey, Body: body };
  }

  async get(documentKey: string): Promise<unknown> {
    const [caseId = '', personId = ''] = documentKey.split('/');
    const key = await this.#settings.vault.key(caseId, personId);
    const sealed = await this.#read(documentKey);
    return JSON.parse(Buffer.from(decrypt(key, sealed, documentKey)).toString('utf8'));
  }

  async #read(documentKey: string): Promise<Uint8Array> {
    try {
      const object = await this.#settings.s3.send(
        new GetObjectCommand({ Bucket: this.#settings.bucket, Key: documentKey }),
      );
      return (await object.Body?.transformToByteArray()) ?? new Uint8Array();
    } catch (error) {
      if (error instanceof NoSuchKey) throw new DocumentNotFoundError(documentKey, { cause: error });
      throw error;
    }
  }
}
