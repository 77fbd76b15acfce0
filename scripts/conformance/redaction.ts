const VOCABULARY = new Set(
  (
    'account activity amz amzn arn body bucket bus content date dynamodb end entered event events exec execution ' +
    'extended fn func function handle id iteration key lambda length machine map md5 message name partition queue ' +
    'receipt region request resource role run s3 sfn snf sns sqs start started state states stop string table task ' +
    'time timestamp token topic trace uid url uuid value x'
  ).split(' '),
);
const ARN = /^arn:[^:]*:[a-z0-9-]+:[^:]*:[^:]*:.+$/;
const REDACTABLE = [
  ARN,
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/,
  /^[a-z]{2}-[a-z]+-\d$/,
  /uid/,
  /^https?:\/\//,
  /^[A-Za-z0-9+/=]{40,}$/,
];

/**
 * The redactions that the recordings underwent: names, ARNs, ids and dates stand there as words such as `<region>` or
 * `lambda_function_name`. One value always has the same word, so a second word for it is a difference.
 */
export class Redactions {
  private readonly words = new Map<string, string>();

  /** Learns the words of a recording's input by laying the input as it was beside the recorded one. */
  learn(actual: unknown, recorded: unknown): void {
    if (typeof actual === 'string' && typeof recorded === 'string') {
      if (actual !== recorded && isPlaceholder(recorded)) this.words.set(actual, recorded);
      return;
    }
    if (actual === null || recorded === null || typeof actual !== 'object' || typeof recorded !== 'object') return;
    const other = new Map(Object.entries(recorded));
    for (const [key, value] of Object.entries(actual)) this.learn(value, other.get(key));
  }

  /** Whether a recorded text is the redacted form of a text. */
  matches(actual: string, recorded: string): boolean {
    const word = this.words.get(actual);
    if (word !== undefined) return word === recorded;
    if (!fits(actual, recorded)) return false;
    this.words.set(actual, recorded);
    return true;
  }
}

function fits(actual: string, recorded: string): boolean {
  if (ARN.test(actual) && ARN.test(recorded)) return sameArn(actual, recorded);
  return isPlaceholder(recorded) && REDACTABLE.some((form) => form.test(actual));
}

function sameArn(actual: string, recorded: string): boolean {
  const left = actual.split(':');
  const right = recorded.split(':');
  if (left.length !== right.length) return false;
  return left.every((part, index) => part === right[index] || placeholderPart(index, right[index] ?? ''));
}

function placeholderPart(index: number, part: string): boolean {
  if (index === 1) return part === '<partition>';
  if (index === 3) return part === '<region>';
  if (index === 4) return /^1{12}$/.test(part);
  return index > 5 && isPlaceholder(part);
}

function isPlaceholder(text: string): boolean {
  if (/^<[a-z0-9_:. -]+>$/.test(text)) return true;
  const parts = text.toLowerCase().split(/[-_:.]/);
  return (
    parts.every((part) => VOCABULARY.has(part) || /^\d+$/.test(part)) && parts.some((part) => VOCABULARY.has(part))
  );
}
