import { HttpTransparencyDatabase } from '#adapters/http-transparency-database';
import { readConfig, Setting } from '#runtime/config';
import type { TransparencyDatabase } from '../ports/outside.ts';

/** The DSA Transparency Database. */
export function buildTransparencyDatabase(): TransparencyDatabase {
  const config = readConfig({
    TRANSPARENCY_DATABASE_URL: Setting.TRANSPARENCY_DATABASE_URL,
    TRANSPARENCY_DATABASE_TOKEN: Setting.TRANSPARENCY_DATABASE_TOKEN,
  });
  return new HttpTransparencyDatabase(config.TRANSPARENCY_DATABASE_URL, config.TRANSPARENCY_DATABASE_TOKEN);
}
