import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import { AUTHORITY, ORDER } from '../../support/demands.ts';
import { RemovalWorld } from '../../support/removal-world.ts';

const open: RemovalWorld[] = [];
const PHAROS = 'authority:fr-pharos:fr-pharos';
const COUNSEL = 'counsel:cora';
const GROUNDS = 'Der Beitrag ist eine Reportage und damit kein terroristischer Inhalt.';
const EVIDENCE = 'Bescheid per Mail an die Kontaktstelle.';

async function executed(token = PHAROS, fields: object = {}) {
  const world = new RemovalWorld('2026-10-05T08:00:00.000Z');
  open.push(world);
  const authority = { id: token.split(':').at(-1) };
  const body = { ...ORDER, authority, reference: 'PH-1', language: 'en', ...fields };
  const { caseId } = (await world.call('POST', '/v1/orders', { token, body })).body;
  await world.until(() => world.record(caseId).state === 'in-review');
  await world.pass(2);
  const post = (route: string, sent: object, caller = COUNSEL) =>
    world.call('POST', `/v1/cases/${caseId}/${route}`, { token: caller, body: sent });
  const ask = (caller = COUNSEL) => post('scrutiny-request', { infringement: 'manifest', grounds: GROUNDS }, caller);
  const found = (infringement: string, fields_: object = {}) =>
    post('scrutiny-decision', {
      ...{ infringement, initiative: 'platform', decidedAt: world.now(), evidence: EVIDENCE },
      ...fields_,
    });
  const told = () =>
    world
      .deliveries(caseId)
      .map(({ kind, to, state }) => `${kind} ${to} ${state}`)
      .toSorted();
  const dark = () => Object.keys(world.platform.seen('trk-1002')['audio']?.exceptions ?? {}).length;
  return { world, caseId, ask, found, told, dark };
}

afterEach(async () => {
  for (const world of open.splice(0)) await world.dispose();
});

const EXECUTED = [
  'effect-report authority delivered',
  'information-about-order uploader delivered',
  'partner-restriction partner delivered',
  'receipt authority delivered',
];
const REINSTATED = [
  'partner-reinstatement partner delivered',
  'reinstatement-to-sender authority delivered',
  'reinstatement-to-uploader uploader delivered',
];

