import { randomBytes } from 'node:crypto';
import jsonata from 'jsonata';
import { hash, parse, partition, random, range, uuid } from './functions.ts';

const compiled = new Map<string, jsonata.Expression>();

/** Whether a string of a definition is an expression: it begins with `{%` and ends with `%}`. */
export function isExpression(text: string): boolean {
  return text.startsWith('{%') && text.endsWith('%}') && text.length >= 4;
}

/** The expression inside its delimiters, trimmed. */
export function expressionOf(text: string): string {
  return text.slice(2, -2).trim();
}

/** The compiled expression, made once for each text. Throws JSONata's own error for a text that is none. */
export function compile(source: string): jsonata.Expression {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const expression = jsonata(source);
  expression.registerFunction('partition', partition);
  expression.registerFunction('range', range);
  expression.registerFunction('hash', hash);
  expression.registerFunction('parse', parse);
  expression.registerFunction('random', (seed?: unknown) => random(unseeded, seed));
  expression.registerFunction('uuid', uuid);
  expression.assign('eval', undefined);
  compiled.set(source, expression);
  return expression;
}

function unseeded(): number {
  return randomBytes(6).readUIntBE(0, 6) / 2 ** 48;
}
