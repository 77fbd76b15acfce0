import { describe, expect, it } from 'vitest';
import { oneTimePassword } from '../../../scripts/deploy/one-time-password.ts';

describe('oneTimePassword', () => {
  // RFC 6238, appendix B, SHA-1, of which the last six of eight digits are ours: the secret is 12345678901234567890.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('gives at %d s what the standard gives', (seconds, wanted) => {
    expect(oneTimePassword('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', seconds * 1_000)).toBe(wanted);
  });

  it('refuses a secret that is not Base32', () => {
    expect(() => oneTimePassword('0189', 0)).toThrow(TypeError);
  });
});
