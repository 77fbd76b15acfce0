import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import { AUTHORITY, ORDER } from '../../support/demands.ts';
import { PLATFORM_URL, RemovalWorld } from '../../support/removal-world.ts';

const open: RemovalWorld[] = [];
const OLGA = { token: 'operator:olga' } as const;
const WRONG = { url: `${PLATFORM_URL}/tracks/trk-of-nobody` };
const IMPOSSIBLE = '[x] Höhere Gewalt oder faktische Unmöglichkeit';
const INSUFFICIENT = '[x] Die Anordnung enthält unzureichende Angaben';

afterEach(async () => {
  for (const made of open.splice(0)) await made.dispose();
});

async function ordered(change: object = {}, mode: 'none' | 'lies' | '500' = 'none') {
  const removal = new RemovalWorld('2026-10-12T08:00:00.000Z');
  open.push(removal);
  removal.platform.mode = mode;
  const sent = await removal.call('POST', '/v1/orders', { token: AUTHORITY, body: { ...ORDER, ...change } });
  const { caseId } = sent.body;
  const drafts = async () => {
    const { body } = await removal.call('GET', `/v1/cases/${caseId}`, OLGA);
    return body.deliveries.filter(({ channel }: { channel: string }) => channel === 'draft');
  };
  const send = (deliveryId: string, token: string = OLGA.token) =>
    removal.call('POST', `/v1/cases/${caseId}/resume`, { token, body: { deliveries: [{ deliveryId }] } });
  const lastMail = async () => {
    const mail = removal.mails.at(-1)!;
    const { text, subject } = await simpleParser(Buffer.from(mail.raw));
    return { subject, text: (text ?? '').replace(/\n> /g, ' ').replace(/\s+/g, ' ') };
  };
  return { removal, caseId, drafts, send, lastMail };
}

describe('the draft of a report that an order cannot be executed', () => {
  it.each([
    ['unsigned', { signed: false }, 'trägt keine elektronische Signatur'],
    ['about nothing that is there', { items: [WRONG] }, 'bezeichnet keinen Inhalt'],
    ['without a provision', { provisions: [] }, 'nennt keine Vorschrift'],
  ])('says of an order %s what it lacks, and asks for it', async (_what, order, lack) => {
    const { removal, caseId, drafts } = await ordered(order);
    await removal.until(() => removal.record(caseId).state === 'in-review');
    const [draft] = await drafts();
    expect(draft).toMatchObject({ state: 'parked', owner: 'trained person' });
    expect(draft.text).toContain(INSUFFICIENT);
    expect(draft.text).not.toContain(IMPOSSIBLE);
    expect(draft.text.replace(/\n> /g, ' ')).toContain(lack);
    expect(draft.text).not.toContain('technischen Systeme');
    expect(draft.text).toContain('Behörde oder Gericht: Bundeskriminalamt');
  });

  it('says of an order that the platform does not execute that it is impossible so far', async () => {
    const { removal, drafts } = await ordered({}, 'lies');
    await removal.pass(42);
    const [draft] = await drafts();
    expect(draft.text).toContain(IMPOSSIBLE);
  });

  it('goes to the authority as it was read, once a trained person sends it, and is on record as sent by them', async () => {
    const { removal, caseId, drafts, send, lastMail } = await ordered({ signed: false });
    await removal.until(() => removal.record(caseId).state === 'in-review');
    const [draft] = await drafts();
    const refused = await send(draft.deliveryId, 'specialist:sam');
    expect(refused.status).toBe(403);
    expect((await send(draft.deliveryId)).status).toBe(202);
    await removal.pass(1);
    const report = removal.deliveries(caseId).find(({ deliveryId }) => deliveryId === draft.deliveryId);
    expect(report).toMatchObject({ kind: 'impossibility-report', state: 'delivered', sentBy: 'olga' });
    const { subject, text } = await lastMail();
    expect(subject).toMatch(/^Unmöglichkeit der Ausführung/);
    expect(text).toContain(INSUFFICIENT);
    expect(text).toContain('trägt keine elektronische Signatur');
    expect(text).not.toContain('Entwurf');
    const sent = removal.api.cases.of(caseId).events.find(({ type }) => type === 'draft.sent');
    expect(sent).toMatchObject({ actor: { kind: 'person', id: 'olga' }, data: { deliveryId: draft.deliveryId } });
    expect((await send(draft.deliveryId)).status).toBe(400);
  });

  it('leaves while the platform is still being tried', async () => {
    const { removal, caseId, drafts, send, lastMail } = await ordered({}, 'lies');
    await removal.pass(42);
    const [draft] = await drafts();
    expect((await send(draft.deliveryId)).status).toBe(202);
    await removal.pass(11);
    expect(removal.record(caseId).state).toBe('proving');
    expect((await lastMail()).text).toContain(IMPOSSIBLE);
  });

  it('is set aside and not sent once the effect that it calls unproven is proven', async () => {
    const { removal, caseId, drafts, send } = await ordered({}, '500');
    await removal.pass(41);
    expect(await drafts()).toMatchObject([{ state: 'parked', reason: 'draft' }]);
    removal.platform.mode = 'none';
    await removal.until(() => removal.record(caseId).state === 'in-review');
    const [draft] = await drafts();
    expect(draft).toMatchObject({ state: 'parked', reason: 'overtaken' });
    const before = removal.mails.length;
    const refused = await send(draft.deliveryId);
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain('the effect report tells of it');
    await removal.pass(5);
    expect(removal.mails).toHaveLength(before);
  });

  it('is set aside when the effect is proven between its sending and its leaving', async () => {
    const { removal, caseId, drafts, send } = await ordered({}, '500');
    await removal.pass(42);
    const [draft] = await drafts();
    const isReport = ({ deliveryId }: { deliveryId: string }) => deliveryId === draft.deliveryId;
    removal.platform.mode = 'none';
    expect((await send(draft.deliveryId)).status).toBe(202);
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(removal.mails.some(isReport)).toBe(false);
    expect(removal.deliveries(caseId).find(isReport)).toMatchObject({
      ...{ kind: 'impossibility-report-draft', channel: 'draft', state: 'parked', reason: 'overtaken' },
    });
    expect((await send(draft.deliveryId)).status).toBe(409);
  });

  it.each([
    ['the order was executed in spite of what it lacks', { signed: false }, true],
    ['another item is still not found', { signed: false, items: [...ORDER.items, WRONG] }, false],
  ])('about a lack: %s', async (_what, order, overtaken) => {
    const { removal, caseId, drafts, send } = await ordered(order);
    await removal.until(() => removal.record(caseId).state === 'in-review');
    const { body } = await removal.call('POST', `/v1/cases/${caseId}/claim`, { token: 'specialist:sam' });
    const ground = { type: 'illegal', provision: '§ 130 StGB', explanation: 'Der Titel ist verboten.' };
    const items = [{ itemId: 'item-1', action: 'disable', components: [], territories: ['DE'], until: null }];
    const decision = { leaseId: body.leaseId, outcome: 'restrict', ground, facts: 'Verboten.', items };
    const decided = await removal.call('POST', `/v1/cases/${caseId}/decision`, {
      token: 'specialist:sam',
      body: decision,
    });
    expect(decided.body).toMatchObject({ effect: 'restrict', state: 'awaiting-approval' });
    const approve = { verdict: 'approve', reason: 'zutreffend' };
    await removal.call('POST', `/v1/cases/${caseId}/approval`, { token: 'counsel:cora', body: approve });
    await removal.until(() => removal.record(caseId).state === 'closed');
    const [draft] = await drafts();
    expect(draft.reason).toBe(overtaken ? 'overtaken' : 'draft');
    expect((await send(draft.deliveryId)).status).toBe(overtaken ? 409 : 202);
  });

  it('stays parked when everything that is parked is sent again', async () => {
    const { removal, caseId, drafts } = await ordered({ signed: false });
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect((await removal.call('POST', `/v1/cases/${caseId}/resume`, { ...OLGA, body: {} })).status).toBe(409);
    expect(await drafts()).toHaveLength(1);
  });
});

