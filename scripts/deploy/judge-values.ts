import type { Facts } from './facts.ts';
import { type Finding, stop } from './finding.ts';
import { givenValues } from './values.ts';

/** What a value must be, as a test and in words that follow "must be". */
interface ValueRule {
  readonly fits: (value: string) => boolean;
  readonly words: string;
}

const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/i;
/** Hosts of this machine, as the checks against another AWS use them; a function on AWS reaches nothing there. */
const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1'];
/** Bytes of a secret by Standard Webhooks. */
const LEAST_SECRET = 24;
const LONGEST_SECRET = 64;

const OUTSIDE: ValueRule = {
  fits: (value) => {
    const url = URL.parse(value);
    return url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  },
  words: 'an https:// address',
};

/** The rules by parameter; any other may be whatever is not empty. */
const RULES: Readonly<Record<string, ValueRule>> = {
  PlatformUrl: OUTSIDE,
  TransparencyDatabaseUrl: OUTSIDE,
  PartnerUrl: OUTSIDE,
  OnCallUrl: OUTSIDE,
  PublicUrl: {
    fits: (value) => URL.parse(value)?.protocol === 'https:' && !/[?#]/.test(value),
    words: 'an https:// address: people come back to it after signing in, and messages link to it',
  },
  LoginPrefix: {
    fits: (value) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(value) && !/aws|amazon|cognito/.test(value),
    words: 'up to 63 small letters, digits and hyphens, without "aws", "amazon" or "cognito"',
  },
  MailDomain: { fits: (value) => HOST.test(value), words: 'a domain' },
  MailFrom: { fits: (value) => /^[^\s@<>]+@[^\s@<>]+$/.test(value), words: 'an address, without a name before it' },
  WebhookSecret: {
    fits: isWebhookSecret,
    words: `whsec_ and the Base64 of ${LEAST_SECRET} to ${LONGEST_SECRET} random bytes`,
  },
};

/** Whether the values given have the form that what uses them takes. A secret is never repeated. */
export function judgeValues(facts: Pick<Facts, 'config' | 'wishes'>): readonly Finding[] {
  return Object.entries(givenValues(facts)).flatMap(([name, value]) => {
    const rule = RULES[name];
    if (value === '' || rule === undefined || rule.fits(value)) return [];
    const given = name === 'WebhookSecret' ? '' : `, not "${value}"`;
    return [stop('parameters', `The parameter ${name} must be ${rule.words}${given}.`)];
  });
}

function isWebhookSecret(value: string): boolean {
  const [, text = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(value) ?? [];
  const bytes = Buffer.from(text, 'base64').length;
  return text.length % 4 === 0 && bytes >= LEAST_SECRET && bytes <= LONGEST_SECRET;
}
