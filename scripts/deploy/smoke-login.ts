import { randomBytes } from 'node:crypto';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminInitiateAuthCommand,
  type AdminInitiateAuthCommandOutput,
  AdminRespondToAuthChallengeCommand,
  AdminSetUserPasswordCommand,
  AssociateSoftwareTokenCommand,
  type CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  DeleteUserPoolClientCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { oneTimePassword } from './one-time-password.ts';

/** A person that exists for one smoke test. */
export interface SmokePerson {
  readonly name: string;
  readonly token: string;
  /** Takes the person and the client away again. */
  remove(): Promise<void>;
}

/**
 * Makes a specialist in the deployed user pool and signs them in as the pool asks, with a second factor. It needs the
 * deployer's own permissions on the pool and nobody's password; no mail is sent.
 * @param domain where the person's address is; nothing is ever sent there
 */
export async function signInForSmoke(
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
  domain: string,
): Promise<SmokePerson> {
  const Username = `writ-smoke-${randomBytes(6).toString('hex')}@${domain}`;
  // Meets every class of the pool's password policy; it is not kept.
  const Password = `Aa1!${randomBytes(18).toString('base64url')}`;
  const { UserPoolClient: made } = await client.send(
    new CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: 'writ-smoke-test',
      ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    }),
  );
  const ClientId = made?.ClientId ?? '';
  const remove = async (): Promise<void> => {
    await client.send(new AdminDeleteUserCommand({ UserPoolId, Username })).catch(ignoreMissing);
    await client.send(new DeleteUserPoolClientCommand({ UserPoolId, ClientId }));
  };
  try {
    await client.send(
      new AdminCreateUserCommand({ UserPoolId, Username, TemporaryPassword: Password, MessageAction: 'SUPPRESS' }),
    );
    await client.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }));
    await client.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: 'specialist' }));
    const token = await signIn(client, { UserPoolId, ClientId, Username, Password });
    return { name: Username, token, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

interface Credentials {
  readonly UserPoolId: string;
  readonly ClientId: string;
  readonly Username: string;
  readonly Password: string;
}

async function signIn(client: CognitoIdentityProviderClient, credentials: Credentials): Promise<string> {
  const { UserPoolId, ClientId, Username, Password } = credentials;
  const AuthParameters = { USERNAME: Username, PASSWORD: Password };
  const answer = await client.send(
    new AdminInitiateAuthCommand({ UserPoolId, ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters }),
  );
  const met = answer.ChallengeName === 'MFA_SETUP' ? await setUpFactor(client, credentials, answer) : answer;
  const token = met.AuthenticationResult?.AccessToken;
  if (token === undefined) throw new Error(`the login gave no token but ${met.ChallengeName ?? 'nothing'}`);
  return token;
}

/** Sets up the second factor that the pool asks of a new person, and answers with it. */
async function setUpFactor(
  client: CognitoIdentityProviderClient,
  { UserPoolId, ClientId, Username }: Credentials,
  { Session }: AdminInitiateAuthCommandOutput,
): Promise<Pick<AdminInitiateAuthCommandOutput, 'AuthenticationResult' | 'ChallengeName'>> {
  const factor = await client.send(new AssociateSoftwareTokenCommand({ Session }));
  const UserCode = oneTimePassword(factor.SecretCode ?? '', Date.now());
  const verified = await client.send(new VerifySoftwareTokenCommand({ Session: factor.Session, UserCode }));
  return await client.send(
    new AdminRespondToAuthChallengeCommand({
      UserPoolId,
      ClientId,
      ChallengeName: 'MFA_SETUP',
      Session: verified.Session,
      ChallengeResponses: { USERNAME: Username },
    }),
  );
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'UserNotFoundException') throw error;
}
