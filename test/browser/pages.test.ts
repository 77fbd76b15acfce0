import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { germanNotice } from '../../scripts/examples.ts';
import { type SharedProduct, sharedProduct } from '../support/shared-product.ts';
import { PHONE, startChromium, violationsOf } from './chromium.ts';

describe('the pages in Chromium', () => {
  let product: SharedProduct;
  let browser: Browser;
  beforeAll(async () => {
    product = sharedProduct();
    const { caseId } = await product.client.notice(germanNotice(product.urls.api));
    await product.client.until(caseId, ({ state }) => state === 'in-review');
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  it.each([
    ['the API reference in English', '/docs', 'en'],
    ['the API reference in German', '/docs?lang=de', 'de'],
    ['the mailbox', '/_local/mail', 'en'],
  ])('%s has a heading, a language and no accessibility violation', async (_, path, language) => {
    const page = await browser.newPage({ viewport: PHONE });
    await page.goto(`${product.urls.api}${path}`);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await violationsOf(page)).toEqual([]);
    await page.close();
  });
});
