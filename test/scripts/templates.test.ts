import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parameterArguments } from '../../scripts/deploy/cdk.ts';
import { parseTemplate, providerUrlFromName, readTemplates, rewriteTemplates } from '../../scripts/templates.ts';

let assembly: string;

beforeAll(() => {
  assembly = mkdtempSync(join(tmpdir(), 'writ-templates-'));
  const Environment = { Variables: { ISSUER: { 'Fn::GetAtt': ['Pool', 'ProviderURL'] }, KEY: { Ref: 'Key' } } };
  writeFileSync(
    join(assembly, 'one.template.json'),
    JSON.stringify({
      Parameters: { MailFrom: { Type: 'String', Description: 'Our sender' } },
      Resources: {
        Pool: { Type: 'AWS::Cognito::UserPool' },
        F: { Type: 'AWS::Lambda::Function', Properties: { Environment } },
      },
    }),
  );
});

afterAll(() => rmSync(assembly, { recursive: true }));

describe('templates of an assembly', () => {
  it('are read with their parameters and resources', () => {
    const [stack] = readTemplates(assembly);
    expect(stack?.name).toBe('one');
    expect(stack?.parameters).toEqual([{ name: 'MailFrom', description: 'Our sender', hasDefault: false }]);
    expect(stack?.resources.map(({ logicalId, type }) => [logicalId, type])).toEqual([
      ['Pool', 'AWS::Cognito::UserPool'],
      ['F', 'AWS::Lambda::Function'],
    ]);
  });

  it('say which resources stay when the stack goes', () => {
    const resources = {
      Kept: { Type: 'T', DeletionPolicy: 'RetainExceptOnCreate' },
      Gone: { Type: 'T', DeletionPolicy: 'Delete' },
    };
    const { resources: read } = parseTemplate('one', JSON.stringify({ Resources: resources }));
    expect(read.map(({ logicalId, retained }) => [logicalId, retained])).toEqual([
      ['Kept', true],
      ['Gone', false],
    ]);
  });

  it('are given the values that are known, stack by stack', () => {
    const stacks = readTemplates(assembly);
    expect(parameterArguments(stacks, { MailFrom: 'a@b.example', Other: 'x' })).toEqual([
      '--parameters',
      'one:MailFrom=a@b.example',
    ]);
    expect(parameterArguments(stacks, {})).toEqual([]);
  });

  it('change in the places that are rewritten alone', () => {
    expect(rewriteTemplates(assembly, providerUrlFromName)).toBe(1);
    const changed = readTemplates(assembly)[0]?.resources[1]?.properties;
    expect(changed).toEqual({
      Environment: {
        Variables: {
          ISSUER: { 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': ['Pool', 'ProviderName'] }]] },
          KEY: { Ref: 'Key' },
        },
      },
    });
    expect(rewriteTemplates(assembly, providerUrlFromName)).toBe(0);
  });
});
