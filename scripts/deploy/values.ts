import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { UsageError } from './command-line.ts';
import type { Facts } from './facts.ts';

/** Reads values of parameters from a JSON file, `{"PlatformUrl": "https://…"}`. @throws UsageError in a sentence */
export function readValues(path: string): Readonly<Record<string, string>> {
  const read = Values.safeParse(parsedJson(path));
  if (read.success) return read.data;
  const [name] = read.error.issues[0]?.path ?? [];
  throw new UsageError(
    name === undefined
      ? `${path} is not a JSON object of texts by the name of their parameter.`
      : `In ${path} the value of ${String(name)} must be a text, in quotation marks.`,
  );
}

const Values = z.record(z.string(), z.string());

function parsedJson(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`The file ${path} is no JSON.`, { cause });
  }
}

function readText(path: string): string {
  if (!existsSync(path)) {
    throw new UsageError(`There is no file ${path}: docs/parameters.md shows what it has to hold.`);
  }
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UsageError(`The file ${path} cannot be read.`, { cause });
  }
}

/** The values that the next deployment is given: those of the stage, and before them those of the file. */
export function givenValues({ config, wishes }: Pick<Facts, 'config' | 'wishes'>): Readonly<Record<string, string>> {
  return { ...config?.parameters, ...wishes.values };
}

/** The value a parameter will have: as given, or as a deployed stack has it. */
export function knownValue(facts: Pick<Facts, 'config' | 'wishes' | 'stacks'>, name: string): string | undefined {
  const given = givenValues(facts)[name];
  if (given !== undefined || !facts.stacks.known) return given;
  return facts.stacks.value.map(({ parameters }) => parameters[name]).find((value) => value !== undefined);
}
