import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import { AUTHORITY, ORDER } from '../../support/demands.ts';
import { RemovalWorld } from '../../support/removal-world.ts';

const open: RemovalWorld[] = [];

afterEach(async () => {
  for (const made of open.splice(0)) await made.dispose();
});

/** The report on a removal order that asks for some territories: its text in one line, what machines read, its paper. */
async function reportOn(territories: readonly string[]) {
  const removal = new RemovalWorld();
  open.push(removal);
  const body = { ...ORDER, language: 'en', territories };
  const { caseId } = (await removal.call('POST', '/v1/orders', { token: AUTHORITY, body })).body;
  await removal.until(() => removal.mails.some(({ deliveryId }) => deliveryId.includes('.effect-report.')));
  const mail = removal.mails.find((sent) => sent.caseId === caseId && sent.deliveryId.includes('.effect-report.'));
  const { text, attachments } = await simpleParser(Buffer.from(mail?.raw ?? ''));
  const json = attachments.find(({ contentType }) => contentType === 'application/json');
  return {
    text: (text ?? '').replace(/\s+/g, ' '),
    json: JSON.parse(String(json?.content)),
    paper: removal.papers.at(-1)?.text.replace(/\s+/g, ' '),
  };
}

const WHY =
  'The order asks for this territorial scope: worldwide. Its legal basis reaches no further than this: all Member States of the European Union (Reg. (EU) 2021/784 Art 3(3)).';

describe('the report on a removal order', () => {
  it('says by which rule it was carried out in the Union alone, where it asked for the world', async () => {
    const { text, json, paper } = await reportOn(['WORLD']);
    expect(text).toContain(WHY);
    expect(paper).toContain(WHY);
    expect(json.narrowed).toEqual({ asked: ['WORLD'], reach: ['EU'], source: 'Reg. (EU) 2021/784 Art 3(3)' });
  });

  it.each([[['EU']], [['DE']], [[]]])('says nothing of the kind where it asked for %j', async (territories) => {
    const { text, json } = await reportOn(territories);
    expect(text).not.toContain('reaches no further');
    expect(json.narrowed).toBeNull();
  });
});
