import { describe, expect, it } from 'vitest';
import { judgeValues } from '../../../scripts/deploy/judge-values.ts';
import { preflight } from '../../../scripts/deploy/preflight.ts';
import { healthyFacts, WISHES } from '../../support/deployable.ts';

/** What preflight says of one value. */
function said(name: string, value: string): readonly string[] {
  const wishes = { ...WISHES, values: { [name]: value } };
  return judgeValues({ config: null, wishes }).map(({ sentence }) => sentence);
}

const secret = (bytes: number): string => `whsec_${Buffer.alloc(bytes, 7).toString('base64')}`;

describe('a value of a parameter', () => {
  it.each([
    ['PublicUrl', 'ftp://x'],
    ['PublicUrl', 'http://legal.example'],
    ['PublicUrl', 'http://localhost:4400'],
    ['PublicUrl', 'https://legal.example/?a=1'],
    ['PublicUrl', 'legal.example'],
    ['PlatformUrl', 'http://platform.example'],
    ['OnCallUrl', 'ftp://calls.example'],
    ['PartnerUrl', 'label.example'],
    ['TransparencyDatabaseUrl', 'http://database.example'],
    ['LoginPrefix', 'Writ'],
    ['LoginPrefix', 'writ-'],
    ['LoginPrefix', 'writ.example'],
    ['LoginPrefix', 'writ-aws'],
    ['MailDomain', 'https://writ.example'],
    ['MailFrom', 'Legal <legal@writ.example>'],
  ])('is refused in a sentence that repeats it: %s %s', (name, value) => {
    expect(said(name, value)).toEqual([expect.stringMatching(`^The parameter ${name} must be .*not "`)]);
    expect(said(name, value)[0]).toContain(value);
  });

  it.each([[secret(23)], [secret(65)], ['whsec_not Base64'], ['d3JpdA==']])(
    'is never repeated where it is a secret: %s',
    (value) => {
      const [sentence = ''] = said('WebhookSecret', value);
      expect(sentence).toMatch(
        /^The parameter WebhookSecret must be whsec_ and the Base64 of 24 to 64 random bytes\.$/,
      );
      expect(sentence).not.toContain(value);
    },
  );

  it.each([
    ['PublicUrl', 'https://legal.example'],
    ['PublicUrl', 'https://legal.example/writ/'],
    ['PlatformUrl', 'https://platform.example/'],
    ['PlatformUrl', 'http://127.0.0.1:4400/_local/platform'],
    ['LoginPrefix', 'writ-example-1'],
    ['MailDomain', 'mail.writ.example'],
    ['MailFrom', 'legal@writ.example'],
    ['WebhookSecret', secret(24)],
    ['WebhookSecret', secret(64)],
    ['PlatformName', 'Anything, really'],
  ])('is taken: %s %s', (name, value) => {
    expect(said(name, value)).toEqual([]);
  });

  it('stops the deployment', () => {
    const wishes = { ...WISHES, smoke: 'none', values: { ...WISHES.values, PlatformUrl: 'ftp://x' } } as const;
    expect(preflight({ ...healthyFacts(), wishes })).toEqual([
      {
        topic: 'parameters',
        level: 'stop',
        sentence: 'The parameter PlatformUrl must be an https:// address, not "ftp://x".',
      },
    ]);
  });
});
