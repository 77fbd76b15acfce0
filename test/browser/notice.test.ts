import { createHash } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CaseView } from '../../domain/api/case-views.ts';
import { itemUrl } from '../../scripts/examples.ts';
import { mailsAbout } from '../support/case-traces.ts';
import { type SharedProduct, sharedProduct } from '../support/shared-product.ts';
import { PHONE, startChromium, violationsOf } from './chromium.ts';
import { press, tabTo, typeInto } from './keyboard.ts';

describe('the public form in Chromium', () => {
  let product: SharedProduct;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let said: string[];
  beforeAll(async () => {
    product = sharedProduct();
    browser = await startChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    context = await browser.newContext({ viewport: PHONE, locale: 'en-GB' });
    page = await context.newPage();
    said = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    return () => context.close();
  });

  /** What every view holds to: read out as it comes, nothing wide, nothing that axe objects to, nothing refused. */
  async function expectSound(heading: string, isFirst = false): Promise<void> {
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    expect(await page.title()).toContain(heading);
    if (!isFirst) expect(await page.locator('h1:focus').count()).toBe(1);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await violationsOf(page)).toEqual([]);
    expect(said).toEqual([]);
  }

  /** The case as a lead sees it, once somebody may review it. */
  async function inReview(caseId: string): Promise<CaseView> {
    await product.client.until(caseId, ({ state }) => state === 'in-review');
    return await viewOf(caseId);
  }

  async function viewOf(caseId: string): Promise<CaseView> {
    return (await product.client.callAs('lead', 'lea', 'GET', `/v1/cases/${caseId}`)).json as CaseView;
  }

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const goOn = (): Promise<void> => press(page, button('Continue'));

  it('takes a notice in English by keyboard alone, on a phone, and its status page withdraws it', async () => {
    await page.goto(`${product.urls.api}/notice`);
    await expectSound('What is it about?', true);
    await goOn();
    const summary = page.getByRole('link', { name: 'Choose what it is about' });
    await press(page, summary);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('radio', { name: 'Something else that is illegal' }).isChecked()).toBe(true);
    await press(page, page.getByRole('radio', { name: /^European Union/ }), 'Space');
    await goOn();

    await expectSound('Where is it?');
    await typeInto(page, page.getByLabel('Address of the content'), itemUrl(product.urls.api, 'tracks/trk-1001'));
    await press(page, button('Add another item'));
    await typeInto(
      page,
      page.getByLabel('Address of the content').nth(1),
      itemUrl(product.urls.api, 'tracks/trk-1002'),
    );
    await press(page, page.getByText('Only some parts, or only some countries').nth(1).locator('..'));
    await press(page, page.getByRole('checkbox', { name: 'Sound' }), 'Space');
    await typeInto(page, page.getByRole('combobox', { name: 'Only in these countries' }), 'Germ');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await goOn();

    await expectSound('What is wrong with it?');
    await press(page, page.getByText('Why we ask').locator('..'));
    expect(await page.getByText('Reg. (EU) 2022/2065 Art 16(2)').isVisible()).toBe(true);
    await page.locator('h1').focus();
    await typeInto(page, page.getByLabel('Why is it illegal?'), 'The refrain calls for violence against people.');
    await page.reload();
    await goOn();

    await expectSound('How do we reach you?');
    await typeInto(page, page.getByLabel('Your name'), 'Erika Example');
    await typeInto(page, page.getByLabel('Your e-mail address'), 'erika');
    await goOn();
    await press(page, page.getByRole('link', { name: /^Give the e-mail address/ }));
    await page.keyboard.press('End');
    await page.keyboard.insertText('@example.org');
    await goOn();

    await expectSound('Your declarations');
    await press(page, page.getByRole('checkbox', { name: /^I believe in good faith/ }), 'Space');
    await goOn();

    await expectSound('Check and send');
    expect(await page.getByText('trk-1002 · Sound · Germany').isVisible()).toBe(true);
    expect(await page.getByText('not who reported it').isVisible()).toBe(true);
    await press(page, button('Send the report'));

    await expectSound('We have your report');
    const link = (await page.locator('#case-link').textContent()) ?? '';
    await page.goto('about:blank');
    await page.goto(link);
    await expectSound('How your report stands', true);
    expect(page.url()).toBe(`${product.urls.api}/notice?view=status`);
    const [, caseId = ''] = /#([^.]*)/.exec(link) ?? [];
    const { request, items } = await inReview(caseId);
    expect(request).toMatchObject({ legalBasis: 'DSA_ART16', language: 'en', submitter: { name: 'Erika Example' } });
    expect(items[1]).toMatchObject({ components: ['audio'], territories: ['DE'] });

    await press(page, button('Withdraw the report …'));
    await press(page, button('Yes, withdraw it'));
    await page.getByText('Your report is withdrawn.').and(page.locator(':focus')).waitFor();
    expect(await button('Withdraw the report …').count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
  });

  it('takes a notice in German with something left out, which its status page then supplies', async () => {
    const item = itemUrl(product.urls.api, 'tracks/trk-1003');
    await page.goto(`${product.urls.api}/notice?lang=de&item=${encodeURIComponent(item)}`);
    await expectSound('Worum geht es?', true);
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    await page.getByRole('radio', { name: 'Mein Werk, ohne Erlaubnis genutzt' }).check();
    await page.getByRole('radio', { name: /^Vereinigte Staaten/ }).check();
    const next = page.getByRole('button', { name: 'Weiter', exact: true });
    await next.click();
    expect(await page.getByLabel('Adresse des Inhalts').inputValue()).toBe(item);
    await next.click();
    await page.getByLabel('Beschreibung').fill('Tonaufnahme „Nordlicht“, 2019');
    const proof = { name: 'nachweis.txt', mimeType: 'text/plain', buffer: Buffer.from('Vertrag') };
    await page.getByLabel('Dateien').setInputFiles([proof, { ...proof, name: 'film.mp4', mimeType: 'video/mp4' }]);
    await page.getByText('film.mp4 hat ein Format, das wir nicht annehmen.').waitFor();
    await page.getByText('Ausgewählte Dateien: 1').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await next.click();
    await page.getByLabel('Ihre E-Mail-Adresse').fill('erika@example.org');
    await next.click();
    await expectSound('Ihre Erklärungen');
    for (const box of (await page.getByRole('checkbox').all()).slice(1)) await box.check();
    await page.getByLabel('Unterschrift').fill('Erika Beispiel');
    await next.click();
    await page.getByText('Noch nicht beantwortet: Ich bin in gutem Glauben').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ohne diese Angabe weiter' }).click();
    await expectSound('Prüfen und absenden');
    await page.getByRole('button', { name: 'Meldung absenden' }).click();
    await expectSound('Ihre Meldung ist eingegangen');
    expect(await page.getByText('Unser eigenes Ziel, kein Gesetz').isVisible()).toBe(true);
    const link = (await page.locator('#case-link').textContent()) ?? '';
    const [, caseId = ''] = /#([^.]*)/.exec(link) ?? [];
    const { missing, request } = await inReview(caseId);
    expect(missing).toEqual(['good-faith']);
    const sha256 = createHash('sha256').update('Vertrag').digest('hex');
    expect(request).toMatchObject({ language: 'de', attachments: [{ fileName: 'nachweis.txt', sha256 }] });

    await page.getByRole('link', { name: 'Jetzt öffnen' }).click();
    await expectSound('Stand Ihrer Meldung');
    await page.getByRole('button', { name: 'Noch einmal nachsehen' }).click();
    await page.getByRole('checkbox', { name: /^Die Erklärung, dass Sie in gutem Glauben/ }).check();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Absenden', exact: true }).click();
    await page.getByText('Danke. Ihre Angaben sind da.').waitFor();
    await product.client.idle();
    expect((await inReview(caseId)).missing).toEqual([]);
    const rejection = { outcome: 'reject', facts: 'Es ist ein anderes Stück.', items: [] };
    await product.client.decide(caseId, 'specialist', 'sam', rejection);
    await product.client.until(caseId, ({ state }) => state === 'closed');
    await page.getByRole('button', { name: 'Noch einmal nachsehen' }).click();
    await page.getByLabel('Warum ist die Entscheidung falsch?').fill('Es ist dieselbe Aufnahme.');
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Beschwerde absenden' }).click();
    await expectSound('Ihre Meldung ist eingegangen');
    const ofComplaint = (await page.locator('#case-link').textContent()) ?? '';
    expect(ofComplaint).toContain('#case-');
    expect(ofComplaint).not.toContain(caseId);
  });

  it('takes the answer of somebody who is heard, with their message, and says what it lacks', async () => {
    const { caseId } = await product.client.notice({
      legalBasis: 'UK_DEF_S5',
      submitter: { name: 'Dr. Quirina Zeisig', email: 'quirina.zeisig@kanzlei.example' },
      items: [{ url: itemUrl(product.urls.api, 'tracks/trk-bulk-81') }],
      explanation: 'The second verse says that a baker of our town sells stolen bread.',
      meaning: 'It means that the baker is a thief.',
      inaccuracies: 'He has never stolen anything.',
      statements: { posterUnknown: true },
    });
    await product.client.until(caseId, ({ state }) => state === 'awaiting-response', 'PT1S');
    const mails = await mailsAbout(product.client, caseId);
    const message = mails.find(({ deliveryId }) => deliveryId.includes('.hearing-notice.'))?.text ?? '';
    await page.goto(`${product.urls.api}/notice?view=answer`);
    await expectSound('Answer what you are heard on', true);
    await typeInto(page, page.getByLabel('Our message to you'), message);
    await goOn();
    await press(page, page.getByRole('radio', { name: 'It should stay.' }), 'Space');
    expect(await violationsOf(page)).toEqual([]);
    await press(page, button('Send the answer'));
    await expectSound('We have your answer');
    expect(await page.getByText('It lacks your postal address.').isVisible()).toBe(true);
    await page.getByRole('radio', { name: 'It should stay.' }).check();
    await page.getByLabel('Your name').fill('Bela Beispiel');
    await page.getByLabel('Your postal address').fill('Musterweg 1, 10115 Berlin');
    await page.getByRole('button', { name: 'Send the answer' }).click();
    await page.getByText('It lacks your postal address.').waitFor({ state: 'detached' });
    await product.client.idle();
    const { hearing } = await viewOf(caseId);
    expect(hearing?.responses.map(({ counts, name }) => [counts, name])).toEqual([
      [false, null],
      [true, 'Bela Beispiel'],
    ]);
  });

  it('keeps answers on the device where that is asked for, and loses none to another language', async () => {
    await page.goto(`${product.urls.api}/notice`);
    await page.getByRole('radio', { name: 'My trade mark' }).check();
    await page.getByRole('button', { name: 'Keep them on this device' }).click();
    await page.getByText('Kept on this device').waitFor();
    const another = await context.newPage();
    await another.goto(`${product.urls.api}/notice`);
    expect(await another.getByRole('radio', { name: 'My trade mark' }).isChecked()).toBe(true);
    await another.getByRole('link', { name: 'Deutsch' }).click();
    expect(await another.getByRole('radio', { name: 'Meine Marke' }).isChecked()).toBe(true);
    expect(await another.locator('html').getAttribute('lang')).toBe('de');
    await another.getByRole('button', { name: 'Entfernen' }).click();
    await another.close();
    const third = await context.newPage();
    await third.goto(`${product.urls.api}/notice`);
    await third.locator('h1').waitFor();
    expect(await third.getByRole('radio', { checked: true }).count()).toBe(0);
  });

  it('says what to do without scripts, and asks for the link where it knows no case', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(`${product.urls.api}/notice?lang=de`);
    expect(await still.locator('noscript p').isVisible()).toBe(true);
    await plain.close();
    await page.goto(`${product.urls.api}/notice?view=status`);
    await expectSound('See how a report stands', true);
    await tabTo(page, page.getByLabel('Link to your report'));
    await page.keyboard.press('Enter');
    await page.getByText('This is not the link to a report').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.goto(`${product.urls.api}/notice?view=status#case-1.sender.${'a'.repeat(43)}`);
    await page.getByText('There is no such report').waitFor();
  });
});
