import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parameterArguments } from '../../../scripts/aws/cdk.ts';
import { providerUrlFromName, readTemplates, rewriteTemplates } from '../../../scripts/aws/templates.ts';

let assembly: string;

beforeAll(() => {
  assembly = mkdtempSync(join(tmpdir(), 'writ-templates-'));
  const Environment = { Variables: { ISSUER: { 'Fn::GetAtt': ['Pool', 'ProviderURL'] }, KEY: { Ref: 'Key' } } };
  writeFileSync(
    join(assembly, 'one.template.json'),
    JSON.stringify({
      Parameters: { MailFrom: { Type: 'String' } },
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
    expect([stack?.name, stack?.parameters]).toEqual(['one', ['MailFrom']]);
    expect(stack?.resources.map(({ logicalId, type }) => [logicalId, type])).toEqual([
      ['Pool', 'AWS::Cognito::UserPool'],
      ['F', 'AWS::Lambda::Function'],
    ]);
  });

  it('are given their parameters stack by stack, and refused without one', () => {
    const stacks = readTemplates(assembly);
    expect(parameterArguments({ stacks, parameters: { MailFrom: 'a@b.example', Other: 'x' } })).toEqual([
      '--parameters',
      'one:MailFrom=a@b.example',
    ]);
    expect(() => parameterArguments({ stacks, parameters: {} })).toThrow('one asks for MailFrom');
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
