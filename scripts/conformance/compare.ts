import { type RecordedEvent, type Recording, statusOf } from './recording.ts';
import { Redactions } from './redaction.ts';

/** Where the engine's history departs from the recorded one. */
export interface Comparison {
  readonly identical: boolean;
  readonly sameStatus: boolean;
  readonly differences: readonly string[];
}

/** Fields whose values differ by nature; their presence and, for a redacted one, its word are still compared. */
export const IGNORED_FIELDS = ['timestamp (any instant against the word "timestamp")', 'roleArn (redacted)'] as const;

const ABSENT = Symbol('absent');
/** Fields that hold a JSON text in the API and are parsed in the recordings when they hold an object. */
const JSON_FIELDS = new Set(['input', 'output', 'parameters', 'cause']);

/** Compares two histories event by event; everything counts that was not redacted in the recording. */
export function compareHistories(
  recording: Recording,
  actual: readonly Readonly<Record<string, unknown>>[],
): Comparison {
  const redactions = new Redactions();
  redactions.learn(recording.input, recordedInput(recording.history));
  const differences: string[] = [];
  const length = Math.max(recording.history.length, actual.length);
  for (let index = 0; index < length; index += 1) {
    const expected = recording.history[index];
    const event = actual[index];
    const label = `#${index + 1} ${expected?.type ?? '-'}`;
    if (expected === undefined || event === undefined) {
      differences.push(
        `${label}: recorded ${expected?.type ?? 'nothing'}, got ${String(event?.['type'] ?? 'nothing')}`,
      );
      continue;
    }
    differences.push(...compareValues(expected, event, label, redactions));
  }
  const types = actual.map((event) => ({ type: String(event['type']) }));
  const sameStatus = statusOf(recording.history) === statusOf(types);
  return { identical: differences.length === 0, sameStatus, differences };
}

function compareValues(expected: unknown, actual: unknown, path: string, redactions: Redactions): readonly string[] {
  const left = parsedObject(expected, path);
  const right = parsedObject(actual, path);
  if (path.endsWith('.timestamp') && typeof right === 'number')
    return left === 'timestamp' ? [] : [told(path, left, right)];
  if (isContainer(left) && isContainer(right) && Array.isArray(left) === Array.isArray(right)) {
    return compareContainers(left, right, path, redactions);
  }
  if (Object.is(left, right) || isEmptyCause(left, right, path) || sameJsonText(left, right, path, redactions))
    return [];
  if (typeof left === 'string' && typeof right === 'string' && redactions.matches(right, left)) return [];
  return [told(path, left, right)];
}

/** Texts of the same JSON value are the same: a recording keeps only the value of the texts that it parsed. */
function sameJsonText(left: unknown, right: unknown, path: string, redactions: Redactions): boolean {
  if (typeof left !== 'string' || typeof right !== 'string') return false;
  const values = [jsonValue(left), jsonValue(right)];
  if (values.every(isContainer)) return compareValues(values[0], values[1], `${path}()`, redactions).length === 0;
  return isJsonField(path) && typeof values[0] === 'number' && values[0] === values[1];
}

function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isJsonField(path: string): boolean {
  const [parent, key] = path.split('.').slice(-2);
  return JSON_FIELDS.has(key ?? '') || parent === 'assignedVariables';
}

function compareContainers(left: object, right: object, path: string, redactions: Redactions): readonly string[] {
  const expected = new Map<string, unknown>(Object.entries(left));
  const actual = new Map<string, unknown>(Object.entries(right));
  const keys = new Set([...expected.keys(), ...actual.keys()]);
  return [...keys].flatMap((key) =>
    compareValues(
      expected.has(key) ? expected.get(key) : ABSENT,
      actual.has(key) ? actual.get(key) : ABSENT,
      `${path}.${key}`,
      redactions,
    ),
  );
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isEmptyCause(left: unknown, right: unknown, path: string): boolean {
  return path.endsWith('.cause') && left === ABSENT && right === '';
}

function parsedObject(value: unknown, path: string): unknown {
  if (typeof value !== 'string' || !isJsonField(path)) return value;
  const parsed = jsonValue(value);
  return isContainer(parsed) ? parsed : value;
}

function recordedInput(history: readonly RecordedEvent[]): unknown {
  const details = history[0]?.['executionStartedEventDetails'];
  return isContainer(details) && 'input' in details ? details.input : undefined;
}

function told(path: string, expected: unknown, actual: unknown): string {
  return `${path}: recorded ${shown(expected)}, got ${shown(actual)}`;
}

function shown(value: unknown): string {
  return value === ABSENT ? 'nothing' : JSON.stringify(value).slice(0, 400);
}
