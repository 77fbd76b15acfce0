import { describe, expect, it } from 'vitest';
import { DatabaseError } from '#local/dynamodb/call';
import { registerAuthorities } from '#local/login/authorities';
import type { TemplateResource } from '#local/template/template';

const read: TemplateResource = {
  type: 'AWS::Lambda::Function',
  logicalId: 'f',
  stackName: 's',
  name: 'f',
  ref: 'f',
  arn: '',
  properties: { Environment: { Variables: { CASE_TABLE: 'cases' } } },
};
const template = { ofType: () => [{ ...read, properties: {} }, read], assets: new Map() };

function registering(answer: () => Promise<unknown> = async () => ({})) {
  const calls: unknown[] = [];
  const register = registerAuthorities((operation, input) => {
    calls.push([operation, input]);
    return answer();
  }, template);
  return { register, calls };
}

describe('the local register of authorities', () => {
  it('enters an authority that is given a token, by the country its client begins with', async () => {
    const { register, calls } = registering();
    await register('authority', 'gr-police');
    expect(calls).toEqual([
      [
        'PutItem',
        {
          TableName: 'cases',
          Item: {
            pk: { S: 'AUTHORITY#gr-police' },
            sk: { S: 'ENTRY' },
            authority: {
              M: {
                id: { S: 'gr-police' },
                name: { S: 'gr-police' },
                email: { S: 'gr-police@authority.example' },
                country: { S: 'GR' },
              },
            },
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      ],
    ]);
  });

  it.each([
    ['authority', 'bka'],
    ['authority', 'zz-office'],
    ['authority', 'de-bka\r\nX'],
    ['trusted-flagger', 'de-flagger'],
  ])('enters nobody for the role %s and the client "%s"', async (role, client) => {
    const { register, calls } = registering();
    await register(role, client);
    expect(calls).toEqual([]);
  });

  it('leaves an entry that is there, and hides no other fault of the database', async () => {
    const failing = (code: string) => registering(() => Promise.reject(new DatabaseError(code, ''))).register;
    await expect(failing('ConditionalCheckFailedException')('authority', 'de-bka')).resolves.toBeUndefined();
    await expect(failing('ResourceNotFoundException')('authority', 'de-bka')).rejects.toThrow();
  });
});
