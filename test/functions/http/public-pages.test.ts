import { describe, expect, it } from 'vitest';
import { handler as notFound } from '../../../functions/http/not-found/handler.ts';
import { EXAMPLE_BODIES } from '../../../functions/http/openapi/examples.ts';
import { handler as readDocs } from '../../../functions/http/read-docs/handler.ts';
import { handler as readOpenapi } from '../../../functions/http/read-openapi/handler.ts';
import { ROUTES } from '../../../functions/http/routes.ts';
import type { Gateway } from '../../../functions/runtime/route.ts';
import { eventOf } from '../../support/api-world.ts';

interface Page {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

async function get(gateway: Gateway, path: string, query?: Record<string, string>, method = 'GET'): Promise<Page> {
  return (await gateway(eventOf(method, path, {}, { query, token: 'not looked at' }))) as Page;
}

describe('GET /openapi.json', () => {
  it('is an OpenAPI 3.1 document in which every reference leads somewhere', async () => {
    const { statusCode, body } = await get(readOpenapi, '/openapi.json');
    const document = JSON.parse(body);
    expect([statusCode, document.openapi]).toEqual([200, '3.1.0']);
    const references = [...body.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    expect(references.length).toBeGreaterThan(50);
    for (const name of references) expect(document.components.schemas).toHaveProperty(name ?? '');
    expect(body).not.toContain('$defs');
    const { enum: territories } = document.components.schemas.Territory;
    expect(territories).toEqual(expect.arrayContaining(['DE', 'EL', 'UK', 'EU', 'EEA', 'WORLD']));
    expect(territories).not.toContain('XX');
    expect(body).not.toContain('_local');
    const { accessToken, caseToken } = document.components.securitySchemes;
    expect(accessToken.description).toContain('POST /oauth/token');
    expect(caseToken.description).toContain('receipt of a notice');
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path as object));
    const names = operations.map(({ operationId }) => operationId);
    expect(names.toSorted()).toEqual([...ROUTES.map(({ contract }) => contract.operationId), 'issueToken'].toSorted());
  });
});

describe('GET /docs', () => {
  it.each([
    ['en', undefined, 'Submit a notice'],
    ['de', { lang: 'de' }, 'Eine Meldung einreichen'],
    ['en', { lang: 'fr' }, 'Submit a notice'],
  ])('is a page in %s that lists every route and loads nothing from elsewhere', async (language, query, sentence) => {
    const { statusCode, headers, body } = await get(readDocs, '/docs', query);
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(body).toContain(`<html lang="${language}">`);
    expect(body).toContain(sentence);
    expect(body).not.toMatch(/<script|src=|@import|<link/);
    for (const { contract } of ROUTES) expect(body).toContain(`id="${contract.operationId}"`);
  });

  it.each([
    ['en', 'Legal bases open to this route: <code>DE_URHDAG_14</code> <code>DSA_ART16</code>'],
    ['de', 'Rechtsgrundlagen, die hier offenstehen: <code>DE_URHDAG_14</code> <code>DSA_ART16</code>'],
  ])('tells in %s how callers show who they are, what is open to them, and gives examples', async (lang, bases) => {
    const { body } = await get(readDocs, '/docs', { lang });
    for (const part of ['POST /oauth/token', 'POST /_local/token', 'PKCE', 'de-bka', 'docs/access.md', bases]) {
      expect(body).toContain(part);
    }
    for (const example of Object.values(EXAMPLE_BODIES)) {
      expect(body).toContain(JSON.stringify(example, null, 2).replaceAll('"', '&quot;'));
    }
  });
});

describe('$default', () => {
  it.each([
    ['GET', '/nowhere', 404, undefined],
    ['GET', '/v1/cases/case-1/decision', 405, 'POST'],
    ['DELETE', '/v1/notices/case-1', 405, 'GET'],
    ['PUT', '/v1/cases', 405, 'GET'],
    ['GET', '/v1/cases/case-1/decision/more', 404, undefined],
    ['GET', '/v1/notices/', 404, undefined],
  ])('%s %s is answered with a problem document, %d', async (method, path, status, allow) => {
    const { statusCode, headers, body } = await get(notFound, path, undefined, method);
    expect([statusCode, JSON.parse(body).status, headers['allow']]).toEqual([status, status, allow]);
    expect(headers['content-type']).toBe('application/problem+json');
  });
});
