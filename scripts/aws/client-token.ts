import * as z from 'zod';

const TokenAnswer = z.object({ access_token: z.string() });

/** A machine client as the user pool made it, and the scope it asks for. */
export interface ClientCredentials {
  readonly id: string;
  readonly secret: string;
  readonly scope: string;
}

/** Gets a token with client credentials where ministack serves the domain of the user pool. */
export async function clientToken(endpoint: string, { id, secret, scope }: ClientCredentials): Promise<string> {
  const answer = await fetch(`${endpoint}/oauth2/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
  });
  return TokenAnswer.parse(await answer.json()).access_token;
}
