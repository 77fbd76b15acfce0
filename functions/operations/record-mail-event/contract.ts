import * as z from 'zod';
import type { Need } from '../../ports/needs.ts';

const needs = ['cases:read', 'cases:write'] as const satisfies readonly Need[];

const Told = z.object({ timestamp: z.iso.datetime({ offset: true }).optional() });

/** An event of the mail service on the event bus, as far as it is read; the tags are those the mailer sets. */
export const recordMailEvent = {
  step: 'record-mail-event',
  needs,
  input: z.object({
    'detail-type': z.string(),
    detail: z.object({
      mail: z.object({
        messageId: z.string(),
        tags: z.record(z.string(), z.array(z.string())).default({}),
      }),
      delivery: Told.optional(),
      bounce: Told.extend({ bounceType: z.string().default('Undetermined') }).optional(),
    }),
  }),
  output: z.object({ recorded: z.enum(['delivered', 'bounced', 'complained', 'nothing']) }),
};
