import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { ContractBrokenError } from '../ports/errors.ts';
import type { Need } from '../ports/needs.ts';
import { faultFields, LogMessage, log } from './logger.ts';

/** What a step takes and gives; the errors it names are those its workflow retries or catches by name. */
export interface StepContract<I extends z.ZodType, O extends z.ZodType> {
  readonly step: string;
  /** What the step may use: its settings and permissions are made from this. */
  readonly needs: readonly Need[];
  readonly input: I;
  readonly output: O;
}

/** A function as Lambda calls it. */
export type LambdaFunction = (event: unknown, context: Context) => Promise<unknown>;

/**
 * Wraps a step: parses its input, runs it, checks its output, and logs codes and ids only. Faults are thrown, never
 * turned into a payload, so that the machine's Retry and Catch see them by name.
 * @throws ContractBrokenError when input or output do not fit the contract
 */
export function stepHandler<I extends z.ZodType, O extends z.ZodType>(
  contract: StepContract<I, O>,
  step: (input: z.output<I>) => Promise<z.input<O>>,
): LambdaFunction {
  const handler = async (event: unknown): Promise<unknown> => {
    const input = fitted(contract.input, event, `input of ${contract.step}`);
    return fitted(contract.output, await step(input), `output of ${contract.step}`);
  };
  return middy<unknown, unknown>()
    .before(({ event }) => log('info', LogMessage.stepStarted, { step: contract.step, ...idsOf(event) }))
    .after(({ event }) => log('info', LogMessage.stepFinished, { step: contract.step, ...idsOf(event) }))
    .onError(({ event, error }) => {
      log('error', LogMessage.stepFailed, { step: contract.step, ...faultFields(error), ...idsOf(event) });
    })
    .handler(handler);
}

const Identified = z.object({ caseId: z.string().optional(), run: z.number().optional() });

function idsOf(event: unknown): Record<string, string | number> {
  const { data } = Identified.safeParse(event);
  return {
    ...(data?.caseId !== undefined && { caseId: data.caseId }),
    ...(data?.run !== undefined && { run: data.run }),
  };
}

/** The paths of what does not fit are named, its values are not: they may be personal. */
function fitted<S extends z.ZodType>(schema: S, value: unknown, what: string): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join(', ');
  throw new ContractBrokenError(`${what} does not fit its contract (${where})`);
}
