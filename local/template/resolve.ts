import { z } from 'zod';
import { allowList, UnsupportedTemplateError } from './supported-types.ts';

/** What the intrinsic functions of one stack refer to. */
export interface Scope {
  ref(id: string): unknown;
  attribute(id: string, name: string): string;
  importValue(name: string): unknown;
}

/** The marker for a property that `AWS::NoValue` takes away. */
export const noValue = Symbol('AWS::NoValue');

const Text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const SubArguments = z.tuple([z.string(), z.record(z.string(), z.unknown())]);

const intrinsics: Record<string, (argument: unknown, scope: Scope) => unknown> = {
  Ref: (argument, scope) => scope.ref(z.string().parse(argument)),
  'Fn::GetAtt': (argument, scope) => {
    const [id = '', ...name] = typeof argument === 'string' ? argument.split('.') : z.array(z.string()).parse(argument);
    return scope.attribute(id, name.join('.'));
  },
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = z.tuple([z.string(), z.unknown()]).parse(argument);
    return z.array(Text).parse(resolve(parts, scope)).join(separator);
  },
  'Fn::Sub': (argument, scope) => {
    const [text, values] = SubArguments.parse(typeof argument === 'string' ? [argument, {}] : argument);
    return text.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (name in values) return Text.parse(resolve(values[name], scope));
      const [id = '', ...attribute] = name.split('.');
      return Text.parse(attribute.length > 0 ? scope.attribute(id, attribute.join('.')) : scope.ref(id));
    });
  },
  'Fn::Select': (argument, scope) => {
    const [index, list] = z.tuple([z.coerce.number(), z.unknown()]).parse(argument);
    return z.array(z.unknown()).parse(resolve(list, scope))[index];
  },
  'Fn::Split': (argument, scope) => {
    const [separator, text] = z.tuple([z.string(), z.unknown()]).parse(argument);
    return Text.parse(resolve(text, scope)).split(separator);
  },
  'Fn::ImportValue': (argument, scope) => scope.importValue(Text.parse(resolve(argument, scope))),
};

/** Replaces every intrinsic function in a template value; throws for one that is not on the allow-list. */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((part) => resolve(part, scope)).filter((part) => part !== noValue);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first && (first[0] === 'Ref' || first[0].startsWith('Fn::'))) {
    const intrinsic = allowList.intrinsicFunctions.includes(first[0]) ? intrinsics[first[0]] : undefined;
    if (!intrinsic) {
      throw new UnsupportedTemplateError(
        `nothing on one machine resolves ${first[0]}; resolve it in local/template/resolve.ts and add it to local/template/supported-types.json`,
      );
    }
    return intrinsic(first[1], scope);
  }
  return Object.fromEntries(
    entries.map(([key, part]) => [key, resolve(part, scope)]).filter(([, part]) => part !== noValue),
  );
}
