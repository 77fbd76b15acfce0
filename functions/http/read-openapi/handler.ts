import { lazily } from '#runtime/lazily';
import type { Answer } from '#runtime/problem';
import { route } from '#runtime/route';
import { openApiDocument } from '../openapi/document.ts';
import { ROUTES } from '../routes.ts';
import { readOpenapi } from './contract.ts';

/** Shows the OpenAPI document. */
export async function showOpenApi({ document }: { readonly document: () => unknown }): Promise<Answer> {
  return { status: 200, body: document(), headers: { 'cache-control': 'public, max-age=300' } };
}

const document = lazily(() => openApiDocument(ROUTES.map(({ contract }) => contract)));

/** The Lambda function of `GET /openapi.json`. */
export const handler = route(readOpenapi, () => ({ document }), showOpenApi);
