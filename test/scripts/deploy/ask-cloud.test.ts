import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askCloud } from '../../../scripts/deploy/ask-cloud.ts';
import type { Facts } from '../../../scripts/deploy/facts.ts';
import { preflight } from '../../../scripts/deploy/preflight.ts';
import { type AwsReply, type AwsServer, jsonError, startAwsServer, xml, xmlError } from '../../support/aws-server.ts';
import { assembly, healthyFacts } from '../../support/deployable.ts';

let aws: AwsServer;
beforeAll(async () => {
  aws = await startAwsServer();
});
afterAll(() => aws.close());

const IDENTITY = '<Account>111122223333</Account><Arn>arn:aws:iam::111122223333:user/ada</Arn>';
const STACK = (status: string) =>
  xml(
    'DescribeStacks',
    `<Stacks><member><StackName>writ-dev-api</StackName><StackStatus>${status}</StackStatus><Parameters><member><ParameterKey>PlatformUrl</ParameterKey><ParameterValue>https://platform.example</ParameterValue></member></Parameters></member></Stacks>`,
  );
const RESOURCE =
  '<member><LogicalResourceId>Domain</LogicalResourceId><PhysicalResourceId>writ.example</PhysicalResourceId><ResourceType>AWS::SES::EmailIdentity</ResourceType><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>';
const ACCOUNT = {
  ProductionAccessEnabled: true,
  SendingEnabled: true,
  EnforcementStatus: 'HEALTHY',
  SendQuota: { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 3 },
};
const CONCURRENCY = 'GET /2016-08-19/account-settings';
const MAIL = 'GET /v2/email/account';
const DOMAIN = 'GET /v2/email/identities/writ.example';

/** An account in which all is well. */
const HEALTHY: Readonly<Record<string, AwsReply>> = {
  GetCallerIdentity: xml('GetCallerIdentity', IDENTITY),
  GetParameter: { body: { Parameter: { Value: '28' } } },
  DescribeStacks: STACK('UPDATE_COMPLETE'),
  GetTemplate: xml('GetTemplate', '<TemplateBody>{"Resources":{}}</TemplateBody>'),
  ListStackResources: xml('ListStackResources', `<StackResourceSummaries>${RESOURCE}</StackResourceSummaries>`),
  [CONCURRENCY]: { body: { AccountLimit: { ConcurrentExecutions: 1_000 } } },
  ListServiceQuotas: {
    body: { Quotas: [{ QuotaName: 'StateTransition throttle token refill rate per second', Value: 800 }] },
  },
  [MAIL]: { body: ACCOUNT },
  [DOMAIN]: { body: { VerifiedForSendingStatus: true } },
  DescribeActiveReceiptRuleSet: xml('DescribeActiveReceiptRuleSet', ''),
};

beforeEach(() => {
  for (const [operation, reply] of Object.entries(HEALTHY)) aws.answer(operation, reply);
});

/** What preflight says of the account as the server tells it. */
async function said(more: Partial<Facts> = {}): Promise<readonly string[]> {
  const cloud = await askCloud(aws.clients, { stackNames: ['writ-dev-api'], mailDomain: () => 'writ.example' });
  return preflight({ ...healthyFacts(), ...more, ...cloud }).map(({ level, sentence }) => `${level} ${sentence}`);
}

