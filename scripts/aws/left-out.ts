import * as z from 'zod';
import type { StackTemplate } from '../templates.ts';
import entries from './left-out.json' with { type: 'json' };

const LeftOut = z.strictObject({
  id: z.string().min(1),
  /** The resource type, attribute or behaviour that ministack lacks. */
  what: z.string().min(1),
  /** What ministack answers: part of a message, a status, or what was seen. */
  answer: z.string().min(1),
  reason: z.string().min(1),
  /** What is done in its place. */
  instead: z.string().min(1),
  /** A resource type that keeps its whole stack from being deployed. */
  type: z.string().optional(),
  /** A resource type and one of its properties, joined by a dot, that is not kept: what the service tells of it is not judged. */
  property: z.string().optional(),
});
export type LeftOut = z.infer<typeof LeftOut>;

/** What ministack lacks, by name, with what it answers. */
export const LEFT_OUT: readonly LeftOut[] = z.array(LeftOut).parse(entries);

/** The stacks that ministack can host, and for each other one the entry that keeps it out. */
export function hostedStacks(
  stacks: readonly StackTemplate[],
  leftOut: readonly LeftOut[] = LEFT_OUT,
): {
  readonly hosted: readonly StackTemplate[];
  readonly others: readonly { readonly stack: string; readonly because: LeftOut }[];
} {
  const others = stacks.flatMap(({ name, resources }) => {
    const because = leftOut.find(({ type }) => resources.some((resource) => resource.type === type));
    return because === undefined ? [] : [{ stack: name, because }];
  });
  const away = new Set(others.map(({ stack }) => stack));
  return { hosted: stacks.filter(({ name }) => !away.has(name)), others };
}

/**
 * The line for an entry after ministack was asked again.
 * @param answer what it answers now; null when it does what AWS does
 */
export function leftOutLine({ id, what, answer: recorded, reason, instead }: LeftOut, answer: string | null): string {
  if (answer === null) return `learnt    ${what}: ministack has it now; remove ${id} from scripts/aws/left-out.json`;
  const changed = answer.includes(recorded) ? '' : `; it used to answer ${recorded}`;
  return `left out  ${what}: ministack answers "${answer}"${changed}; ${reason}; ${instead}`;
}
