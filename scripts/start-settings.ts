import { resolve } from 'node:path';
import * as z from 'zod';
import { isUsableInstant } from '#domain/instant';

const HIGHEST_PORT = 65_535;

const Environment = z.object({
  PORT: z.coerce
    .number('PORT is a number')
    .int('PORT is a whole number')
    .min(0, 'PORT is 0 or more')
    .max(HIGHEST_PORT, `PORT is ${HIGHEST_PORT} at most`)
    .default(4400),
  WRIT_DATA: z.string().min(1, 'WRIT_DATA names a folder').default('.writ'),
  WRIT_NOW: z.iso
    .datetime({ offset: true, abort: true, error: 'WRIT_NOW is an instant such as 2026-10-25T00:30:00Z' })
    .refine(isUsableInstant, 'WRIT_NOW lies in the years 1970 to 2199')
    .optional(),
  WRIT_SEED: z.enum(['none', 'default'], 'WRIT_SEED is none, or left out').default('default'),
  DYNAMODB_ENDPOINT: z.url('DYNAMODB_ENDPOINT is the address of a DynamoDB').optional(),
});

/** How the product is started on this machine. */
export interface StartSettings {
  readonly port: number;
  readonly dataDirectory: string;
  /** Where the driven clock starts on a new data directory, RFC 3339. */
  readonly startAt: string | undefined;
  readonly seeds: boolean;
  readonly databaseEndpoint: string | undefined;
}

/** Reads the settings from the environment, or gives a sentence for each that cannot be used. */
export function readStartSettings(
  environment: Readonly<Record<string, string | undefined>>,
): { readonly settings: StartSettings } | { readonly refusals: readonly string[] } {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const { success, data, error } = Environment.safeParse(given);
  if (!success) {
    return { refusals: error.issues.map(({ message, path }) => `${message}, not ${given[String(path[0])]}.`) };
  }
  const { PORT, WRIT_DATA, WRIT_NOW, WRIT_SEED, DYNAMODB_ENDPOINT } = data;
  return {
    settings: {
      port: PORT,
      dataDirectory: resolve(WRIT_DATA),
      startAt: WRIT_NOW,
      seeds: WRIT_SEED !== 'none',
      databaseEndpoint: DYNAMODB_ENDPOINT,
    },
  };
}

const EXPECTED = new Set(['DataDirectoryInUseError', 'MissingDatabaseError', 'SilentDatabaseError']);

/** The sentence for a failed start that the person at the machine can mend, or null for a defect of ours. */
export function startRefusal(error: unknown, { port }: Pick<StartSettings, 'port'>): string | null {
  if (!(error instanceof Error)) return null;
  if (EXPECTED.has(error.name)) return error.message;
  if ('code' in error && error.code === 'EADDRINUSE') {
    return `Port ${port} is in use: stop what uses it, or choose another PORT.`;
  }
  if ('code' in error && error.code === 'EACCES') {
    return `Port ${port} or the data folder may not be used by this user: choose another PORT or WRIT_DATA.`;
  }
  return null;
}
