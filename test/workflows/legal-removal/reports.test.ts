import { createHash } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import { NOTICE } from '../../support/demands.ts';
import { PLATFORM_URL, RemovalWorld } from '../../support/removal-world.ts';

const open: RemovalWorld[] = [];
const OLGA = 'operator:olga';
const THREAT = 'Er schreibt, er werde seine Nachbarin töten.';
const CHILD = 'Auf dem Bild ist Kinderpornografie zu sehen.';
const SELF_HARM = 'Sie schreibt: I want to die tonight.';
const MATERIAL = Buffer.from('the material itself').toString('base64');
const JUDGED = { incidentType: 'Child Pornography (possession, manufacture, and distribution)', viewed: false };

afterEach(async () => {
  for (const made of open.splice(0)) await made.dispose();
});

async function signalled(explanation: string, changes: object = {}, establishments: readonly string[] = ['DE']) {
  const removal = new RemovalWorld();
  removal.establishments = establishments;
  open.push(removal);
  const items = [{ url: `${PLATFORM_URL}/tracks/trk-1001` }];
  const body = { ...NOTICE, items, explanation, ...changes };
  const { caseId, accessToken } = (await removal.call('POST', '/v1/notices', { body })).body;
  await removal.page(caseId);
  const reports = () => removal.deliveries(caseId).filter(({ report }) => report !== undefined);
  const send = async (deliveryId: string, said: object = {}, token = OLGA) => {
    const deliveries = [{ deliveryId, ...said }];
    return await removal.call('POST', `/v1/cases/${caseId}/resume`, { token, body: { deliveries } });
  };
  const timer = async () => await removal.fireTimer(caseId, 'send-reports');
  const view = async (token: string) => (await removal.call('GET', `/v1/cases/${caseId}`, { token })).body;
  return { removal, caseId, accessToken, reports, send, timer, view };
}

const NCMEC = 'danger.child-safety-report.ncmec';

describe('a signal of danger', () => {
  it('drafts the report to the police where the uploader is, beside the page, and nothing leaves', async () => {
    const { removal, caseId, reports, timer, view } = await signalled(THREAT);
    expect(reports()).toMatchObject([
      {
        deliveryId: 'danger.crime-report.bka',
        ...{ kind: 'crime-report', channel: 'draft', state: 'parked', owner: 'trained person', reason: 'draft' },
      },
    ]);
    await timer();
    await removal.pass(24 * 60);
    expect(removal.mails.filter(({ to }) => to.endsWith('police.example'))).toEqual([]);
    expect(removal.record(caseId).undelivered).toBe(0);
    const [shown] = (await view('specialist:sam')).deliveries.filter(({ report }: { report?: object }) => report);
    expect(shown).toMatchObject({ report: { recipient: 'bka' }, text: expect.stringContaining(THREAT) });
    expect(shown.text).toContain('tracks/trk-1001');
    expect(shown.text).not.toContain(NOTICE.submitter.name);
  });

  it('is drafted once however often the page is repeated, also once it was taken up', async () => {
    const { removal, caseId, reports } = await signalled(THREAT);
    await removal.page(caseId, 2);
    expect(reports()).toHaveLength(1);
    await removal.call('POST', `/v1/cases/${caseId}/danger-acknowledgement`, { token: OLGA });
    await removal.page(caseId, 3);
    expect(reports()).toHaveLength(1);
  });

  it('that comes after the first was taken up has a draft of its own, with every word by then', async () => {
    const { removal, caseId, accessToken, reports, view } = await signalled(THREAT);
    await removal.call('POST', `/v1/cases/${caseId}/danger-acknowledgement`, { token: OLGA });
    const body = { answers: { explanation: 'Er hat eine Bombendrohung verschickt.' } };
    await removal.call('POST', `/v1/notices/${caseId}/information`, { token: accessToken, body });
    await removal.page(caseId);
    const ids = reports().map(({ deliveryId }) => deliveryId);
    expect(ids.toSorted()).toEqual(['danger-n2.crime-report.bka', 'danger.crime-report.bka']);
    const texts = (await view(OLGA)).deliveries.flatMap(({ text }: { text: string | null }) => text ?? []);
    expect(texts.filter((text: string) => text.includes('Bombendrohung'))).toHaveLength(1);
    expect(texts.filter((text: string) => text.includes(THREAT))).toHaveLength(2);
  });

  it('is drafted without what the platform knows once that stays silent, not before', async () => {
    const removal = new RemovalWorld();
    open.push(removal);
    removal.platform.mode = '500';
    const items = [{ url: `${PLATFORM_URL}/tracks/trk-1001` }];
    const body = { ...NOTICE, items, explanation: THREAT };
    const { caseId } = (await removal.call('POST', '/v1/notices', { body })).body;
    const reports = () => removal.deliveries(caseId).filter(({ report }) => report !== undefined);
    await expect(removal.page(caseId, 1)).rejects.toThrow();
    expect(removal.webhooks).toHaveLength(1);
    expect(reports()).toEqual([]);
    await removal.page(caseId, 3);
    expect(reports().map(({ deliveryId }) => deliveryId)).toEqual([
      'danger.crime-report.bka',
      'danger.crime-report.europol',
    ]);
  });

  it('of self-harm drafts a call for help and no report of an offence', async () => {
    const { reports } = await signalled(SELF_HARM);
    expect(reports().map(({ kind }) => kind)).toEqual(['welfare-disclosure']);
  });
});

