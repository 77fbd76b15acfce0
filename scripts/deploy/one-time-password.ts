import { createHmac } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_SECONDS = 30;
const DIGITS = 6;

/** The time-based one-time password of a secret at an instant (RFC 6238, SHA-1, six digits, steps of 30 seconds). */
export function oneTimePassword(secretBase32: string, atMs: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(atMs / 1_000 / STEP_SECONDS)));
  const mac = createHmac('sha1', fromBase32(secretBase32)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const number = (mac.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, '0');
}

/** @throws TypeError for a sign that is none of Base32 */
function fromBase32(text: string): Buffer {
  let bits = '';
  for (const sign of text.toUpperCase().replace(/[=\s]/g, '')) {
    const value = ALPHABET.indexOf(sign);
    if (value < 0) throw new TypeError('the secret is not Base32');
    bits += value.toString(2).padStart(5, '0');
  }
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((octet) => Number.parseInt(octet, 2)));
}
