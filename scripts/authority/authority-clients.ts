import {
  type CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  DeleteUserPoolClientCommand,
  DescribeUserPoolClientCommand,
  paginateListUserPoolClients,
} from '@aws-sdk/client-cognito-identity-provider';

/** The scope whose tokens may send orders. */
const SCOPE = 'writ/authority';

/** The credentials of a client that was just made. */
export interface Credentials {
  readonly client: string;
  readonly secret: string;
}

/** The clients of authorities in the user pool of a stage. */
export class AuthorityClients {
  readonly #pool: CognitoIdentityProviderClient;
  readonly #UserPoolId: string;

  constructor(pool: CognitoIdentityProviderClient, userPool: string) {
    this.#pool = pool;
    this.#UserPoolId = userPool;
  }

  /** Makes a client that gets tokens by client credentials, for the scope of authorities alone. */
  async make(authorityId: string): Promise<Credentials> {
    const { UserPoolClient: made } = await this.#pool.send(
      new CreateUserPoolClientCommand({
        UserPoolId: this.#UserPoolId,
        ClientName: `authority-${authorityId}`.slice(0, 128),
        GenerateSecret: true,
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthFlows: ['client_credentials'],
        AllowedOAuthScopes: [SCOPE],
      }),
    );
    return { client: made?.ClientId ?? '', secret: made?.ClientSecret ?? '' };
  }

  /** Tells whether the pool has a client of this id whose tokens may send orders. */
  async has(client: string): Promise<boolean> {
    try {
      const { UserPoolClient: found } = await this.#pool.send(
        new DescribeUserPoolClientCommand({ UserPoolId: this.#UserPoolId, ClientId: client }),
      );
      return found?.AllowedOAuthScopes?.includes(SCOPE) === true;
    } catch (error) {
      if (error instanceof Error && error.name === 'ResourceNotFoundException') return false;
      throw error;
    }
  }

  /** The ids of all clients whose tokens may send orders. */
  async all(): Promise<readonly string[]> {
    const found: string[] = [];
    const listed = paginateListUserPoolClients({ client: this.#pool }, { UserPoolId: this.#UserPoolId });
    for await (const { UserPoolClients = [] } of listed) {
      for (const { ClientId = '' } of UserPoolClients) if (await this.has(ClientId)) found.push(ClientId);
    }
    return found;
  }

  /** Takes a client away: it gets no more tokens. One that is gone already is none to take. */
  async remove(client: string): Promise<void> {
    try {
      await this.#pool.send(new DeleteUserPoolClientCommand({ UserPoolId: this.#UserPoolId, ClientId: client }));
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'ResourceNotFoundException') throw error;
    }
  }
}