describe('an order acted on first that review finds to be in error', () => {
  async function judged(outcome: 'reject' | 'duplicate', ground: object | null) {
    const { removal, caseId } = await ordered();
    await removal.until(() => removal.record(caseId).state === 'in-review');
    const { body } = await removal.call('POST', `/v1/cases/${caseId}/claim`, { token: 'specialist:sam' });
    const facts = 'Die Adresse führt zu einem Nachrichtenbeitrag und nicht zu dem bezeichneten Titel.';
    const decision = { leaseId: body.leaseId, outcome, ground, facts, items: [] };
    await removal.call('POST', `/v1/cases/${caseId}/decision`, { token: 'specialist:sam', body: decision });
    const approve = { verdict: 'approve', reason: 'zutreffend' };
    await removal.call('POST', `/v1/cases/${caseId}/approval`, { token: 'counsel:cora', body: approve });
    await removal.until(() => removal.record(caseId).state === 'closed');
    const told = removal.deliveries(caseId).filter(({ to, decisionId }) => to === 'authority' && decisionId !== null);
    const mails = await Promise.all(removal.mails.map(({ raw }) => simpleParser(Buffer.from(raw))));
    const report = mails.find(({ subject }) => subject?.startsWith('Unmöglichkeit der Ausführung'));
    const text = (report?.text ?? '').replace(/\n> /g, ' ').replace(/\s+/g, ' ');
    return { text, kinds: told.filter(({ state }) => state === 'delivered').map(({ kind }) => kind) };
  }

  it('is answered by Annex III with the error named, a clarification asked for, and the lifting proven', async () => {
    const explanation = 'Artikel 1 Absatz 3 der Verordnung nimmt journalistische Beiträge aus.';
    const { text, kinds } = await judged('reject', { type: 'illegal', provision: 'Art. 1 Abs. 3', explanation });
    expect(kinds).toEqual(expect.arrayContaining(['impossibility-report', 'reinstatement-to-sender']));
    expect(text).toContain('[x] Die Anordnung enthält offensichtliche Fehler');
    expect(text).toContain(explanation);
    expect(text).toContain('nicht zu dem bezeichneten Titel');
    expect(text).toContain('Klarstellung, die wir von Ihnen benötigen:');
    expect(text).toMatch(/aufgehoben; durch Abruf auf unserer Plattform nachgewiesen am .* \(UTC: /);
  });

  it('is not said to be in error where it only repeats another one', async () => {
    const { kinds, text } = await judged('duplicate', null);
    expect(kinds).toContain('reinstatement-to-sender');
    expect([kinds.includes('impossibility-report'), text]).toEqual([false, '']);
  });
});
