import { randomBytes } from 'node:crypto';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  type AuthenticationResultType,
  type CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Role } from '#domain/party';
import { clientToken } from './client-token.ts';

/** A caller of a role, as the user pool made it. */
export interface Login {
  readonly token: string;
  readonly client: string;
}

/** What a sign-in came to. */
export interface SignIn {
  /** The challenge that has to be met before there is a token. */
  readonly challenge: string | undefined;
  readonly result: AuthenticationResultType | undefined;
}

/** Makes people and machines in the deployed user pool and signs them in; a role's login is made once. */
export class Logins {
  readonly #client: CognitoIdentityProviderClient;
  readonly #userPool: string;
  readonly #endpoint: string;
  readonly #known = new Map<Role, Promise<Login>>();

  /** @param endpoint where ministack serves the domain of the user pool */
  constructor(client: CognitoIdentityProviderClient, userPool: string, endpoint: string) {
    this.#client = client;
    this.#userPool = userPool;
    this.#endpoint = endpoint;
  }

  /** The login of a role: machines hold its scope, people are in its group. */
  of(role: Role): Promise<Login> {
    const known = this.#known.get(role) ?? (isMachine(role) ? this.#machine(role) : this.#person(role));
    this.#known.set(role, known);
    return known;
  }

  /** Makes a person of a group and signs in with the password alone. */
  async signIn(name: string, group: string): Promise<SignIn & { readonly client: string }> {
    const UserPoolId = this.#userPool;
    const Username = `${name}@writ.example`;
    // Meets every class of the pool's password policy.
    const Password = `Aa1!${randomBytes(18).toString('base64url')}`;
    const created = { UserPoolId, Username, TemporaryPassword: Password, MessageAction: 'SUPPRESS' } as const;
    await this.#client.send(new AdminCreateUserCommand(created));
    await this.#client.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }));
    await this.#client.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: group }));
    const ClientId = await this.#passwordClient(name);
    const AuthParameters = { USERNAME: Username, PASSWORD: Password };
    const { ChallengeName: challenge, AuthenticationResult: result } = await this.#client.send(
      new AdminInitiateAuthCommand({ UserPoolId, ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters }),
    );
    return { challenge, result, client: ClientId };
  }

  async #person(role: Role): Promise<Login> {
    const { challenge, result, client } = await this.signIn(role, role);
    const token = result?.AccessToken;
    if (token === undefined) throw new Error(`no token for ${role}: ${challenge ?? 'no answer'}`);
    return { token, client };
  }

  /** A client of these checks alone: the deployed one takes the code grant, which needs a browser. */
  async #passwordClient(name: string): Promise<string> {
    const { UserPoolClient: made } = await this.#client.send(
      new CreateUserPoolClientCommand({
        UserPoolId: this.#userPool,
        ClientName: `check-${name}`,
        ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      }),
    );
    return made?.ClientId ?? '';
  }

  /** A machine client with the scope of its role, as an operator makes one for each authority. */
  async #machine(role: Role): Promise<Login> {
    const scope = `writ/${role}`;
    const { UserPoolClient: made } = await this.#client.send(
      new CreateUserPoolClientCommand({
        UserPoolId: this.#userPool,
        ClientName: role,
        GenerateSecret: true,
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthFlows: ['client_credentials'],
        AllowedOAuthScopes: [scope],
      }),
    );
    const client = made?.ClientId ?? '';
    const token = await clientToken(this.#endpoint, { id: client, secret: made?.ClientSecret ?? '', scope });
    return { token, client };
  }
}

function isMachine(role: Role): boolean {
  return role === 'authority' || role === 'trusted-flagger';
}
