import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import { NOTICE, ORDER } from '../../support/demands.ts';
import { PLATFORM_URL, RemovalWorld } from '../../support/removal-world.ts';

const DAY = 24 * 60;
const UNTIL = '2026-10-20T08:00:00.000Z';
const TRACK = `${PLATFORM_URL}/tracks/trk-1002`;
const INTIMATE = {
  ...NOTICE,
  legalBasis: 'US_TIDA',
  language: 'en',
  statements: { goodFaith: true, affectedPerson: true, withoutConsent: true },
  items: [{ url: TRACK, components: ['artwork'] }],
};
const UNSIGNED = { ...INTIMATE, signature: undefined };
const RESTRICT = {
  outcome: 'restrict',
  ground: { type: 'illegal', provision: '§ 1004 BGB', explanation: 'Untersagt.' },
  facts: 'Der Inhalt ist untersagt.',
  items: [{ itemId: 'item-1', action: 'disable', components: [], territories: ['DE'], until: null }],
};

const open: RemovalWorld[] = [];

function world(): RemovalWorld {
  const made = new RemovalWorld();
  open.push(made);
  return made;
}

afterEach(async () => {
  for (const made of open.splice(0)) await made.dispose();
});

async function order(removal: RemovalWorld, authority: string, change: object): Promise<string> {
  const body = { ...ORDER, authority: { id: authority }, territories: ['DE'], ...change };
  const answer = await removal.call('POST', '/v1/orders', { token: `authority:${authority}:${authority}`, body });
  expect(answer.status).toBe(202);
  return answer.body.caseId;
}

/** Counsel decides, and a lead approves where somebody has to. */
async function decide(removal: RemovalWorld, caseId: string, decision: object): Promise<void> {
  const token = 'counsel:cora';
  const { body } = await removal.call('POST', `/v1/cases/${caseId}/claim`, { token });
  const sent = { leaseId: body.leaseId, ...decision };
  const answer = await removal.call('POST', `/v1/cases/${caseId}/decision`, { token, body: sent });
  expect(answer.body).toMatchObject({ caseId });
  if (removal.record(caseId).state !== 'awaiting-approval') return;
  const approval = { verdict: 'approve', reason: 'Zutreffend.' };
  await removal.call('POST', `/v1/cases/${caseId}/approval`, { token: 'lead:lea', body: approval });
}

async function letter(removal: RemovalWorld, caseId: string, kind: string): Promise<string> {
  const mail = removal.mails.find((sent) => sent.caseId === caseId && sent.deliveryId.includes(`.${kind}.`));
  return mail === undefined ? '' : ((await simpleParser(Buffer.from(mail.raw))).text ?? '').replaceAll(/\s+/g, ' ');
}

describe('an order that is to be kept secret', () => {
  it.each([
    ['DSA_ART9', 'fr-arcom', 'information-about-order'],
    ['COURT_ORDER', 'de-lg-hamburg', 'information-about-order'],
    ['COURT_ORDER', 'us-ndcal', 'statement-of-reasons'],
  ])('on %s of %s tells the uploader and partners nothing before its date', async (legalBasis, authority, kind) => {
    const removal = world();
    const caseId = await order(removal, authority, { legalBasis, nonDisclosureUntil: UNTIL });
    await decide(removal, caseId, RESTRICT);
    await removal.until(() => removal.record(caseId).state === 'closed');
    const held = removal.deliveries(caseId).filter(({ to, channel }) => to !== 'authority' || channel === 'webhook');
    expect(held.map(({ kind: owed }) => owed).toSorted()).toEqual([kind, 'partner-restriction'].toSorted());
    for (const { state, notBefore } of held) expect([state, notBefore]).toEqual(['scheduled', UNTIL]);
    expect(removal.webhooks).toEqual([]);
    expect(await letter(removal, caseId, kind)).toBe('');
    await removal.pass(15 * DAY);
    await removal.fireTimer(caseId, 'withheld-message');
    await removal.until(() => removal.webhooks.length === 1);
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(await letter(removal, caseId, kind)).not.toBe('');
  });

  it('under Art 9 is kept secret until the date that its authority sets instead', async () => {
    const removal = world();
    const caseId = await order(removal, 'fr-arcom', { legalBasis: 'DSA_ART9', nonDisclosureUntil: UNTIL });
    const later = '2027-01-15T08:00:00.000Z';
    const token = 'authority:fr-arcom:fr-arcom';
    const body = { statement: 'Plus longtemps.', nonDisclosureUntil: later };
    expect((await removal.call('POST', `/v1/orders/${caseId}/amendment`, { token, body })).status).toBe(202);
    const { nonDisclosureUntil, clocks } = removal.record(caseId);
    expect(nonDisclosureUntil).toBe(later);
    const periods = clocks.filter(({ clock }) => clock === 'DSA_ART9.non-disclosure-until');
    expect(periods.map(({ dueAt }) => Date.parse(dueAt))).toEqual([Date.parse(later)]);
  });
});

