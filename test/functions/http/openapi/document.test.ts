import { describe, expect, it } from 'vitest';
import { openApiDocument } from '../../../../functions/http/openapi/document.ts';
import { ROUTES } from '../../../../functions/http/routes.ts';
import { synthesizedStage } from '../../../support/synthesized.ts';

describe('openApiDocument', () => {
  it('has a path for every route of the template but the fallback', () => {
    const { paths } = openApiDocument(ROUTES.map(({ contract }) => contract)) as { paths: Record<string, object> };
    const described = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const declared = synthesizedStage()
      .stacks.flatMap(({ resources }) => resources)
      .filter(({ type }) => type === 'AWS::ApiGatewayV2::Route')
      .map(({ properties }) => String(properties['RouteKey']))
      .filter((key) => key !== '$default');
    expect(declared).toContain('POST /oauth/token');
    expect(described.toSorted()).toEqual(declared.toSorted());
  });
});
