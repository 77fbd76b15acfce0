/** Thrown when a value has no canonical JSON: not a number, unsafe integer, lone surrogate, function, cycle. */
export class NotCanonicalError extends Error {
  override readonly name = 'NotCanonicalError';
}

const DEEPEST = 200;

/**
 * The one JSON text of a value, after RFC 8785: members sorted by UTF-16 code units, no white space, numbers as
 * ECMAScript writes them. Members that are undefined are left out. Throws NotCanonicalError for what JSON cannot hold
 * or what another program would read as something else (integers over 2^53, lone surrogates).
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (depth > DEEPEST) throw new NotCanonicalError('nested too deep, or a cycle');
  switch (typeof value) {
    case 'string':
      return writeString(value);
    case 'number':
      return writeNumber(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return writeObject(value, depth);
    default:
      throw new NotCanonicalError(`a value of type ${typeof value}`);
  }
}

function writeString(value: string): string {
  if (!value.isWellFormed()) throw new NotCanonicalError('a string with half a character');
  return JSON.stringify(value);
}

function writeNumber(value: number): string {
  const unsafe = Number.isInteger(value) && !Number.isSafeInteger(value);
  if (unsafe || !Number.isFinite(value)) throw new NotCanonicalError(`the number ${value}`);
  return JSON.stringify(value);
}

function writeObject(value: object | null, depth: number): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map((entry) => write(entry, depth + 1)).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${writeString(name)}:${write(member, depth + 1)}`);
  return `{${members.join(',')}}`;
}
