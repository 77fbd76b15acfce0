import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { z } from 'zod';
import { readJsonFile, replaceFile } from '../files.ts';
import type { LocalClock, ServiceHandler } from '../ports.ts';
import { decoded, jsonBody, jsonResponse, problemResponse } from '../services/responses.ts';

/** How long a token holds, in seconds. */
const lifetime = 3600;
const algorithm = 'RS256';

const StoredKey = z.looseObject({ kty: z.literal('RSA'), n: z.string(), e: z.string(), kid: z.string() });
const TokenRequest = z.strictObject({
  role: z.string().min(1),
  subject: z.string().min(1),
  client: z.string().optional(),
});

/** What the template says about the people and programs that log in. */
export interface LoginSettings {
  /** The app client that people's tokens name. */
  readonly peopleClient: string;
  /** Scopes in people's tokens, separated by blanks. */
  readonly peopleScope: string;
  /** The groups of people: a role that is the name of a group. */
  readonly groups: readonly string[];
  /** Full scopes by their names: a role that is the name of a scope is one of machines and has no group. */
  readonly machineScopes: ReadonlyMap<string, string>;
  /** Secrets of the template's own machine clients by client id. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** The issuer of access tokens in place of a user pool. */
export interface Issuer {
  /** Serves the key set and the discovery document below the issuer's URL. */
  readonly documents: ServiceHandler;
  /** Serves `POST /_local/token`: a token for any role of the template and any subject. */
  readonly token: ServiceHandler;
  /** Serves the token endpoint of the user pool's domain: the client credentials grant. */
  readonly clientCredentials: ServiceHandler;
}

async function loadKey(path: string): Promise<z.infer<typeof StoredKey>> {
  const stored = StoredKey.optional().parse(readJsonFile(path));
  if (stored) return stored;
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const made = StoredKey.parse({ ...(await exportJWK(privateKey)), kid: randomUUID(), alg: algorithm, use: 'sig' });
  replaceFile(path, JSON.stringify(made), true);
  return made;
}

function discovery(url: string): object {
  return {
    issuer: url,
    jwks_uri: `${url}/.well-known/jwks.json`,
    token_endpoint: `${url}/oauth2/token`,
    response_types_supported: ['code', 'token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: [algorithm],
  };
}

function credentialsOf(authorization: string | undefined, form: URLSearchParams): readonly [string, string] {
  const basic = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
  if (!basic) return [form.get('client_id') ?? '', form.get('client_secret') ?? ''];
  const [id = '', ...secret] = Buffer.from(basic, 'base64').toString().split(':');
  return [decoded(id), decoded(secret.join(':'))];
}

/** Makes the token issuer at a URL; its key is kept in the directory, so tokens outlive a restart. */
export async function createIssuer(options: {
  readonly url: string;
  readonly directory: string;
  readonly clock: LocalClock;
  readonly settings: LoginSettings;
  /** Told of each machine client that is given a token for a role, before it has it. @default nothing is done */
  readonly onMachine?: (role: string, client: string) => Promise<void>;
}): Promise<Issuer> {
  const { url, clock, settings } = options;
  const key = await loadKey(join(options.directory, 'issuer-key.json'));
  const { kty, n, e, kid } = key;
  const published: JWK = { kty, n, e, kid, alg: algorithm, use: 'sig' };
  const secret = await importJWK(key, algorithm);
  const sign = (claims: Record<string, unknown>): Promise<string> => {
    const now = Math.floor(clock.now() / 1000);
    const token = new SignJWT({ token_use: 'access', version: 2, jti: randomUUID(), auth_time: now, ...claims });
    return token
      .setProtectedHeader({ alg: algorithm, kid })
      .setIssuer(url)
      .setIssuedAt(now)
      .setExpirationTime(now + lifetime)
      .sign(secret);
  };
  return {
    async documents({ path }) {
      if (path === '/.well-known/jwks.json') return jsonResponse(200, { keys: [published] });
      if (path === '/.well-known/openid-configuration') return jsonResponse(200, discovery(url));
      return problemResponse(404, 'The issuer has no such document');
    },
    async token(request) {
      const asked = TokenRequest.safeParse(jsonBody(request)).data;
      if (request.method !== 'POST' || !asked) return problemResponse(400, 'Send POST {"role","subject","client"?}');
      const { role, subject, client } = asked;
      const machineScope = settings.machineScopes.get(role);
      if (machineScope === undefined && !settings.groups.includes(role)) {
        const roles = [...settings.groups, ...settings.machineScopes.keys()].join(', ');
        return problemResponse(400, `There is no role "${role}". Roles: ${roles}.`);
      }
      if (machineScope !== undefined) await options.onMachine?.(role, client ?? subject);
      const access_token = await sign(
        machineScope === undefined
          ? {
              sub: subject,
              username: subject,
              client_id: client ?? settings.peopleClient,
              scope: settings.peopleScope,
              'cognito:groups': [role],
            }
          : { sub: subject, client_id: client ?? subject, scope: machineScope },
      );
      return jsonResponse(200, { access_token, token_type: 'Bearer', expires_in: lifetime });
    },
    async clientCredentials({ method, body, headers }) {
      const form = new URLSearchParams(body.toString());
      const [client, given] = credentialsOf(headers['authorization'], form);
      if (method !== 'POST' || form.get('grant_type') !== 'client_credentials') {
        return jsonResponse(400, { error: 'unsupported_grant_type' });
      }
      const known = settings.secrets.get(client);
      if (known === undefined || known !== given) return jsonResponse(400, { error: 'invalid_client' });
      const scope = form.get('scope') ?? [...settings.machineScopes.values()].join(' ');
      const access_token = await sign({ sub: client, client_id: client, scope });
      return jsonResponse(200, { access_token, token_type: 'Bearer', expires_in: lifetime });
    },
  };
}