describe('a report that a person sends', () => {
  it('leaves as it was read, whatever the case waits for, and the history and the view name who sent it', async () => {
    const { removal, caseId, reports, send, timer, view } = await signalled(THREAT);
    const [draft] = (await view(OLGA)).deliveries.filter(({ report }: { report?: object }) => report);
    expect((await send('danger.crime-report.bka')).status).toBe(202);
    const before = removal.record(caseId).state;
    await timer();
    await removal.pass(1);
    const mails = removal.mails.filter(({ to }) => to === 'bka@police.example');
    expect(mails).toHaveLength(1);
    const { text, subject } = await simpleParser(Buffer.from(mails[0]?.raw ?? []));
    expect((text ?? '').replaceAll(/\s+/g, ' ').trim()).toBe(draft.text.replaceAll(/\s+/g, ' ').trim());
    expect(subject).toContain('Meldung des Verdachts einer Straftat');
    expect(reports()).toMatchObject([{ state: 'delivered', channel: 'mail', sentBy: 'olga' }]);
    expect(removal.record(caseId).state).toBe(before);
    const event = removal.api.cases.of(caseId).events.find(({ type }) => type === 'draft.sent');
    expect(event).toMatchObject({ actor: { kind: 'person', id: 'olga' }, data: { kind: 'crime-report' } });
  });

  it.each(['specialist:sam', 'counsel:cora', 'auditor:ada', 'vendor:vera'])('is not sent by %s', async (token) => {
    const { removal, reports, send, timer } = await signalled(THREAT);
    expect((await send('danger.crime-report.bka', {}, token)).status).toBe(403);
    await timer();
    expect(reports()).toMatchObject([{ state: 'parked', channel: 'draft' }]);
    expect(removal.mails.filter(({ to }) => to.endsWith('police.example'))).toEqual([]);
  });

  it('says so and stays where no address of its recipient is known', async () => {
    const { removal, reports, send, timer } = await signalled(THREAT, { items: [{ url: 'https://else.example/x' }] });
    const europol = 'danger.crime-report.europol';
    expect(reports().find(({ deliveryId }) => deliveryId === europol)).toMatchObject({ reason: 'no-address' });
    const answer = await send(europol);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain('no address of its recipient (europol)');
    expect((await send(europol, { email: 'somebody@police.example' })).status).toBe(400);
    await timer();
    expect(removal.mails.filter(({ to }) => to.endsWith('police.example'))).toEqual([]);
  });
});

describe('a report whose recipient lost its address after it was sent', () => {
  it('lies with an operator, and leaves as it was read once there is one again', async () => {
    const { removal, reports, send, timer } = await signalled(THREAT);
    expect((await send('danger.crime-report.bka')).status).toBe(202);
    removal.destinations.addresses.delete('bka');
    await timer();
    expect(reports()).toMatchObject([{ state: 'parked', owner: 'operator', reason: 'no-address', documentKey: null }]);
    removal.destinations.addresses.set('bka', 'neu@police.example');
    expect((await send('danger.crime-report.bka')).status).toBe(202);
    await timer();
    expect(removal.mails.filter(({ to }) => to === 'neu@police.example')).toHaveLength(1);
  });
});

