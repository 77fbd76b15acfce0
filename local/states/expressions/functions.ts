import { createHash, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { javaRandom } from './java-random.ts';

const ALGORITHMS = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);
const Text = z.string();
const Numeric = z.number();
const List = z.array(z.unknown());

/** An error that carries a JSONata code, worded by AWS as `CODE: message`. */
export class JsonataFunctionError extends Error {
  override readonly name = 'JsonataFunctionError';
}

/** Splits an array into chunks of a size; undefined in, undefined out. */
export function partition(list: unknown, size: unknown): unknown {
  if (list === undefined || size === undefined) return undefined;
  const items = List.safeParse(list);
  const source = items.success ? items.data : [list];
  const step = Math.trunc(Numeric.parse(size));
  if (step <= 0) throw new JsonataFunctionError('The partition size must be a positive integer');
  const chunks: unknown[][] = [];
  for (let start = 0; start < source.length; start += step) chunks.push(source.slice(start, start + step));
  return chunks;
}

/** The numbers from first to last by a step, last included when the step lands on it; fractions are cut towards zero. */
export function range(first: unknown, last: unknown, step: unknown): unknown {
  if (first === undefined || last === undefined || step === undefined) return undefined;
  const from = Math.trunc(Numeric.parse(first));
  const to = Math.trunc(Numeric.parse(last));
  const by = Math.trunc(Numeric.parse(step));
  if (by === 0) throw new JsonataFunctionError('The range step must not be zero');
  const count = Math.floor((to - from) / by) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => from + index * by);
}

/** The hexadecimal digest of a text under MD5, SHA-1, SHA-256, SHA-384 or SHA-512. */
export function hash(data: unknown, algorithm: unknown): unknown {
  if (data === undefined) return undefined;
  const name = ALGORITHMS.get(algorithm === undefined ? 'SHA-256' : Text.parse(algorithm));
  if (name === undefined) throw new JsonataFunctionError(`Unsupported hash algorithm: ${String(algorithm)}`);
  return createHash(name).update(Text.parse(data), 'utf8').digest('hex');
}

/** Reads a JSON text; Step Functions has it in place of JSONata's $eval. */
export function parse(text: unknown): unknown {
  return text === undefined ? undefined : JSON.parse(Text.parse(text));
}

/** A number from 0 up to but without 1; the same for the same seed, as java.util.Random gives it on AWS. */
export function random(unseeded: () => number, seed: unknown): number {
  return seed === undefined ? unseeded() : javaRandom(Numeric.parse(seed));
}

/** A random version 4 UUID. */
export function uuid(): string {
  return randomUUID();
}
