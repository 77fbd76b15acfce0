import * as z from 'zod';

/**
 * Reads the function's configuration once: the only place that looks at the environment.
 * @throws z.ZodError naming each variable that is missing or malformed
 */
export function readConfig<S extends z.ZodRawShape>(shape: S): z.output<z.ZodObject<S>> {
  return z.object(shape).parse(process.env);
}

/** A party that a stage leaves out. */
const LEFT_OUT = z.literal('none').transform(() => null);

/** The names of what a function may be configured with; each handler picks the ones it needs. */
export const Setting = {
  CASE_TABLE: z.string().min(1),
  AUDIT_TABLE: z.string().min(1),
  KEY_TABLE: z.string().min(1),
  DOCUMENT_BUCKET: z.string().min(1),
  EVIDENCE_BUCKET: z.string().min(1),
  WRAPPING_KEY: z.string().min(1),
  SIGNING_KEY: z.string().min(1),
  LEGAL_REMOVAL_MACHINE: z.string().min(1),
  PAGING_MACHINE: z.string().min(1),
  PLATFORM_URL: z.url(),
  PLATFORM_TOKEN: z.string().min(1),
  PLATFORM_NAME: z.string().min(1),
  PLATFORM_ADDRESS: z.string().min(1),
  TRANSPARENCY_DATABASE_URL: z.url(),
  TRANSPARENCY_DATABASE_TOKEN: z.string().min(1),
  LUMEN_URL: LEFT_OUT.or(z.url()),
  LUMEN_TOKEN: LEFT_OUT.or(z.string().min(1)),
  NCMEC_URL: LEFT_OUT.or(z.url()),
  NCMEC_USERNAME: LEFT_OUT.or(z.string().min(1)),
  NCMEC_PASSWORD: LEFT_OUT.or(z.string().min(1)),
  ESTABLISHMENTS: z.string().regex(/^[A-Z]{2}(?:,[A-Z]{2})*$/),
  REPORT_ADDRESSES: LEFT_OUT.or(z.string().min(1)),
  PARTNER_URL: z.url(),
  ON_CALL_URL: z.url(),
  WEBHOOK_SECRET: z.string().min(1),
  MAIL_FROM: z.string().min(3),
  MAIL_CONFIGURATION_SET: z.string().min(1),
  PUBLIC_URL: z.url(),
  ISSUER: z.url(),
  RETAIN_DAYS: z.coerce.number().int().positive(),
  SCHEDULE_GROUP: z.string().min(1),
  SCHEDULE_ROLE: z.string().min(1),
  SCHEDULE_TARGET: z.string().min(1),
} as const;
