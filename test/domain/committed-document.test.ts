import { describe, expect, it } from 'vitest';
import { bundledName, documentBytes } from '#domain/committed-document';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

describe('bundledName', () => {
  it.each([
    ['c1/sender/request', 'sender.request.json'],
    ['c1/case/decisions/decision-7e', 'case.decisions.decision-7e.json'],
    ['c1/sender/attachments/1', 'sender.attachments.1.attachment'],
    ['c1/uploader-1/messages/c1.d1.statement', 'uploader-1.messages.c1.d1.statement.message'],
  ])('names %s %s', (documentKey, name) => {
    expect(bundledName(documentKey)).toBe(name);
  });
});

describe('documentBytes', () => {
  const bytes = Uint8Array.of(0, 255, 13, 10);

  it.each([
    ['a message', { bytes: base64(bytes), to: 'a@b.example' }],
    ['a file sent along', { fileName: 'a.bin', mediaType: 'application/octet-stream', content: base64(bytes) }],
  ])('gives the exact bytes of %s', (_, value) => {
    expect(documentBytes(value)).toEqual(bytes);
  });

  it.each([[{ content: base64(bytes) }], [{ text: 'ä' }], ['text'], [null]])('gives the JSON text of %j', (value) => {
    expect(Buffer.from(documentBytes(value)).toString('utf8')).toBe(JSON.stringify(value));
  });
});
