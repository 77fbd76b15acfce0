import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stageConfig } from '../../../infra/config.ts';
import { runDestroy } from '../../../scripts/destroy/run-destroy.ts';
import { type AwsServer, jsonError, startAwsServer, xml, xmlError } from '../../support/aws-server.ts';

const TEMPLATE = JSON.stringify({
  Resources: {
    TablesCases1: { Type: 'AWS::DynamoDB::GlobalTable', DeletionPolicy: 'Retain' },
    Evidence: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Delete' },
    WrappingKey: { Type: 'AWS::KMS::Key', DeletionPolicy: 'Delete' },
    Logs: { Type: 'AWS::Logs::LogGroup', DeletionPolicy: 'Delete' },
    Pool: { Type: 'AWS::Cognito::UserPool', DeletionPolicy: 'Retain' },
  },
}).replaceAll('"', '&quot;');
const IDS = { TablesCases1: 'cases', Evidence: 'evidence', WrappingKey: 'k-1', Logs: 'logs-1', Pool: 'pool-1' };

let aws: AwsServer;
let gone: boolean;
beforeAll(async () => {
  aws = await startAwsServer();
});
afterAll(() => aws.close());

beforeEach(() => {
  gone = false;
  aws.answer('DescribeStacks', () =>
    gone
      ? xmlError('ValidationError', 'Stack does not exist')
      : xml(
          'DescribeStacks',
          '<Stacks><member><StackId>arn:1</StackId><StackStatus>CREATE_COMPLETE</StackStatus></member></Stacks>',
        ),
  );
  aws.answer('GetTemplate', xml('GetTemplate', `<TemplateBody>${TEMPLATE}</TemplateBody>`));
  const members = Object.entries(IDS).map(
    ([logicalId, id]) =>
      `<member><LogicalResourceId>${logicalId}</LogicalResourceId><PhysicalResourceId>${id}</PhysicalResourceId></member>`,
  );
  aws.answer(
    'ListStackResources',
    xml('ListStackResources', `<StackResourceSummaries>${members.join('')}</StackResourceSummaries>`),
  );
  aws.answer('DescribeTable', { body: { Table: { ItemCount: 42 } } });
  aws.answer('GET /evidence/?versions=', {
    body: '<ListVersionsResult><IsTruncated>false</IsTruncated></ListVersionsResult>',
  });
  aws.answer('DescribeKey', () => ({
    body: {
      KeyMetadata: {
        KeyId: 'k-1',
        Description: 'Wraps',
        KeyUsage: 'ENCRYPT_DECRYPT',
        ...(gone && { DeletionDate: 1_800_000_000 }),
      },
    },
  }));
  aws.answer('Query', { body: { Count: 0 } });
  aws.answer('DeleteStack', () => {
    gone = true;
    return xml('DeleteStack', '');
  });
});

/** Runs it with an answer on the keyboard. */
async function destroy(args: {
  readonly yes?: boolean;
  readonly open?: boolean;
  readonly check?: boolean;
  readonly stage?: 'dev' | 'production';
  readonly typed?: string;
}) {
  const lines: string[] = [];
  const status = await runDestroy({
    options: {
      stage: args.stage ?? 'dev',
      yes: args.yes ?? false,
      'with-open-cases': args.open ?? false,
      check: args.check ?? false,
    },
    config: stageConfig(args.stage ?? 'dev'),
    stackNames: ['writ-dev-storage'],
    clients: aws.clients,
    dialogue: { input: Readable.from([args.typed ?? '']), say: (line) => lines.push(line) },
  });
  return { status, text: lines.join('\n') };
}

describe('destroy', () => {
  it('lists what goes and what stays before it asks, and changes nothing without an answer', async () => {
    const { status, text } = await destroy({});
    expect(status).toBe(4);
    for (const sentence of [
      /1 stacks with 5 resources would go/,
      /stays {3}the table cases with about 42 rows/,
      /ends {4}the key k-1/,
      /go {6}1 log groups/,
      /stays {3}the user pool/,
    ])
      expect(text).toMatch(sentence);
    expect(gone).toBe(false);
  });

  it('refuses while cases are open, unless that is meant', async () => {
    aws.answer('Query', { body: { Count: 2 } });
    const refused = await destroy({ yes: true });
    expect(refused.status).toBe(3);
    expect(refused.text).toMatch(/16 cases are open, and their deadlines go on/);
    expect(gone).toBe(false);
    expect((await destroy({ yes: true, open: true })).status).toBe(0);
  });

  it('refuses when nobody can tell whether cases are open', async () => {
    aws.answer('Query', jsonError('AccessDeniedException', 'no'));
    expect(await destroy({ yes: true })).toMatchObject({
      status: 3,
      text: expect.stringMatching(/could not be asked/),
    });
    expect(gone).toBe(false);
  });

  it('says afterwards what is left, until when and how to remove it', async () => {
    const { status, text } = await destroy({ yes: true });
    expect(status).toBe(0);
    const after = text.split('What is left')[1] ?? '';
    expect(after).toMatch(/The table cases: .*delete-table/);
    expect(after).toMatch(/The key k-1 \(Wraps\) ends 2027-01-15/);
    expect(after).not.toMatch(/evidence|log groups/);
  });

  it('wants the name of production typed, whatever was agreed to', async () => {
    expect((await destroy({ stage: 'production', yes: true, typed: 'yes\n' })).status).toBe(4);
    expect(gone).toBe(false);
    expect((await destroy({ stage: 'production', yes: true, typed: 'production\n' })).status).toBe(0);
  });

  it('stops after the list when only that is asked for', async () => {
    expect((await destroy({ check: true })).status).toBe(0);
    expect(gone).toBe(false);
  });

  it('has nothing to do where nothing is deployed', async () => {
    gone = true;
    expect(await destroy({ yes: true })).toEqual({
      status: 0,
      text: 'Nothing of the stage dev is deployed in eu-central-1.',
    });
  });
});
