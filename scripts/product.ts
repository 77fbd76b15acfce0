import { join } from 'node:path';
import type { StageName } from '../infra/config.ts';
import { type Runtime, startRuntime } from '../local/main.ts';
import { buildFunctions } from './build-functions.ts';
import { buildPages } from './build-pages.ts';

const ROOT = join(import.meta.dirname, '..');

/** The bearer tokens of the demo platform and of the Transparency Database's stand-in, and the partners' secret: theirs alone, and public on purpose. */
export const DEMO_PLATFORM_TOKEN = 'demo-platform-token';
export const DEMO_DATABASE_TOKEN = '1|demo-transparency-database-token';
export const DEMO_LUMEN_TOKEN = 'demo-lumen-token';
export const DEMO_NCMEC = { username: 'demo-provider', password: 'demo-ncmec-password' };
export const DEMO_WEBHOOK_SECRET = `whsec_${Buffer.from('writ demo webhook secret 32 byte').toString('base64')}`;

/** How the product is started on one machine. */
export interface ProductOptions {
  /** The synthesized assembly; made by `assembleProduct`. */
  readonly assembly: string;
  readonly dataDirectory: string;
  readonly port: number;
  /** Where the driven clock starts on a new data directory, RFC 3339. */
  readonly startAt?: string | undefined;
  readonly databaseEndpoint?: string | undefined;
  /** The folder to write down in what the functions ask of AWS. */
  readonly recordCalls?: string | undefined;
  /** The folder to write down in every call and invocation of the functions, with sizes. */
  readonly countCalls?: string | undefined;
}

/** Builds every function and page, and synthesizes the app of a stage into `assembly`, in this process. @param stage @default local */
export async function assembleProduct(assembly: string, stage: StageName = 'local'): Promise<void> {
  // The library that synthesizes takes as long to load as the bundles to build: both at once.
  const [{ synthesize }] = await Promise.all([import('../infra/app.ts'), buildFunctions(ROOT), buildPages(ROOT)]);
  synthesize(stage, assembly);
}

/** The values of the template's parameters on one machine: the sandboxes stand for the world outside. */
export function deploymentParameters(api: string): Record<string, string> {
  return {
    PlatformUrl: `${api}/_local/platform`,
    PlatformToken: DEMO_PLATFORM_TOKEN,
    PlatformName: 'Writ Audio Platform',
    PlatformAddress: 'Musterstraße 1, 10115 Berlin',
    TransparencyDatabaseUrl: `${api}/_local/transparency-database`,
    TransparencyDatabaseToken: DEMO_DATABASE_TOKEN,
    LumenUrl: `${api}/_local/lumen`,
    LumenToken: DEMO_LUMEN_TOKEN,
    NcmecUrl: `${api}/_local/ncmec`,
    NcmecUsername: DEMO_NCMEC.username,
    NcmecPassword: DEMO_NCMEC.password,
    Establishments: 'DE,US',
    ReportAddresses: 'bka=bka@police.example,bka-scrutiny=tco@police.example,europol=europol@police.example',
    PartnerUrl: `${api}/_local/partners/label`,
    OnCallUrl: `${api}/_local/partners/on-call`,
    WebhookSecret: DEMO_WEBHOOK_SECRET,
    MailFrom: 'legal@writ.example',
    MailDomain: 'writ.example',
    PublicUrl: api,
    LoginPrefix: 'writ',
  };
}

/** Starts the product from its assembly; returns once it serves. */
export function startProduct(options: ProductOptions): Promise<Runtime> {
  return startRuntime({
    assembly: options.assembly,
    dataDirectory: options.dataDirectory,
    port: options.port,
    platformToken: DEMO_PLATFORM_TOKEN,
    partnerSecret: DEMO_WEBHOOK_SECRET,
    transparencyDatabaseToken: DEMO_DATABASE_TOKEN,
    lumenToken: DEMO_LUMEN_TOKEN,
    ncmec: DEMO_NCMEC,
    parameters: ({ api }) => deploymentParameters(api),
    log: (line) => console.error(line),
    startAt: options.startAt === undefined ? undefined : Date.parse(options.startAt),
    databaseEndpoint: options.databaseEndpoint,
    recordCalls: options.recordCalls,
    countCalls: options.countCalls,
  });
}
