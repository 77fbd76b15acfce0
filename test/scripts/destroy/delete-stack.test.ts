import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deleteStack } from '../../../scripts/destroy/delete-stack.ts';
import { type AwsServer, startAwsServer, xml, xmlError } from '../../support/aws-server.ts';

let aws: AwsServer;
let status: string;
let failing: Readonly<Record<string, string>>;
const retained: string[] = [];

beforeAll(async () => {
  aws = await startAwsServer();
  aws.answer('DescribeStacks', () =>
    status === 'gone'
      ? xmlError('ValidationError', 'Stack with id writ-dev-storage does not exist')
      : xml(
          'DescribeStacks',
          `<Stacks><member><StackId>arn:stack/1</StackId><StackStatus>${status}</StackStatus></member></Stacks>`,
        ),
  );
  // As CloudFormation: what cannot be removed fails the whole, and only then may it be left behind.
  aws.answer('DeleteStack', (body) => {
    const keep = [...new URLSearchParams(body)]
      .filter(([key]) => key.startsWith('RetainResources'))
      .map(([, value]) => value);
    if (keep.length > 0 && status !== 'DELETE_FAILED') return xmlError('ValidationError', 'not DELETE_FAILED');
    retained.push(...keep);
    const left = Object.keys(failing).filter((logicalId) => !keep.includes(logicalId));
    status = left.length > 0 ? 'DELETE_FAILED' : 'gone';
    return xml('DeleteStack', '');
  });
  aws.answer('ListStackResources', () =>
    xml(
      'ListStackResources',
      `<StackResourceSummaries>${Object.entries(failing)
        .map(
          ([id, reason]) =>
            `<member><LogicalResourceId>${id}</LogicalResourceId><ResourceStatus>DELETE_FAILED</ResourceStatus><ResourceStatusReason>${reason}</ResourceStatusReason></member>`,
        )
        .join(
          '',
        )}<member><LogicalResourceId>Other</LogicalResourceId><ResourceStatus>DELETE_COMPLETE</ResourceStatus></member></StackResourceSummaries>`,
    ),
  );
});
afterAll(() => aws.close());
beforeEach(() => {
  status = 'CREATE_COMPLETE';
  failing = {};
  retained.length = 0;
});

const remove = (mayStay: readonly string[], said: string[] = []) =>
  deleteStack(aws.clients.stacks, {
    stack: 'writ-dev-storage',
    mayStay: new Set(mayStay),
    say: (line) => said.push(line),
    between: 5,
  });

describe('deleteStack', () => {
  it('waits until the stack is gone and tells each state', async () => {
    const said: string[] = [];
    expect(await remove([], said)).toEqual([]);
    expect(said).toEqual(['  writ-dev-storage: DELETE_COMPLETE']);
  });

  it('leaves behind what a lock keeps, once its removal has failed', async () => {
    failing = { Evidence: 'The bucket you tried to delete is not empty' };
    const said: string[] = [];
    expect(await remove(['Evidence'], said)).toEqual([]);
    expect(retained).toEqual(['Evidence']);
    expect(said).toContain('  writ-dev-storage: Evidence stays, a lock keeps what is in it');
  });

  it('tells what else could not be removed and leaves nothing behind', async () => {
    failing = { Evidence: 'not empty', Role: 'in use' };
    expect(await remove(['Evidence'])).toEqual([
      { logicalId: 'Evidence', reason: 'not empty' },
      { logicalId: 'Role', reason: 'in use' },
    ]);
    expect(retained).toEqual([]);
  });
});
