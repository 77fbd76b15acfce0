import { describe, expect, it } from 'vitest';
import { shellBlocks } from '../../scripts/shell-blocks.ts';
import { synthesizedStage } from '../support/synthesized.ts';
import { documentText } from './documented-commands.ts';

const TEXT = documentText('docs/access.md');
const { resources } = synthesizedStage().stacks.find(({ name }) => name === 'writ-dev-api')!;
const ofType = (type: string) => resources.filter((resource) => resource.type === `AWS::Cognito::${type}`);

/** What the table calls roles of this kind. */
function roles(kind: 'group' | 'scope'): string[] {
  const rows = TEXT.matchAll(/^\| `([\w-]+)` \| (group|scope) \|/gm);
  return [...rows].flatMap(([, role = '', found]) => (found === kind ? [role] : [])).toSorted();
}

describe('docs/access.md', () => {
  it('names the groups and the scopes of the user pool', () => {
    const groups = ofType('UserPoolGroup').map(({ properties }) => String(properties['GroupName']));
    expect(roles('group')).toEqual(groups.toSorted());
    const [server] = ofType('UserPoolResourceServer');
    const scopes = server?.properties['Scopes'] as { ScopeName: string }[];
    expect(roles('scope')).toEqual(scopes.map(({ ScopeName }) => ScopeName).toSorted());
    expect(server?.properties['Identifier']).toBe('writ');
  });

  it('lists the people of every group', () => {
    const [block = ''] = shellBlocks(TEXT, 'See who has which role');
    const named = /for ROLE in (.*); do/.exec(block)?.[1]?.split(' ') ?? [];
    expect(named.toSorted()).toEqual(roles('group'));
  });

  it.each(['UserPool', 'UserPoolClient', 'UserPoolDomain'])('finds one %s in the stack that it asks', (type) => {
    const [block = ''] = shellBlocks(TEXT, 'Set up');
    expect(block).toContain(`$(of_stage ${type})`);
    expect(ofType(type)).toHaveLength(1);
  });

  it('signs people in as their client allows it: by code, without a secret, for an hour', () => {
    const [client] = ofType('UserPoolClient');
    expect(client?.properties).toMatchObject({
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      GenerateSecret: false,
      AccessTokenValidity: 60,
      CallbackURLs: [{ Ref: 'PublicUrl' }],
    });
    const [block = ''] = shellBlocks(TEXT, 'Get a token for `writ`');
    for (const part of ['response_type=code', 'scope=openid', 'code_challenge_method=S256']) {
      expect(block).toContain(part);
    }
  });

  it('makes first passwords as long and as mixed as the pool asks', () => {
    const [pool] = ofType('UserPool');
    const policies = pool?.properties['Policies'] as { PasswordPolicy: { MinimumLength: number } };
    const [block = ''] = shellBlocks(TEXT, 'Give a new first password');
    expect(block).toContain('PASSWORD="Aa1!$(openssl rand -hex 12)"');
    expect(policies.PasswordPolicy.MinimumLength).toBeLessThanOrEqual('Aa1!'.length + 24);
  });
});

describe('shellBlocks', () => {
  it('gives the blocks below one heading and refuses a heading without one', () => {
    const text = '# A\n```sh\none\n```\ntext\n```sh\ntwo\n```\n## B\n```json\n{}\n```\n';
    expect(shellBlocks(text, 'A')).toEqual(['one\n', 'two\n']);
    expect(() => shellBlocks(text, 'B')).toThrow('there is no shell block below "B"');
  });
});
