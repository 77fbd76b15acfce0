import * as z from 'zod';

const Target = z.looseObject({
  Arn: z.string(),
  RoleArn: z.string().optional(),
  Input: z.string().optional(),
  RetryPolicy: z.looseObject({ MaximumRetryAttempts: z.coerce.number().optional() }).optional(),
  DeadLetterConfig: z.looseObject({ Arn: z.string().optional() }).optional(),
});

/** What a caller, or the template, says of a schedule. */
export const ScheduleInput = z.looseObject({
  GroupName: z.string().default('default'),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  FlexibleTimeWindow: z.looseObject({ Mode: z.literal('OFF') }),
  ActionAfterCompletion: z.enum(['NONE', 'DELETE']).default('NONE'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Description: z.string().optional(),
  ClientToken: z.string().optional(),
  Target,
});
export type ScheduleInput = z.infer<typeof ScheduleInput>;

/** A schedule in place. */
export const Schedule = z.object({
  name: z.string(),
  group: z.string(),
  arn: z.string(),
  /** Whether the template declares it; such a schedule goes when the template no longer does. */
  fromTemplate: z.boolean(),
  input: ScheduleInput,
  createdAt: z.number(),
  changedAt: z.number(),
  /** When it fires next, epoch milliseconds; null when it never will. */
  nextAt: z.number().nullable(),
});
export type Schedule = z.infer<typeof Schedule>;
