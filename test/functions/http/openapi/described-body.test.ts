import { describe, expect, it } from 'vitest';
import { LegalBasisId } from '../../../../domain/legal-basis.ts';
import { openApiDocument } from '../../../../functions/http/openapi/document.ts';
import { ROUTES } from '../../../../functions/http/routes.ts';
import { apiWorld } from '../../../support/api-world.ts';
import { AUTHORITY, NOTICE, ORDER } from '../../../support/demands.ts';

const document = JSON.parse(JSON.stringify(openApiDocument(ROUTES.map(({ contract }) => contract))));
const INTAKE = [
  ['/v1/notices', NOTICE, [undefined, 'trusted-flagger:flo']],
  ['/v1/orders', ORDER, [AUTHORITY]],
] as const;

/** The legal bases that somebody is not refused for at a route. */
async function taken(path: string, body: object, tokens: readonly (string | undefined)[]): Promise<string[]> {
  const found = new Set<string>();
  for (const legalBasis of LegalBasisId.options) {
    for (const token of tokens) {
      const answer = await apiWorld('2026-11-05T08:00:00.000Z').call('POST', path, {
        body: { ...body, legalBasis },
        ...(token !== undefined && { token }),
      });
      // Another authority's country is refused by that authority alone, not by the route.
      const otherCountry = answer.status === 403 && /authorities of/.test(answer.body.detail);
      if (answer.status === 202 || otherCountry) found.add(legalBasis);
    }
  }
  return [...found].toSorted();
}

describe('the legal bases of an intake route', () => {
  it.each(INTAKE)('are listed as they are taken: %s', async (path, body, tokens) => {
    const { schema } = document.paths[path].post.requestBody.content['application/json'];
    const listed = schema.properties.legalBasis.enum;
    expect(listed).toEqual(await taken(path, body, tokens));
    expect(listed.length).toBeLessThan(LegalBasisId.options.length);
  });

  it('may be left out of a notice and not of an order', () => {
    const required = (path: string) =>
      document.paths[path].post.requestBody.content['application/json'].schema.required ?? [];
    expect(required('/v1/notices')).not.toContain('legalBasis');
    expect(required('/v1/orders')).toContain('legalBasis');
  });
});
