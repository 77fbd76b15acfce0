import { GetObjectCommand, ListObjectsV2Command, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { S3Documents } from '#adapters/s3-documents';
import { S3Evidence } from '#adapters/s3-evidence';

const s3 = new S3Client({ region: 'eu-central-1' });
const mock = mockClient(s3);
const objects = new Map<string, Uint8Array>();
const failure = (name: string): Error => Object.assign(new Error(name), { name });

beforeEach(() => {
  mock.reset();
  objects.clear();
  mock.on(PutObjectCommand).callsFake(({ Key: key, Body: body }) => {
    objects.set(key, body);
    return {};
  });
  mock.on(GetObjectCommand).callsFake(({ Key: key }) => {
    const bytes = objects.get(key);
    if (bytes === undefined) throw new NoSuchKey({ message: 'none', $metadata: {} });
    return { Body: { transformToByteArray: async () => bytes } };
  });
});

describe('S3Documents', () => {
  const keys: Record<string, Uint8Array> = {
    'c1/sender': new Uint8Array(32).fill(1),
    'c1/uploader-1': new Uint8Array(32).fill(2),
  };
  const vault = {
    key: async (caseId: string, personId: string) => keys[`${caseId}/${personId}`] ?? new Uint8Array(32),
  };
  const documents = new S3Documents({ s3, bucket: 'b', vault });

  it('keeps a document encrypted and gives it back', async () => {
    const key = await documents.put('c1', 'sender', 'messages/m1', { text: 'geheim' });
    expect(key).toBe('c1/sender/messages/m1');
    expect(Buffer.from(objects.get(key)!).toString('latin1')).not.toContain('geheim');
    expect(await documents.get(key)).toEqual({ text: 'geheim' });
  });

  it('cannot read a document that was moved, changed, or put under the key of another person', async () => {
    const key = await documents.put('c1', 'sender', 'request', { a: 1 });
    const sealed = objects.get(key)!;
    objects.set('c1/sender/other', sealed);
    objects.set('c1/uploader-1/request', sealed);
    objects.set(
      key,
      Uint8Array.from(sealed, (byte, index) => (index === sealed.length - 1 ? byte ^ 1 : byte)),
    );
    for (const moved of ['c1/sender/other', 'c1/uploader-1/request', key])
      await expect(documents.get(moved)).rejects.toThrow();
  });

  it('puts a document only where nothing is, and replaces only when told to', async () => {
    const key = await documents.put('c1', 'sender', 'withdrawals/w1', { text: 'first' });
    expect(mock.commandCalls(PutObjectCommand)[0]?.args[0].input).toMatchObject({ IfNoneMatch: '*' });
    mock.on(PutObjectCommand, { IfNoneMatch: '*' }).rejects(failure('PreconditionFailed'));
    await expect(documents.put('c1', 'sender', 'withdrawals/w1', {})).rejects.toMatchObject({
      name: 'DocumentTakenError',
    });
    expect(await documents.get(key)).toEqual({ text: 'first' });
    await documents.replace('c1', 'sender', 'withdrawals/w1', { text: 'second' });
    expect(await documents.get(key)).toEqual({ text: 'second' });
  });

  it('takes a name that an attempt of the same put has taken, its answer lost', async () => {
    const lost = Object.assign(failure('PreconditionFailed'), { $metadata: { attempts: 2 } });
    mock.on(PutObjectCommand).rejects(lost);
    expect(await documents.put('c1', 'sender', 'notes/n1', {})).toBe('c1/sender/notes/n1');
  });

  it('says that a document is not there', async () => {
    await expect(documents.get('c1/sender/nothing')).rejects.toMatchObject({ name: 'DocumentNotFoundError' });
  });
});

describe('S3Evidence', () => {
  const evidence = new S3Evidence(s3, 'locked');

  it('puts only where nothing is, with a checksum', async () => {
    await evidence.put('checkpoints/0000000001.json', Buffer.from('x'), 'application/json');
    expect(mock.commandCalls(PutObjectCommand)[0]?.args[0].input).toMatchObject({
      IfNoneMatch: '*',
      ChecksumAlgorithm: 'SHA256',
    });
  });

  it('leaves what is already there', async () => {
    mock.on(PutObjectCommand).rejects(failure('PreconditionFailed'));
    await expect(evidence.put('n', Buffer.from('x'), 't')).resolves.toBeUndefined();
  });

  it('tries again while another put of the name is under way, and not for ever', async () => {
    mock.on(PutObjectCommand).rejectsOnce(failure('ConditionalRequestConflict')).resolves({});
    await evidence.put('n', Buffer.from('x'), 't');
    expect(mock.commandCalls(PutObjectCommand)).toHaveLength(2);

    mock.on(PutObjectCommand).rejects(failure('ConditionalRequestConflict'));
    await expect(evidence.put('n', Buffer.from('x'), 't')).rejects.toThrow('ConditionalRequestConflict');
  });

  it('lets any other fault through', async () => {
    mock.on(PutObjectCommand).rejects(failure('AccessDenied'));
    await expect(evidence.put('n', Buffer.from('x'), 't')).rejects.toThrow('AccessDenied');
  });

  it('gives null for what is not there', async () => {
    expect(await evidence.get('none')).toBeNull();
  });

  it('lists over all pages', async () => {
    mock
      .on(ListObjectsV2Command)
      .callsFake(({ ContinuationToken: token }) =>
        token === undefined
          ? { Contents: [{ Key: 'p/1' }], NextContinuationToken: 't' }
          : { Contents: [{ Key: 'p/2' }] },
      );
    expect(await evidence.list('p/')).toEqual(['p/1', 'p/2']);
  });
});
