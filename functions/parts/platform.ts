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

/** The address below which the platform's items lie. */
export function platformUrl(): string {
  return readConfig({ PLATFORM_URL: Setting.PLATFORM_URL }).PLATFORM_URL;
}
