import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAsset } from '../../../functions/http/read-asset/contract.ts';
import { showAsset } from '../../../functions/http/read-asset/handler.ts';
import { readForm } from '../../../functions/http/read-form/contract.ts';
import { showForm } from '../../../functions/http/read-form/handler.ts';
import { assetReader, readPageFiles } from '../../../functions/http/shared/built-pages.ts';
import { route } from '../../../functions/runtime/route.ts';
import { eventOf } from '../../support/api-world.ts';

interface Page {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

describe('the web pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'writ-pages-'));
  const pages = pathToFileURL(`${folder}/`);
  beforeAll(() => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'assets', 'notice-ABC.js.gz'), gzipSync('run();'));
    writeFileSync(join(folder, 'secret.js.gz'), 'never');
    writeFileSync(
      join(folder, 'manifest.json'),
      JSON.stringify({ notice: { script: 'notice-ABC.js', style: 'notice-DEF.css' } }),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function form(query?: Record<string, string>): Promise<Page> {
    let number = 0;
    const makeNonce = (): string => `nonce-${++number}`;
    const files = readPageFiles(pages, 'notice');
    const dependencies = { platformName: 'Tunes & <Co>', files, makeNonce };
    return (await route(readForm, () => dependencies, showForm)(eventOf('GET', '/notice', {}, { query }))) as Page;
  }

  async function asset(file: string): Promise<Page> {
    const gateway = route(readAsset, () => ({ read: assetReader(pages) }), showAsset);
    return (await gateway({ ...eventOf('GET', `/assets/${file}`, {}), pathParameters: { file } })) as Page;
  }

  it.each([
    ['en', undefined],
    ['de', { lang: 'de' }],
    ['en', { lang: 'xx', view: 'status' }],
  ])('are one in %s that runs nothing but what we built', async (language, query) => {
    const { statusCode, headers, body } = await form(query);
    expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-store',
    ]);
    const security = headers['content-security-policy'] ?? '';
    expect(security).toContain("default-src 'none'");
    expect(security).toContain("script-src 'self';");
    expect(security).toContain("style-src 'self' 'nonce-nonce-1'");
    expect(security).not.toMatch(/unsafe|https?:|\*/);
    expect(body).toContain(`<html lang="${language}">`);
    expect(body).toContain('content="Tunes &amp; &lt;Co>" nonce="nonce-1"');
    expect([...body.matchAll(/<script[^>]*>([^<]*)</g)].map(([tag]) => tag)).toEqual([
      '<script type="module" src="/assets/notice-ABC.js"><',
    ]);
    expect(body).toContain('<noscript>');
  });

  it('load files that a browser keeps for good, as their names change with them', async () => {
    const { statusCode, headers, body } = await asset('notice-ABC.js');
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(gunzipSync(Buffer.from(body, 'base64')).toString()).toBe('run();');
  });

  it.each(['notice-XYZ.js', '../secret.js', 'manifest.json', 'notice-ABC.js.gz', ''])(
    'have no file %s',
    async (file) => {
      const { statusCode, headers } = await asset(file);
      expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
        404,
        'application/problem+json',
        'no-store',
      ]);
    },
  );

  it('are said to be missing where they were not built', () => {
    expect(() => readPageFiles(pages, 'console')).toThrow('no page console was built');
  });
});