describe('the scrutiny of a removal order of another Member State', () => {
  it('tells the uploader which authority can be asked, and until when', async () => {
    const { world, told } = await executed();
    expect(told()).toEqual(EXECUTED);
    const mails = await Promise.all(world.mails.map(({ raw }) => simpleParser(Buffer.from(raw))));
    const [information] = mails.flatMap(({ text = '' }) => (/48 (Stunden|hours)/.test(text) ? [text] : []));
    expect(information?.replaceAll(/\s+/g, ' ')).toContain('Bundeskriminalamt');
  });

  it('is asked for by counsel once, in the language of that authority, with a copy for machines and on paper', async () => {
    const { world, caseId, ask, told, dark } = await executed();
    expect(await ask('lead:lea')).toMatchObject({ status: 403 });
    expect(await ask()).toMatchObject({ status: 202, body: { state: 'in-review', decisionId: null } });
    await world.until(() => told().includes('scrutiny-request authority delivered'));
    expect(told()).toEqual([...EXECUTED, 'scrutiny-request authority delivered'].toSorted());
    const mail = await simpleParser(Buffer.from(world.mails.at(-1)?.raw ?? []));
    expect(mail.to).toMatchObject({ text: 'tco@police.example' });
    expect(mail.text?.replaceAll(/\s+/g, ' ')).toContain(GROUNDS);
    expect(mail.text).toContain('verstößt nach unserer Auffassung offensichtlich');
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['report.json', 'report.pdf']);
    const report = JSON.parse(mail.attachments[0]?.content.toString() ?? '');
    expect(report).toMatchObject({ form: 'eu-2021-784-scrutiny-request', infringement: 'manifest', grounds: GROUNDS });
    const others = world.mails.slice(0, -1).map(({ raw }) => Buffer.from(raw).toString());
    expect(others.join('')).not.toContain('Reportage');
    const clock = world.record(caseId).clocks.find(({ clock: id }) => id === 'EU_TCO_ART4.authority-decision');
    expect(clock).toMatchObject({ direction: 'their-window', dueAt: '2026-10-08T08:02:00.000Z' });
    expect(await ask()).toMatchObject({ status: 409, body: { detail: expect.stringContaining('asked for already') } });
    expect(dark()).toBe(27);
  });

  it('is not asked for by us after 48 hours, nor of an order from here', async () => {
    const late = await executed();
    await late.world.pass(48 * 60 + 1);
    expect(await late.ask()).toMatchObject({ status: 409, body: { detail: expect.stringContaining('ended at') } });
    // The uploader's own time is another one, and what the authority found on their request is recorded at any time.
    expect(await late.found('none', { initiative: 'uploader' })).toMatchObject({ status: 202 });
    const domestic = await executed(AUTHORITY);
    expect(await domestic.ask()).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('another Member') },
    });
    expect(await domestic.found('serious')).toMatchObject({ status: 409 });
  });

  it('finds an infringement: all is put back at once, and everybody told before is told', async () => {
    const { world, caseId, ask, found, told, dark } = await executed();
    await ask();
    await world.pass(60);
    const answer = await found('manifest');
    expect(answer).toMatchObject({ status: 202, body: { state: 'restoring', decisionId: `${caseId}.d2` } });
    const from = world.now();
    await world.until(() => world.record(caseId).state === 'closed');
    expect(Date.parse(world.now()) - Date.parse(from)).toBeLessThan(5 * 60_000);
    expect(dark()).toBe(0);
    expect(told()).toEqual([...EXECUTED, ...REINSTATED, 'scrutiny-request authority delivered'].toSorted());
    expect(world.record(caseId)).toMatchObject({ outcome: 'rejected', parked: null });
    expect(world.audit(caseId)).toEqual(
      expect.arrayContaining(['scrutiny.requested', 'scrutiny.decided', 'reversal.recorded', 'restoring.finished']),
    );
    const texts = world.mails.map(({ raw }) => Buffer.from(raw).toString());
    expect(texts.filter((text) => text.includes('Kontaktstelle'))).toEqual([]);
    const again = await found('serious', { initiative: 'own' });
    expect(again).toMatchObject({ status: 202, body: { state: 'closed', decisionId: null } });
  });

  it('is not recorded as an infringement before anything was done, which it could not stop', async () => {
    const { world, caseId, found, dark } = await executed(PHAROS, { signed: false });
    expect(dark()).toBe(0);
    expect(await found('manifest')).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('Nothing') },
    });
    expect(world.audit(caseId)).not.toContain('scrutiny.decided');
  });

  it('finds no infringement: it is recorded, nobody is told by us, and the order stays executed', async () => {
    const { world, caseId, found, told, dark } = await executed();
    expect(await found('none', { initiative: 'own' })).toMatchObject({ status: 202, body: { decisionId: null } });
    await world.settle();
    expect([told(), dark()]).toEqual([EXECUTED, 27]);
    expect(world.audit(caseId).at(-1)).toBe('scrutiny.decided');
    expect(await found('none', { decidedAt: '2026-10-05T07:00:00Z' })).toMatchObject({ status: 409 });
    expect(await found('none', { decidedAt: '2026-10-06T07:00:00Z' })).toMatchObject({ status: 409 });
  });

  it('tells nobody whom the order keeps in the dark before that ends', async () => {
    const { world, caseId, found, told, dark } = await executed(PHAROS, { nonDisclosureUntil: '2026-10-19T08:00:00Z' });
    await found('serious', { initiative: 'own' });
    await world.until(() => world.record(caseId).state === 'closed');
    expect(dark()).toBe(0);
    expect(told().filter((line) => /uploader|partner/.test(line) && !line.endsWith('scheduled'))).toEqual([]);
    expect(told()).toContain('reinstatement-to-sender authority delivered');
  });
});
