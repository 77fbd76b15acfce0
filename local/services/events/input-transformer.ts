import * as z from 'zod';

/** What a target is given in place of the event: a JSON text with places, and where each place's value lies. */
export const InputTransformer = z.looseObject({
  InputPathsMap: z.record(z.string(), z.string()).default({}),
  InputTemplate: z.string(),
});
export type InputTransformer = z.infer<typeof InputTransformer>;

const Members = z.record(z.string(), z.unknown());

/** Thrown when an event does not have what a template names: on AWS its target would be called with broken input. */
export class TransformError extends Error {
  override readonly name = 'TransformError';
}

/** The input of a target whose rule transforms it; places stand for whole JSON values and paths are member names. */
export function transformed({ InputPathsMap, InputTemplate }: InputTransformer, event: unknown): unknown {
  const text = InputTemplate.replace(/<([\w.-]+)>/g, (_, place: string) => {
    const value = valueAt(InputPathsMap[place] ?? place, event);
    if (value === undefined) throw new TransformError(`The event holds nothing for <${place}>.`);
    return JSON.stringify(value);
  });
  return JSON.parse(text);
}

function valueAt(path: string, event: unknown): unknown {
  const names = path.split('.').slice(1);
  return names.reduce((value, name) => Members.safeParse(value).data?.[name], event);
}