describe('an order under Art 9', () => {
  it('without a territory is asked for it, and decided all the same', async () => {
    const removal = world();
    const caseId = await order(removal, 'fr-arcom', { legalBasis: 'DSA_ART9', territories: [] });
    expect(removal.record(caseId)).toMatchObject({ state: 'in-review', missing: ['territory'] });
    expect(await letter(removal, caseId, 'information-request')).toContain('Der räumliche Geltungsbereich');
    await decide(removal, caseId, RESTRICT);
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.platform.seen('trk-1002')['audio']).toEqual({ default: 'up', exceptions: { DE: 'dark' } });
  });
});

describe('what is said of an order', () => {
  const said = async (change: object, answers: object | null = null) => {
    const removal = world();
    const caseId = await order(removal, 'de-bka', { territories: ['EU'], ...change });
    await removal.settle();
    if (answers !== null) {
      const token = 'authority:de-bka:de-bka';
      await removal.call('POST', `/v1/orders/${caseId}/information`, { token, body: { answers } });
    }
    const reported = () =>
      removal.deliveries(caseId).some(({ kind, state }) => kind === 'effect-report' && state === 'delivered');
    await removal.until(reported);
    return { removal, caseId, report: await letter(removal, caseId, 'effect-report') };
  };

  it('is the date of issue that it states, or that its authority supplies', async () => {
    expect((await said({})).report).toContain('05.10.2026, 09:35 Uhr');
    const supplied = await said(
      { issuedAt: null },
      { 'issued-at': '2026-10-05T06:30:00Z', redress: 'Klage in Wiesbaden.' },
    );
    expect(supplied.report).toContain('05.10.2026, 08:30 Uhr');
  });

  it('is the end of the secrecy that was asked for, within the six weeks that the law allows', async () => {
    const { removal, caseId } = await said({ nonDisclosureUntil: UNTIL });
    const receipt = await letter(removal, caseId, 'receipt');
    expect(receipt).toContain('die Geheimhaltung endet am 20.10.2026');
    expect(removal.record(caseId).clocks.find(({ direction }) => direction === 'hold-until')).toMatchObject({
      dueAt: UNTIL,
      kind: 'ordered',
    });
    const longer = await said({ nonDisclosureUntil: '2027-10-20T08:00:00Z' });
    expect(await letter(longer.removal, longer.caseId, 'receipt')).toContain(
      'die Geheimhaltung endet am 16.11.2026, 24:00',
    );
  });
});

