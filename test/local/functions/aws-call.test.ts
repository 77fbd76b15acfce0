import { describe, expect, it } from 'vitest';
import { type AwsRequest, callsOf } from '#local/functions/aws-call';

function request(service: string, more: Partial<AwsRequest> & { readonly target?: string } = {}): AwsRequest {
  const { target, ...rest } = more;
  const authorization = `AWS4-HMAC-SHA256 Credential=local/20261125/eu-central-1/${service}/aws4_request, Signature=x`;
  return { method: 'POST', path: '/', body: '', headers: { authorization, 'x-amz-target': target }, ...rest };
}

const table = (name: string): string => `arn:aws:dynamodb:eu-central-1:000000000000:table/${name}`;

describe('callsOf', () => {
  it.each<[string, AwsRequest, readonly (readonly [string, string | null])[]]>([
    [
      'each write of a transaction',
      request('dynamodb', {
        target: 'DynamoDB_20120810.TransactWriteItems',
        body: JSON.stringify({ TransactItems: [{ Put: { TableName: 'a' } }, { Delete: { TableName: 'b' } }] }),
      }),
      [
        ['dynamodb:PutItem', table('a')],
        ['dynamodb:DeleteItem', table('b')],
      ],
    ],
    [
      'a query of an index',
      request('dynamodb', {
        target: 'DynamoDB_20120810.Query',
        body: JSON.stringify({ TableName: 'a', IndexName: 'by-due' }),
      }),
      [['dynamodb:Query', `${table('a')}/index/by-due`]],
    ],
    [
      'a batch by its tables',
      request('dynamodb', {
        target: 'DynamoDB_20120810.BatchGetItem',
        body: JSON.stringify({ RequestItems: { a: {}, b: {} } }),
      }),
      [
        ['dynamodb:BatchGetItem', table('a')],
        ['dynamodb:BatchGetItem', table('b')],
      ],
    ],
    [
      'an object under a name that stands for all',
      request('s3', { method: 'GET', path: '/s3/bucket/case-1/items?x-id=GetObject' }),
      [['s3:GetObject', 'arn:aws:s3:::bucket/any']],
    ],
    [
      'the removal of several versions',
      request('s3', { method: 'POST', path: '/s3/bucket?delete', body: '<Delete><Object><VersionId>1</VersionId>' }),
      [['s3:DeleteObjectVersion', 'arn:aws:s3:::bucket/any']],
    ],
    [
      'a version of an object to be removed',
      request('s3', { method: 'DELETE', path: '/s3/bucket/key?versionId=1' }),
      [['s3:DeleteObjectVersion', 'arn:aws:s3:::bucket/any']],
    ],
    [
      'the list of a bucket',
      request('s3', { method: 'GET', path: '/s3/bucket?list-type=2' }),
      [['s3:ListBucket', 'arn:aws:s3:::bucket']],
    ],
    [
      'a mail by its identity and configuration set',
      request('ses', { body: 'Action=SendRawEmail&Source=Writ+%3Clegal%40writ.example%3E&ConfigurationSetName=set' }),
      [
        ['ses:SendRawEmail', 'arn:aws:ses:eu-central-1:000000000000:identity/writ.example'],
        ['ses:SendRawEmail', 'arn:aws:ses:eu-central-1:000000000000:configuration-set/set'],
      ],
    ],
    [
      'a schedule with the role that is passed on',
      request('scheduler', { body: JSON.stringify({ GroupName: 'g', Target: { RoleArn: 'role' } }) }),
      [
        ['scheduler:CreateSchedule', 'arn:aws:scheduler:eu-central-1:000000000000:schedule/g/any'],
        ['iam:PassRole', 'role'],
      ],
    ],
    [
      'a decryption, which does not say its key',
      request('kms', { target: 'TrentService.Decrypt', body: '{}' }),
      [['kms:Decrypt', null]],
    ],
    ['nothing of another service', request('execute-api'), []],
  ])('reads %s', (_, sent, calls) => {
    expect(callsOf(sent).map(({ action, resource }) => [action, resource])).toEqual(calls);
  });

  it('reads nothing of a request without a signature', () => {
    expect(callsOf({ method: 'GET', path: '/', headers: {}, body: '' })).toEqual([]);
  });
});
