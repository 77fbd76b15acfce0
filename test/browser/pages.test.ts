import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { germanNotice } from '../../scripts/examples.ts';
import { type RunningProduct, runProduct } from '../support/running-product.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

describe('the pages in Chromium', () => {
  let product: RunningProduct;
  let browser: Browser;
  beforeAll(async () => {
    product = await runProduct(inject('assembly'), '2026-11-23T09:00:00Z');
    const { caseId } = await product.client.notice(germanNotice(product.api));
    await product.client.until(caseId, ({ state }) => state === 'in-review');
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    await product.close();
  });

  it.each([
    ['the API reference in English', '/docs', 'en'],
    ['the API reference in German', '/docs?lang=de', 'de'],
    ['the mailbox', '/_local/mail', 'en'],
  ])('%s has a heading, a language and no accessibility violation', async (_, path, language) => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, bypassCSP: true });
    await page.goto(`${product.api}${path}`);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    await page.addScriptTag({ content: axe.source });
    const violations = await page.evaluate(async () => {
      const { axe: checker } = globalThis as unknown as {
        axe: { run: () => Promise<{ violations: { id: string }[] }> };
      };
      return (await checker.run()).violations.map(({ id }) => id);
    });
    expect(violations).toEqual([]);
    await page.close();
  });
});
