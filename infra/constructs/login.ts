import { Duration } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  FeaturePlan,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { Role } from '#domain/party';
import type { StageConfig } from '../config.ts';

/** Props of `Login`. */
export interface LoginProps {
  readonly config: StageConfig;
  /** Where the console is reached after signing in. */
  readonly publicUrl: string;
  /** The first part of the host under which the user pool gives out tokens; its own in the region. */
  readonly domainPrefix: string;
}

/** The roles of machine clients, each a scope; all others are groups of people. */
const MACHINE_ROLES: readonly Role[] = ['authority', 'trusted-flagger'];

/** The user pool: people sign in with PKCE and a second factor, machines with client credentials. */
export class Login extends Construct {
  /** The issuer named in access tokens. */
  readonly issuer: string;
  readonly console: UserPoolClient;
  /** Where machine clients get their tokens. */
  readonly tokenEndpoint: string;

  constructor(scope: Construct, id: string, { config, publicUrl, domainPrefix }: LoginProps) {
    super(scope, id);
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.NONE,
      featurePlan: FeaturePlan.PLUS,
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
      },
      removalPolicy: config.removalPolicy,
      deletionProtection: config.deletionProtection,
    });
    for (const role of Role.options.filter((name) => name !== 'public' && !MACHINE_ROLES.includes(name))) {
      new CfnUserPoolGroup(this, `Group-${role}`, { userPoolId: pool.userPoolId, groupName: role });
    }
    pool.addResourceServer('Machines', {
      identifier: 'writ',
      scopes: MACHINE_ROLES.map(
        (role) => new ResourceServerScope({ scopeName: role, scopeDescription: `Acts as ${role}` }),
      ),
    });
    this.console = pool.addClient('Console', {
      generateSecret: false,
      authFlows: {},
      preventUserExistenceErrors: true,
      oAuth: { flows: { authorizationCodeGrant: true }, scopes: [OAuthScope.OPENID], callbackUrls: [publicUrl] },
      accessTokenValidity: Duration.hours(1),
    });
    this.issuer = pool.userPoolProviderUrl;
    const domain = pool.addDomain('Domain', { cognitoDomain: { domainPrefix } });
    this.tokenEndpoint = `${domain.baseUrl()}/oauth2/token`;
  }
}
