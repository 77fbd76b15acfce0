import { describe, expect, it } from 'vitest';
import { stageConfig } from '../../../infra/config.ts';
import type { Facts } from '../../../scripts/deploy/facts.ts';
import { preflight } from '../../../scripts/deploy/preflight.ts';
import { assembly, healthyFacts, WISHES } from '../../support/deployable.ts';

const known = <T>(value: T) => ({ known: true, value }) as const;
const unknown = { known: false, name: 'AccessDeniedException', reason: 'AccessDeniedException: not allowed' } as const;
const mail = { production: true, sending: true, enforcement: 'HEALTHY', dailyQuota: 200, sentToday: 0 };
const stack = (status: string) => {
  const { stacks } = healthyFacts();
  return stacks.known ? known(stacks.value.map((each) => ({ ...each, status }))) : stacks;
};
const ownRuleSet = assembly({ Rules: { Type: 'AWS::SES::ReceiptRuleSet', Properties: { RuleSetName: 'writ-dev' } } });
const production = stageConfig('production');

/** What preflight says of an account in which all is well but for this. */
const said = (facts: Partial<Facts>) =>
  preflight({ ...healthyFacts(), ...facts }).map(({ topic, level, sentence }) => [level, topic, sentence] as const);

describe('preflight', () => {
  it('says nothing where all is well', () => {
    expect(said({})).toEqual([]);
  });

  it.each<[string, Partial<Facts>, RegExp]>([
    [
      'stage',
      { config: null, assembly: null, wishes: { ...WISHES, stage: 'prod' } },
      /^There is no stage prod: name one of dev, staging, production/,
    ],
    ['stage', { config: stageConfig('local') }, /runs on one machine: start it with `npm start`/],
    ['credentials', { identity: unknown }, /does not accept the credentials .* sign in/],
    [
      'account',
      { config: { ...stageConfig('dev'), account: '999900001111' } },
      /belong to the account 111122223333, but the stage dev lives in 999900001111/,
    ],
    [
      'region',
      { wishes: { ...WISHES, environmentRegion: 'us-east-1' } },
      /AWS_REGION says us-east-1, but the stage dev lives in eu-central-1/,
    ],
    ['region', { config: { ...stageConfig('dev'), region: 'eu-south-2' } }, /SES receives no mail in eu-south-2/],
    [
      'bootstrap',
      { bootstrapVersion: known(null) },
      /aws:\/\/111122223333\/eu-central-1 was never bootstrapped .*`npx cdk bootstrap/,
    ],
    ['bootstrap', { bootstrapVersion: known(4) }, /is version 4, and 6 is needed/],
    [
      'stack-state',
      { stacks: stack('ROLLBACK_COMPLETE') },
      /ROLLBACK_COMPLETE: its first creation failed.*delete-stack/,
    ],
    ['stack-state', { stacks: stack('UPDATE_ROLLBACK_FAILED') }, /continue-update-rollback/],
    ['stack-state', { stacks: stack('DELETE_FAILED') }, /finish its removal with `npm run destroy`/],
    ['stack-state', { stacks: stack('UPDATE_IN_PROGRESS') }, /another operation is at work/],
    [
      'parameters',
      { wishes: { ...WISHES, values: { ...WISHES.values, MailFrm: 'x' } } },
      /MailFrm is no parameter of any stack/,
    ],
    [
      'parameters',
      { wishes: { ...WISHES, smoke: 'none', values: { ...WISHES.values, PlatformUrl: '' } } },
      /The parameter PlatformUrl is empty/,
    ],
    [
      'bundle',
      { assembly: { ...assembly(), missingBundles: ['http-jwks', 'http-evidence'] } },
      /The code of http-jwks and 1 more is not in the assembly/,
    ],
    [
      'function-quota',
      { config: production, functionConcurrency: known(10) },
      /Only 10 functions may run at once .* takes 500 requests a second/,
    ],
    [
      'workflow-quota',
      {
        config: production,
        workflowQuotas: known(new Map([['StateTransition throttle token refill rate per second', 80]])),
      },
      /allows 80 state transitions a second .* 800 is the default/,
    ],
    [
      'mail-account',
      { mail: known({ ...mail, sending: false }) },
      /SES does not send for this account \(sending is off\)/,
    ],
    [
      'mail-account',
      { mail: known({ ...mail, enforcement: 'SHUTDOWN' }) },
      /SES does not send for this account \(SHUTDOWN\)/,
    ],
    [
      'mail-sandbox',
      { config: production, mail: known({ ...mail, production: false }) },
      /keeps this account in its sandbox/,
    ],
    ['mail-quota', { mail: known({ ...mail, sentToday: 200 }) }, /All 200 mails of the last 24 hours are used up/],
    [
      'mail-identity',
      { stacks: known([]) },
      /has the identity writ\.example already and no stack of this stage made it/,
    ],
    ['mail-identity', { mailIdentity: known({ verified: false }) }, /not verified with SES/],
    ['mail-identity', { stacks: known([]), mailIdentity: known(null) }, /not verified with SES/],
    [
      'mail-identity',
      { wishes: { ...WISHES, values: { ...WISHES.values, MailFrom: 'legal@other.example' } } },
      /not an address of MailDomain/,
    ],
    [
      'mail-rule-set',
      { assembly: ownRuleSet, activeRuleSet: known('theirs') },
      /theirs takes this account's mail .* writ-dev would displace it: give --take-over-mail/,
    ],
    [
      'mail-rule-set',
      { assembly: ownRuleSet, activeRuleSet: unknown },
      /Which receipt rule set is active could not be asked/,
    ],
    [
      'smoke-test',
      { wishes: { ...WISHES, smokeItem: undefined } },
      /has no item to complain of: name one .* --smoke-item/,
    ],
    ['smoke-test', { wishes: { ...WISHES, smokeItem: 'https://platform.example.evil/x' } }, /is not below PlatformUrl/],
  ])('stops over %s, with what to do about it', (topic, facts, sentence) => {
    const stops = said(facts).filter(([level]) => level === 'stop');
    expect(stops).toEqual([['stop', topic, expect.stringMatching(sentence)]]);
  });

  it('stops over each parameter that has no value, by its name and meaning', () => {
    const found = said({ wishes: { ...WISHES, values: { MailDomain: 'writ.example' } } });
    expect(found.map(([, , sentence]) => sentence)).toEqual([
      expect.stringMatching(/^The parameter PlatformUrl \(The PlatformUrl\) has no value/),
      expect.stringMatching(/^The parameter MailFrom \(The MailFrom\) has no value/),
    ]);
  });

  it('takes the values that the stage and the deployed stacks have', () => {
    const deployed = healthyFacts().stacks;
    if (!deployed.known) throw new Error('the stacks are known');
    const stacks = known(deployed.value.map((each) => ({ ...each, parameters: { PlatformUrl: '****' } })));
    const config = {
      ...stageConfig('dev'),
      parameters: { MailDomain: 'writ.example', MailFrom: 'legal@writ.example' },
    };
    expect(said({ stacks, config, wishes: { ...WISHES, values: {}, smoke: 'none' } })).toEqual([]);
  });

  it.each<[string, Partial<Facts>, RegExp]>([
    ['a sandbox outside production', { mail: known({ ...mail, production: false }) }, /sandbox/],
    ['few functions outside production', { functionConcurrency: known(10) }, /Only 10 functions/],
    ['a rule set that stays', { activeRuleSet: known('theirs') }, /is left alone/],
    [
      'a rule set that is displaced on purpose',
      { assembly: ownRuleSet, activeRuleSet: known('theirs'), wishes: { ...WISHES, takeOverMail: true } },
      /will be displaced by writ-dev/,
    ],
    [
      'an unverified domain without a smoke test',
      { mailIdentity: known({ verified: false }), wishes: { ...WISHES, smoke: 'none' } },
      /publish the DKIM records/,
    ],
    [
      'quotas that it may not see',
      { workflowQuotas: unknown },
      /could not be asked \(AccessDeniedException: not allowed\): look them up/,
    ],
    ['functions it may not count', { functionConcurrency: unknown }, /could not be asked/],
    ['a mail account that it may not see', { mail: unknown }, /could not be asked/],
    ['an identity that it may not see', { mailIdentity: unknown }, /could not be asked/],
    ['stacks that it may not see', { stacks: unknown }, /CloudFormation could not be asked/],
    ['a bootstrap that it may not see', { bootstrapVersion: unknown }, /could not be asked/],
  ])('only notes %s', (_, facts, sentence) => {
    const found = said(facts);
    expect(found.filter(([level]) => level === 'stop')).toEqual([]);
    expect(found.map(([, , text]) => text)).toContainEqual(expect.stringMatching(sentence));
  });

  it('goes on where its own rule set is active already', () => {
    expect(said({ assembly: ownRuleSet, activeRuleSet: known('writ-dev') })).toEqual([]);
  });

  it('goes on with the change set that an interrupted first deployment left', () => {
    expect(
      said({
        stacks: stack('REVIEW_IN_PROGRESS'),
        mailIdentity: known(null),
        wishes: { ...WISHES, smoke: 'none' },
      }).filter(([level]) => level === 'stop'),
    ).toEqual([]);
  });

  it('tells all together, what stops it first', () => {
    const found = said({
      bootstrapVersion: known(null),
      functionConcurrency: known(10),
      wishes: { ...WISHES, values: {}, smokeItem: undefined },
    });
    expect(found.map(([level]) => level)).toEqual(['stop', 'stop', 'stop', 'stop', 'stop', 'note']);
  });

  it('without credentials tells what can be judged here, and of the rest only why', () => {
    const failing = {
      bootstrapVersion: unknown,
      stacks: unknown,
      functionConcurrency: unknown,
      workflowQuotas: unknown,
    };
    const found = said({
      ...failing,
      identity: unknown,
      mail: unknown,
      mailIdentity: unknown,
      activeRuleSet: unknown,
      wishes: { ...WISHES, smokeItem: undefined },
    });
    expect(found.map(([, topic]) => topic)).toEqual(['smoke-test', 'credentials']);
  });
});
