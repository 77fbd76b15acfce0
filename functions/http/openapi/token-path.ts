import type { JsonSchema } from './schemas.ts';

const ANSWER = {
  type: 'object',
  required: ['access_token', 'token_type', 'expires_in'],
  properties: {
    access_token: { type: 'string', description: 'A JWT.' },
    token_type: { const: 'Bearer' },
    expires_in: { type: 'integer', description: 'In seconds.' },
  },
};

const REFUSAL = {
  type: 'object',
  required: ['error'],
  properties: { error: { type: 'string', examples: ['invalid_client', 'invalid_grant', 'unsupported_grant_type'] } },
};

const FORM = {
  type: 'object',
  required: ['grant_type'],
  properties: {
    grant_type: { const: 'client_credentials' },
    scope: { enum: ['writ/authority', 'writ/trusted-flagger'] },
  },
};

/**
 * `POST /oauth/token` (RFC 6749 §§ 4.4 and 5): no function of ours answers it, but the user pool behind it, so that it
 * has no contract to be described from.
 */
export const TOKEN_PATH: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>> = {
  '/oauth/token': {
    post: {
      operationId: 'issueToken',
      summary: 'A token for a program, by OAuth 2 client credentials.',
      'x-summary-de': 'Ein Token für ein Programm, mit OAuth 2 Client Credentials.',
      'x-audience': 'anybody',
      security: [{ clientCredentials: [] }],
      requestBody: { required: true, content: { 'application/x-www-form-urlencoded': { schema: FORM } } },
      responses: {
        200: { description: 'The token.', content: { 'application/json': { schema: ANSWER } } },
        400: {
          description: 'The client, its secret or the form is not accepted (RFC 6749 § 5.2).',
          content: { 'application/json': { schema: REFUSAL } },
        },
        default: { description: 'Any other error.' },
      },
    },
  },
};
