import { JwtVerifier } from '#adapters/jwt-verifier';
import { systemClock } from '#runtime/clock';
import { readConfig, Setting } from '#runtime/config';
import type { TokenVerifier } from '../ports/callers.ts';

/** The verifier of access tokens. */
export function buildVerifier(): TokenVerifier {
  const { ISSUER } = readConfig({ ISSUER: Setting.ISSUER });
  return new JwtVerifier(ISSUER, systemClock);
}

/** The product's public address, without a slash at its end. */
export function publicUrl(): string {
  return readConfig({ PUBLIC_URL: Setting.PUBLIC_URL }).PUBLIC_URL.replace(/\/$/, '');
}
