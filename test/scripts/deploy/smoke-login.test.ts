import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { oneTimePassword } from '../../../scripts/deploy/one-time-password.ts';
import { signInForSmoke } from '../../../scripts/deploy/smoke-login.ts';
import { type AwsServer, jsonError, startAwsServer } from '../../support/aws-server.ts';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const TOKEN = { AuthenticationResult: { AccessToken: 'the-token' } };

let aws: AwsServer;
beforeAll(async () => {
  aws = await startAwsServer();
});
afterAll(() => aws.close());

beforeEach(() => {
  for (const operation of [
    'AdminCreateUser',
    'AdminSetUserPassword',
    'AdminAddUserToGroup',
    'AdminDeleteUser',
    'DeleteUserPoolClient',
  ]) {
    aws.answer(operation, { body: {} });
  }
  aws.answer('CreateUserPoolClient', { body: { UserPoolClient: { ClientId: 'client-1' } } });
  aws.answer('AdminInitiateAuth', { body: { ChallengeName: 'MFA_SETUP', Session: 's-1' } });
  aws.answer('AssociateSoftwareToken', { body: { SecretCode: SECRET, Session: 's-2' } });
  aws.answer('VerifySoftwareToken', (body) => {
    const { UserCode, Session } = JSON.parse(body) as { UserCode: string; Session: string };
    const codes = [0, 30_000].map((before) => oneTimePassword(SECRET, Date.now() - before));
    return codes.includes(UserCode) && Session === 's-2'
      ? { body: { Status: 'SUCCESS', Session: 's-3' } }
      : jsonError('EnableSoftwareTokenMFAException', 'Code mismatch');
  });
  aws.answer('AdminRespondToAuthChallenge', (body) =>
    (JSON.parse(body) as { Session: string }).Session === 's-3'
      ? { body: TOKEN }
      : jsonError('NotAuthorizedException', 'Invalid session'),
  );
});

const signIn = () => signInForSmoke(aws.clients.identities, 'eu-central-1_pool', 'writ.example');
const operations = () => aws.calls.map(({ operation }) => operation);

describe('the person of the smoke test', () => {
  it('sets up the second factor that the pool asks for, and gets a token', async () => {
    const person = await signIn();
    expect(person.token).toBe('the-token');
    expect(person.name).toMatch(/^writ-smoke-[0-9a-f]{12}@writ\.example$/);
    expect(aws.calls.find(({ operation }) => operation === 'AdminCreateUser')?.body).toContain(
      '"MessageAction":"SUPPRESS"',
    );
  });

  it('is taken away with the client it signed in by', async () => {
    const person = await signIn();
    await person.remove();
    expect(operations().slice(-2)).toEqual(['AdminDeleteUser', 'DeleteUserPoolClient']);
  });

  it('gets a token at once from a pool that asks for no factor', async () => {
    aws.answer('AdminInitiateAuth', { body: TOKEN });
    expect((await signIn()).token).toBe('the-token');
  });

  it('is taken away when signing in fails', async () => {
    aws.answer('AdminInitiateAuth', { body: { ChallengeName: 'SMS_MFA' } });
    await expect(signIn()).rejects.toThrow('the login gave no token but SMS_MFA');
    expect(operations().slice(-2)).toEqual(['AdminDeleteUser', 'DeleteUserPoolClient']);
  });

  it('leaves no client behind when there is no person yet', async () => {
    aws.answer('AdminCreateUser', jsonError('AccessDeniedException', 'not allowed'));
    aws.answer('AdminDeleteUser', jsonError('UserNotFoundException', 'no such user'));
    await expect(signIn()).rejects.toThrow('not allowed');
    expect(operations().at(-1)).toBe('DeleteUserPoolClient');
  });
});
