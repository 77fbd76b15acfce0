// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Fn::Sub is written so
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type LoadedTemplate, loadTemplate } from '#local/template/template';

const directory = mkdtempSync(join(tmpdir(), 'writ-template-'));
const addresses = { api: 'http://localhost:1', aws: 'http://127.0.0.1:2', issuer: 'http://127.0.0.1:1/_local/issuer' };
let stored = 0;

afterAll(() => rmSync(directory, { recursive: true }));

function load(
  templates: Record<string, object>,
  options: { parameters?: Record<string, string>; stacks?: string[] } = {},
): LoadedTemplate {
  const folder = mkdtempSync(join(directory, `${stored++}-`));
  const artifacts = Object.keys(templates).map((name) => [
    name,
    { type: 'aws:cloudformation:stack', properties: { templateFile: `${name}.json` } },
  ]);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ artifacts: Object.fromEntries(artifacts) }));
  for (const [name, template] of Object.entries(templates))
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(template));
  return loadTemplate({ directory: folder, parameters: {}, addresses, ...options });
}

/** Resolves one value as a property of a queue in a stack with a function, a table and a pool beside it. */
function resolved(value: unknown, parameters: Record<string, string> = {}): unknown {
  const Resources = {
    Probe: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'probe', Value: value } },
    Step: {
      Type: 'AWS::Lambda::Function',
      Properties: { FunctionName: { 'Fn::Join': ['-', ['step', { Ref: 'AWS::Region' }]] } },
    },
    Cases: { Type: 'AWS::DynamoDB::GlobalTable' },
    Files: { Type: 'AWS::S3::Bucket' },
    Pool: { Type: 'AWS::Cognito::UserPool' },
    Role: { Type: 'AWS::IAM::Role' },
  };
  const Parameters = { Given: { Type: 'String' }, Defaulted: { Type: 'String', Default: 'by default' } };
  const [probe] = load({ Main: { Resources, Parameters } }, { parameters }).ofType('AWS::SQS::Queue');
  return probe?.properties['Value'];
}

describe('loadTemplate', () => {
  it.each([
    [{ Ref: 'AWS::Region' }, 'eu-central-1'],
    [{ Ref: 'AWS::StackName' }, 'Main'],
    [{ Ref: 'Step' }, 'step-eu-central-1'],
    [{ 'Fn::GetAtt': ['Step', 'Arn'] }, 'arn:aws:lambda:eu-central-1:000000000000:function:step-eu-central-1'],
    [{ 'Fn::GetAtt': 'Role.Arn' }, 'arn:aws:iam::000000000000:role/Main-Role'],
    [{ Ref: 'Cases' }, 'Main-Cases'],
    [
      { 'Fn::GetAtt': ['Cases', 'StreamArn'] },
      'arn:aws:dynamodb:eu-central-1:000000000000:table/Main-Cases/stream/local',
    ],
    [{ Ref: 'Files' }, 'main-files'],
    [{ Ref: 'Probe' }, 'http://127.0.0.1:2/sqs/000000000000/probe'],
    [{ 'Fn::GetAtt': ['Pool', 'ProviderURL'] }, 'http://127.0.0.1:1/_local/issuer'],
    [{ 'Fn::Join': ['/', ['a', { Ref: 'AWS::AccountId' }]] }, 'a/000000000000'],
    [
      { 'Fn::Sub': '${Step}:${Cases.Arn}:${!Kept}' },
      'step-eu-central-1:arn:aws:dynamodb:eu-central-1:000000000000:table/Main-Cases:${Kept}',
    ],
    [{ 'Fn::Sub': ['${A}-${AWS::Partition}', { A: { Ref: 'Step' } }] }, 'step-eu-central-1-aws'],
    [{ 'Fn::Select': ['1', { 'Fn::Split': ['-', { Ref: 'Step' }] }] }, 'eu'],
    [{ Ref: 'Given' }, 'handed in'],
    [{ Ref: 'Defaulted' }, 'by default'],
    [
      { a: [1, { Ref: 'AWS::NoValue' }], b: { Ref: 'AWS::NoValue' }, c: null },
      { a: [1], c: null },
    ],
  ])('resolves %j', (value, expected) => {
    expect(resolved(value, { Given: 'handed in' })).toEqual(expected);
  });

  it('resolves an import of another stack, whichever comes first', () => {
    const importing = {
      Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { Value: { 'Fn::ImportValue': 'Stored:Arn' } } } },
    };
    const exporting = {
      Resources: { Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'cases' } } },
      Outputs: { Out: { Value: { 'Fn::GetAtt': ['Table', 'Arn'] }, Export: { Name: 'Stored:Arn' } } },
    };
    const [queue] = load({ Early: importing, Stored: exporting }).ofType('AWS::SQS::Queue');
    expect(queue?.properties['Value']).toBe('arn:aws:dynamodb:eu-central-1:000000000000:table/cases');
  });

  it('leaves out what has no effect on one machine, and stacks that were not chosen', () => {
    const inert = { Resources: { Role: { Type: 'AWS::IAM::Role' }, Queue: { Type: 'AWS::SQS::Queue' } } };
    const other = { Resources: { Domain: { Type: 'AWS::Route53::HostedZone' } } };
    const template = load({ Main: inert, Other: other }, { stacks: ['Main'] });
    expect(template.ofType('AWS::IAM::Role', 'AWS::SQS::Queue')).toHaveLength(1);
  });

  it.each([
    ['AWS::SNS::PlatformApplication', /serves AWS::SNS::PlatformApplication; serve it in local\/services\/sns\.ts/],
    ['AWS::Lambda::Alias', /serve it in local\/functions\/service\.ts/],
    ['Custom::AutoDelete', /nothing on one machine serves Custom::AutoDelete/],
  ])('refuses a resource of type %s and says where it would be served', (Type, message) => {
    expect(() => load({ Main: { Resources: { Strange: { Type } } } })).toThrow(message);
  });

  it('refuses an intrinsic function that is not on the allow-list', () => {
    expect(() => resolved({ 'Fn::GetAZs': '' })).toThrow(/nothing on one machine resolves Fn::GetAZs/);
  });

  it('refuses a parameter without a value', () => {
    expect(() => resolved({ Ref: 'Given' })).toThrow('Main: parameter Given needs a value');
  });

  it('refuses an attribute that the type does not have', () => {
    expect(() => resolved({ 'Fn::GetAtt': ['Step', 'Colour'] })).toThrow(/Step has no attribute Colour/);
  });
});
