import { HttpLumen } from '#adapters/http-lumen';
import { readConfig, Setting } from '#runtime/config';
import type { Lumen } from '../ports/outside.ts';

/** The Lumen database; null where the stage shares nothing with it. */
export function buildLumen(): Lumen | null {
  const { LUMEN_URL: url, LUMEN_TOKEN: token } = readConfig({
    LUMEN_URL: Setting.LUMEN_URL,
    LUMEN_TOKEN: Setting.LUMEN_TOKEN,
  });
  return url === null || token === null ? null : new HttpLumen(url, token);
}
