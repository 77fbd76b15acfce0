import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { describe, expect, it } from 'vitest';
import { joseSignature, KmsSigner } from '#adapters/kms-signer';
import { PublicKeys } from '#domain/api/audit-views';
import { showPublicKeys } from '#runtime/public-keys';
import { readAuditKeys } from '../../../../functions/http/audit-keys/contract.ts';
import { readSigningKeys } from '../../../../functions/http/jwks/contract.ts';
import { fakeKeyService } from '../../support/key-service.ts';

describe('showPublicKeys', () => {
  it('shows keys with which others verify what we signed', async () => {
    const signer = new KmsSigner(fakeKeyService().kms, 'signing-key');
    const jws = await signer.sign('{"head":1}');
    const answer = await showPublicKeys({ signer });

    const keys = createLocalJWKSet(PublicKeys.parse(answer.body) as unknown as JSONWebKeySet);
    const { payload, protectedHeader } = await compactVerify(jws, keys);
    expect(Buffer.from(payload).toString()).toBe('{"head":1}');
    expect(protectedHeader).toMatchObject({ alg: 'ES256', kid: await signer.keyId() });
    expect(JSON.stringify(answer.body)).not.toContain('"d"');
    expect(answer.headers?.['cache-control']).toMatch(/^public/);
  });

  it('is open to anybody on both routes', () => {
    expect([readSigningKeys.audience, readAuditKeys.audience]).toEqual(['anybody', 'anybody']);
  });
});

describe('joseSignature', () => {
  it('pads short numbers and drops the sign byte of long ones', () => {
    const der = Buffer.from([0x30, 0x25, 0x02, 0x01, 0x07, 0x02, 0x21, 0x00, ...new Array(32).fill(0xff)]);
    const joined = Buffer.from(joseSignature(der));
    expect(joined.toString('hex')).toBe(`${'00'.repeat(31)}07${'ff'.repeat(32)}`);
  });
});