describe('what preflight asks of AWS', () => {
  it('is answered by an account in which all is well', async () => {
    expect(await said()).toEqual([]);
    const { stacks } = await askCloud(aws.clients, { stackNames: ['writ-dev-api'], mailDomain: () => undefined });
    expect(stacks).toMatchObject({ known: true, value: [{ parameters: { PlatformUrl: 'https://platform.example' } }] });
  });

  it.each<[string, string, AwsReply, RegExp]>([
    [
      'credentials that have expired',
      'GetCallerIdentity',
      xmlError('ExpiredToken', 'The security token included in the request is expired', 403),
      /^stop AWS does not accept the credentials \(ExpiredToken/,
    ],
    [
      'an account without the bootstrap',
      'GetParameter',
      jsonError('ParameterNotFound', 'no'),
      /^stop .* was never bootstrapped/,
    ],
    ['an old bootstrap', 'GetParameter', { body: { Parameter: { Value: '5' } } }, /^stop .* is version 5/],
    [
      'a stack whose creation failed',
      'DescribeStacks',
      STACK('ROLLBACK_COMPLETE'),
      /^stop .*writ-dev-api is ROLLBACK_COMPLETE/,
    ],
    [
      'a new account with few functions at once',
      CONCURRENCY,
      { body: { AccountLimit: { ConcurrentExecutions: 10 } } },
      /^note Only 10 functions/,
    ],
    [
      'reduced state transitions',
      'ListServiceQuotas',
      { body: { Quotas: [{ QuotaName: 'StateTransition throttle token refill rate per second', Value: 100 }] } },
      /^note Step Functions allows 100 state transitions/,
    ],
    [
      'quotas it may not see',
      'ListServiceQuotas',
      jsonError('AccessDeniedException', 'not authorized'),
      /^note The quotas .* \(AccessDeniedException: not authorized\)/,
    ],
    [
      'the sandbox',
      MAIL,
      { body: { ...ACCOUNT, ProductionAccessEnabled: false } },
      /^note SES keeps this account in its sandbox/,
    ],
    ['an account that may not send', MAIL, { body: { ...ACCOUNT, SendingEnabled: false } }, /^stop SES does not send/],
    [
      'a used up send quota',
      MAIL,
      { body: { ...ACCOUNT, SendQuota: { Max24HourSend: 200, SentLast24Hours: 200 } } },
      /^stop All 200 mails/,
    ],
    [
      'a domain that is not verified',
      DOMAIN,
      { body: { VerifiedForSendingStatus: false } },
      /^stop The domain writ\.example is not verified/,
    ],
    [
      'a domain that is not there',
      DOMAIN,
      { ...jsonError('NotFoundException', 'no such identity', 404) },
      /^stop The domain writ\.example is not verified/,
    ],
    [
      'somebody else’s domain',
      'ListStackResources',
      xml('ListStackResources', '<StackResourceSummaries/>'),
      /^stop SES has the identity writ\.example already/,
    ],
    [
      'somebody else’s rule set',
      'DescribeActiveReceiptRuleSet',
      xml('DescribeActiveReceiptRuleSet', '<Metadata><Name>theirs</Name></Metadata>'),
      /^note The receipt rule set theirs .* is left alone/,
    ],
  ])('finds %s', async (_, operation, reply, sentence) => {
    aws.answer(operation, reply);
    expect(await said()).toEqual([expect.stringMatching(sentence)]);
  });

  it('finds that another rule set would be displaced', async () => {
    aws.answer(
      'DescribeActiveReceiptRuleSet',
      xml('DescribeActiveReceiptRuleSet', '<Metadata><Name>theirs</Name></Metadata>'),
    );
    const own = { Rules: { Type: 'AWS::SES::ReceiptRuleSet', Properties: { RuleSetName: 'writ-dev' } } };
    expect(await said({ assembly: assembly(own) })).toEqual([expect.stringMatching(/^stop .*give --take-over-mail/)]);
  });

  it('is answered over all pages of the resources of a stack', async () => {
    aws.answer('ListStackResources', (body) => {
      const more = new URLSearchParams(body).get('NextToken') === null;
      const member = `<member><LogicalResourceId>${more ? 'First' : 'Last'}</LogicalResourceId><PhysicalResourceId>id</PhysicalResourceId></member>`;
      const next = more ? '<NextToken>2</NextToken>' : '';
      return xml('ListStackResources', `<StackResourceSummaries>${member}</StackResourceSummaries>${next}`);
    });
    const { stacks } = await askCloud(aws.clients, { stackNames: ['writ-dev-api'], mailDomain: () => undefined });
    const ids = new Map([
      ['First', 'id'],
      ['Last', 'id'],
    ]);
    expect(stacks).toMatchObject({ known: true, value: [{ physicalIds: ids }] });
  });

  it('takes stacks that are not there for a first deployment', async () => {
    aws.answer('DescribeStacks', xmlError('ValidationError', 'Stack with id writ-dev-api does not exist'));
    aws.answer(DOMAIN, jsonError('NotFoundException', 'no such identity', 404));
    const { stacks, mailIdentity } = await askCloud(aws.clients, {
      stackNames: ['writ-dev-api'],
      mailDomain: () => 'writ.example',
    });
    expect(stacks).toEqual({ known: true, value: [] });
    expect(mailIdentity).toEqual({ known: true, value: null });
  });
});
