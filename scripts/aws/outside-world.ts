import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openListener, under } from '../../local/http/listener.ts';
import { createLumen } from '../../local/lumen/lumen-service.ts';
import { createNcmec } from '../../local/ncmec/ncmec-service.ts';
import { createPartners } from '../../local/partners/partner-service.ts';
import { createPlatform } from '../../local/platform/platform-service.ts';
import { problemResponse } from '../../local/services/responses.ts';
import { createTransparencyDatabase } from '../../local/transparency-database/database-service.ts';
import {
  DEMO_DATABASE_TOKEN,
  DEMO_LUMEN_TOKEN,
  DEMO_NCMEC,
  DEMO_PLATFORM_TOKEN,
  DEMO_WEBHOOK_SECRET,
} from '../product.ts';

const LARGEST_BODY = 1_048_576;

/** The world outside the deployment: the demo platform, the partners and the Transparency Database's stand-in, on real time. */
export interface OutsideWorld {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the outside world on a free loopback port, at the paths it has beside the product. */
export async function startOutsideWorld(folder: string): Promise<OutsideWorld> {
  const directory = (name: string): string => {
    const path = join(folder, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const clock = {
    now: () => Date.now(),
    setTimer: (dueAt: number, callback: () => void) => {
      const timer = setTimeout(callback, dueAt - Date.now());
      return () => clearTimeout(timer);
    },
  };
  const platform = await createPlatform({ directory: directory('platform'), clock, token: DEMO_PLATFORM_TOKEN });
  const partners = await createPartners({ directory: directory('partners'), clock, secret: DEMO_WEBHOOK_SECRET });
  const database = await createTransparencyDatabase({
    directory: directory('transparency-database'),
    clock,
    token: DEMO_DATABASE_TOKEN,
  });
  const lumen = await createLumen({ directory: directory('lumen'), clock, token: DEMO_LUMEN_TOKEN });
  const ncmec = await createNcmec({ directory: directory('ncmec'), clock, ...DEMO_NCMEC });
  const listener = await openListener(0, LARGEST_BODY);
  listener.serve(async (request) => {
    const toPlatform = under('/_local/platform', request);
    if (toPlatform !== undefined) return await platform(toPlatform);
    const toDatabase = under('/_local/transparency-database', request);
    if (toDatabase !== undefined) return await database(toDatabase);
    const toLumen = under('/_local/lumen', request);
    if (toLumen !== undefined) return await lumen(toLumen);
    const toNcmec = under('/_local/ncmec', request);
    if (toNcmec !== undefined) return await ncmec(toNcmec);
    const toPartners = under('/_local/partners', request);
    return toPartners === undefined ? problemResponse(404, 'Nothing is here') : await partners(toPartners);
  });
  return { url: `http://127.0.0.1:${listener.port}`, close: () => listener.close() };
}