describe('a report of apparent child abuse by a provider of the United States', () => {
  const attachments = [{ fileName: 'x.png', mediaType: 'image/png', content: MATERIAL }];
  const hash = createHash('sha256').update(Buffer.from(MATERIAL, 'base64')).digest('hex');
  const us = () => signalled(CHILD, { attachments }, ['US']);

  it('is sent once to NCMEC, after the person said what it is about and whether anybody looked', async () => {
    const { removal, caseId, reports, send, timer } = await us();
    expect(reports().map(({ deliveryId }) => deliveryId)).toEqual([NCMEC]);
    expect((await send(NCMEC)).status).toBe(400);
    expect((await send(NCMEC, { viewed: true })).status).toBe(400);
    expect((await send(NCMEC, JUDGED)).status).toBe(202);
    await timer();
    await timer();
    expect([removal.opened.length, removal.finished]).toEqual([1, ['1']]);
    expect(removal.opened[0]).toContain(`<incidentType>${JUDGED.incidentType}</incidentType>`);
    expect(reports()).toMatchObject([{ state: 'delivered', channel: 'ncmec', receiverId: '1', report: JUDGED }]);
    expect(removal.record(caseId).clocks.find(({ clock }) => clock === 'US_2258A.preserve-until')).toMatchObject({
      dueAt: expect.stringMatching(/^2027-10-0[56]T/),
      direction: 'hold-until',
    });
    expect(removal.entries).toContainEqual(expect.objectContaining({ purpose: 'report-preservation-end' }));
  });

  it('holds the hash of what was sent along, and nothing anywhere holds the material', async () => {
    const { removal, send, timer } = await us();
    await send(NCMEC, JUDGED);
    await timer();
    expect(removal.opened[0]).toContain(hash);
    const kept = [...removal.api.documents.kept.values(), ...removal.opened].join('\n');
    expect(kept).toContain(hash);
    expect(kept).not.toContain(MATERIAL);
    expect(kept).not.toContain('the material itself');
  });

  it.each(['opened', 'finished'] as const)('is one report when the process dies after it was %s', async (when) => {
    const { removal, reports, send, timer } = await us();
    let died = false;
    removal.afterNcmec = (did) => {
      if (did !== when || died) return null;
      died = true;
      throw new Error('the process died');
    };
    await send(NCMEC, JUDGED);
    await expect(timer()).rejects.toThrow('the process died');
    expect(reports()).toMatchObject([{ state: 'claimed' }]);
    removal.afterNcmec = () => null;
    await removal.pass(3);
    await timer();
    expect(reports()).toMatchObject([{ state: 'delivered' }]);
    // One that was opened without a record is never finished; the other is finished under the number that was kept.
    expect(removal.opened).toHaveLength(when === 'opened' ? 2 : 1);
    expect(new Set(removal.finished)).toEqual(new Set([when === 'opened' ? '2' : '1']));
  });

  it('goes again while no answer comes, and then lies with an operator, who is paged', async () => {
    const { removal, caseId, reports, send, timer } = await us();
    removal.afterNcmec = () => ({ kind: 'unheard' });
    await send(NCMEC, JUDGED);
    for (let look = 0; look < 10; look += 1) {
      const wakes = removal.scheduled.length;
      await timer();
      if (reports()[0]?.state === 'claimed') expect(removal.scheduled[wakes]?.purpose).toBe('send-reports');
      await removal.pass(150);
    }
    expect(removal.scheduled[0]?.at).toBe('2026-10-05T08:02:00.000Z');
    expect(removal.pages().at(-1)).toMatchObject({ reason: 'message-undelivered' });
    expect(reports()).toMatchObject([{ state: 'parked', owner: 'operator', reason: 'not-accepted', attempt: 8 }]);
    expect(removal.record(caseId).undelivered).toBe(1);
    removal.afterNcmec = () => null;
    expect((await send(NCMEC)).status).toBe(202);
    await timer();
    expect(reports()).toMatchObject([{ state: 'delivered', report: JUDGED }]);
    expect(removal.finished).toHaveLength(1);
  });

  it('is opened anew when NCMEC dropped it unfinished', async () => {
    const { removal, reports, send, timer } = await us();
    removal.afterNcmec = (did) => (did === 'finished' ? { kind: 'gone' } : null);
    await send(NCMEC, JUDGED);
    await timer();
    removal.afterNcmec = () => null;
    await removal.pass(3);
    await timer();
    expect(reports()).toMatchObject([{ state: 'delivered', receiverId: '2' }]);
  });

  it.each([
    ['specialist:sam', null],
    ['counsel:cora', null],
    ['operator:olga', expect.stringContaining('apparently shows or concerns')],
    ['lead:lea', expect.stringContaining('apparently shows or concerns')],
  ])('is read by few: %s', async (token, text) => {
    const { view } = await us();
    const { deliveries } = await view(token);
    expect(deliveries.find(({ deliveryId }: { deliveryId: string }) => deliveryId === NCMEC)).toMatchObject({ text });
  });
});
