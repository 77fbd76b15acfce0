import type { DocsQuery } from '#domain/api/docs';
import type { Answer } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { ROUTES } from '../routes.ts';
import { readDocs } from './contract.ts';
import { referencePage } from './page.ts';

/** No script runs and nothing is loaded from elsewhere. */
const SECURITY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Shows the reference page in the language asked for. */
export async function showDocs(_: unknown, { query }: RouteRequest<undefined, DocsQuery>): Promise<Answer> {
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': SECURITY },
    body: referencePage(
      ROUTES.map(({ contract }) => contract),
      query.lang,
    ),
  };
}

/** The Lambda function of `GET /docs`. */
export const handler = route(readDocs, () => ({}), showDocs);
