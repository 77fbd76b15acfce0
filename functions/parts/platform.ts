import { HttpPlatform } from '#adapters/http-platform';
import { readConfig, Setting } from '#runtime/config';
import type { Platform } from '../ports/outside.ts';

/** The content platform. */
export function buildPlatform(): Platform {
  const { PLATFORM_URL, PLATFORM_TOKEN } = readConfig({
    PLATFORM_URL: Setting.PLATFORM_URL,
    PLATFORM_TOKEN: Setting.PLATFORM_TOKEN,
  });
  return new HttpPlatform(PLATFORM_URL, PLATFORM_TOKEN);
}

/** The platform's name and postal address, as its messages show them. */
export function platformIdentity(): { readonly name: string; readonly address: string } {
  const config = readConfig({ PLATFORM_NAME: Setting.PLATFORM_NAME, PLATFORM_ADDRESS: Setting.PLATFORM_ADDRESS });
  return { name: config.PLATFORM_NAME, address: config.PLATFORM_ADDRESS };
}

/** The address below which the platform's items lie. */
export function platformUrl(): string {
  return readConfig({ PLATFORM_URL: Setting.PLATFORM_URL }).PLATFORM_URL;
}