describe('a request under the TAKE IT DOWN Act', () => {
  it('valid on its face is acted on at once, no wider than the Act reaches, and confirmed by a person', async () => {
    const removal = world();
    const { caseId } = (await removal.call('POST', '/v1/notices', { body: INTIMATE })).body;
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(removal.now() < '2026-10-05T08:10:00').toBe(true);
    expect(removal.record(caseId)).toMatchObject({ actFirst: true, authenticated: false });
    expect(removal.audit(caseId)).not.toContain('demand.authenticated');
    expect(removal.platform.seen('trk-1002')['artwork']).toEqual({ default: 'up', exceptions: { US: 'dark' } });
    expect(removal.platform.seen('trk-1002')['audio']).toEqual({ default: 'up', exceptions: {} });
    const statement = await letter(removal, caseId, 'statement-of-reasons');
    expect(statement).toContain('Pub. L. 119-12 § 3 (TAKE IT DOWN Act)');
    expect(statement).toContain('reached wholly by automated means');
    await decide(removal, caseId, { outcome: 'restrict', facts: 'Reviewed.', items: [] });
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.record(caseId).outcome).toBe('actioned');
  });

  it('found wrong is restored, and everybody who was told is told', async () => {
    const removal = world();
    const { caseId } = (await removal.call('POST', '/v1/notices', { body: INTIMATE })).body;
    await removal.until(() => removal.record(caseId).state === 'in-review');
    await decide(removal, caseId, { outcome: 'reject', facts: 'The picture shows a statue.' });
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.platform.restrictionsOf({ kind: 'tracks', id: 'trk-1002' })).toEqual([]);
    expect(await letter(removal, caseId, 'reinstatement-to-uploader')).toContain('examined our decision again');
    expect(await letter(removal, caseId, 'reinstatement-to-sender')).toContain('following your submission');
    for (const kind of ['reinstatement-to-uploader', 'reinstatement-to-sender'] as const) {
      expect(await letter(removal, caseId, kind)).toContain('The picture shows a statue.');
    }
  });

  it('reversed by a lead is told with the reason, which names nobody to the other one', async () => {
    const removal = world();
    const { caseId } = (await removal.call('POST', '/v1/notices', { body: INTIMATE })).body;
    await removal.until(() => removal.record(caseId).state === 'in-review');
    const { name } = INTIMATE.submitter;
    const { leaseId } = (await removal.call('POST', `/v1/cases/${caseId}/claim`, { token: 'counsel:cora' })).body;
    const wrong = { leaseId, outcome: 'reject', facts: `${name} is not in the picture.` };
    const told = await removal.call('POST', `/v1/cases/${caseId}/decision`, { token: 'counsel:cora', body: wrong });
    expect([told.status, told.body.errors]).toMatchObject([400, [{ path: 'facts' }]]);
    await decide(removal, caseId, { outcome: 'restrict', facts: 'Reviewed.', items: [] });
    await removal.until(() => removal.record(caseId).state === 'closed');
    const reverse = (reason: string) =>
      removal.call('POST', `/v1/cases/${caseId}/reversal`, { token: 'lead:lea', body: { reason } });
    const refused = await reverse(`${name} is not in the picture.`);
    expect([refused.status, refused.body.errors]).toMatchObject([400, [{ path: 'reason' }]]);
    expect((await reverse('Another look showed a statue.')).status).toBe(202);
    await removal.until(() => removal.record(caseId).state === 'closed');
    for (const kind of ['reinstatement-to-uploader', 'reinstatement-to-sender'] as const) {
      expect(await letter(removal, caseId, kind)).toContain('Another look showed a statue.');
    }
  });

  it('that lacks a form waits for a person, and a rule disables once three quarters of the time are over', async () => {
    const removal = world();
    const { caseId } = (await removal.call('POST', '/v1/notices', { body: UNSIGNED })).body;
    await removal.pass(35 * 60);
    expect(removal.record(caseId)).toMatchObject({ state: 'in-review', missing: ['signature'], actFirst: false });
    expect(removal.pages()).toEqual([]);
    expect(removal.platform.ledger).toEqual([]);
    await removal.until(() => removal.record(caseId).actFirst);
    expect(removal.now().slice(0, 16)).toBe('2026-10-06T20:00');
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(removal.platform.seen('trk-1002')['artwork']).toEqual({ default: 'up', exceptions: { US: 'dark' } });
    expect(removal.audit(caseId)).toContain('deadline.at-risk');
  });

  it('that does not say that nobody consented is never acted on by a rule', async () => {
    const removal = world();
    const body = { ...INTIMATE, statements: { goodFaith: true, affectedPerson: true } };
    const { caseId } = (await removal.call('POST', '/v1/notices', { body })).body;
    await removal.pass(60 * 60);
    expect(removal.record(caseId)).toMatchObject({ state: 'in-review', missing: ['non-consent'], actFirst: false });
    expect(removal.platform.ledger).toEqual([]);
    expect(removal.pages().length).toBeGreaterThan(0);
  });

  it('that a person took and left is acted on by a rule all the same', async () => {
    const removal = world();
    const { caseId } = (await removal.call('POST', '/v1/notices', { body: UNSIGNED })).body;
    await removal.call('POST', `/v1/cases/${caseId}/claim`, { token: 'specialist:sam' });
    await removal.pass(37 * 60);
    expect(removal.record(caseId)).toMatchObject({ actFirst: true });
  });

  it('that a person holds is not decided by a rule', async () => {
    const removal = world();
    const { caseId } = (await removal.call('POST', '/v1/notices', { body: UNSIGNED })).body;
    await removal.pass(36 * 60 - 5);
    await removal.call('POST', `/v1/cases/${caseId}/claim`, { token: 'specialist:sam' });
    await removal.pass(6);
    expect(removal.record(caseId)).toMatchObject({ state: 'in-review', tier: 3, actFirst: false });
    expect(removal.platform.ledger).toEqual([]);
  });
});

describe('a grievance in India', () => {
  it('is ranked by its resolution once it was acknowledged', async () => {
    const removal = world();
    const body = { ...NOTICE, legalBasis: 'IN_GRIEVANCE', language: 'en', items: [{ url: TRACK }] };
    const { caseId } = (await removal.call('POST', '/v1/notices', { body })).body;
    await removal.until(() => removal.record(caseId).state === 'in-review');
    const { clocks, dueAt } = removal.record(caseId);
    expect(clocks.map(({ clock }) => clock)).toEqual(['IN_GRIEVANCE.acknowledge', 'IN_GRIEVANCE.resolve']);
    // Monday the 5th at half past one in India; the seventh day ends on the 12th at half past six UTC.
    expect(dueAt).toBe('2026-10-12T18:30:00.000Z');
  });
});
