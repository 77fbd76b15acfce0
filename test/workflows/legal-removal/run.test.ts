import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import { MailBusyError, MailUnavailableError, WebhookFailedError } from '../../../functions/ports/errors.ts';
import { AUTHORITY, NOTICE, ORDER } from '../../support/demands.ts';
import { PLATFORM, PLATFORM_URL, RemovalWorld } from '../../support/removal-world.ts';

const open: RemovalWorld[] = [];

function world(startAt?: string): RemovalWorld {
  const made = new RemovalWorld(startAt);
  open.push(made);
  return made;
}

afterEach(async () => {
  for (const made of open.splice(0)) await made.dispose();
});

async function submitNotice(removal: RemovalWorld, change: object = {}): Promise<string> {
  const answer = await removal.call('POST', '/v1/notices', { body: { ...NOTICE, ...change } });
  return answer.body.caseId;
}

async function submitOrder(removal: RemovalWorld, change: object = {}): Promise<string> {
  const answer = await removal.call('POST', '/v1/orders', { token: AUTHORITY, body: { ...ORDER, ...change } });
  expect(answer.status).toBe(202);
  return answer.body.caseId;
}

/** Claims and decides as somebody. */
async function decide(removal: RemovalWorld, caseId: string, decision: object, token = 'specialist:sam') {
  const { body } = await removal.call('POST', `/v1/cases/${caseId}/claim`, { token });
  const answer = await removal.call('POST', `/v1/cases/${caseId}/decision`, {
    token,
    body: { leaseId: body.leaseId, ...decision },
  });
  expect(answer.body).toMatchObject({ caseId });
  return answer;
}

const RESTRICT = {
  outcome: 'restrict',
  ground: { type: 'illegal', provision: '§ 97 UrhG', explanation: 'Der Refrain ist übernommen.' },
  facts: 'Der Refrain stammt aus einem fremden Werk.',
  items: [{ itemId: 'item-1', action: 'disable', components: ['audio'], territories: ['DE'], until: null }],
};

describe('a notice under Art 16', () => {
  it('goes from receipt to a sealed audit', async () => {
    const removal = world();
    const caseId = await submitNotice(removal);
    expect(removal.record(caseId).state).toBe('in-review');
    await removal.pass(1);
    await decide(removal, caseId, RESTRICT);
    await removal.until(() => removal.record(caseId).state === 'closed');
    await removal.settle();
    expect(removal.record(caseId)).toMatchObject({
      outcome: 'actioned',
      effects: { pending: 0, proven: 1, failed: 0 },
    });
    expect(removal.platform.seen('trk-1001')['audio']).toEqual({ default: 'up', exceptions: { DE: 'dark' } });
    const told = removal.deliveries(caseId).map(({ kind, state }) => `${kind} ${state}`);
    expect(told.sort()).toEqual([
      'decision-to-sender delivered',
      'partner-restriction delivered',
      'receipt delivered',
      'statement-of-reasons delivered',
      'transparency-database-entry delivered',
    ]);
    expect([...removal.sealed.keys()]).toEqual([`seals/${caseId}/${removal.record(caseId).audit.seq}.json`]);
    expect(removal.audit(caseId).slice(-2)).toEqual(['case.sealed', 'case.closed']);
    expect(removal.execution(caseId).status).toBe('SUCCEEDED');
    // News of several deliveries wakes the run once or for each, as it comes.
    const looks = /(?:AwaitDeliveries TellOutcome ChooseAfterTelling )+/;
    const path = removal.path(caseId).join(' ').replace(looks, 'AwaitDeliveries TellOutcome ChooseAfterTelling ');
    expect(path.split(' ')).toEqual([
      'ClaimRun',
      'ChooseStage',
      'SendReceipt',
      'ValidateDemand',
      'ChooseAfterValidation',
      'PlanCase',
      'ChooseStage',
      'AwaitDecision',
      'RaiseTier',
      'ChooseStage',
      'SealCapsules',
      'ChooseAfterSealing',
      'ApplyBatch',
      'ChooseAfterApplying',
      'TellAffected',
      'ProveBatch',
      'ChooseAfterProving',
      'TellOutcome',
      'ChooseAfterTelling',
      'AwaitDeliveries',
      'TellOutcome',
      'ChooseAfterTelling',
      'SealCase',
      'ChooseStage',
      'EndRun',
    ]);
    expect(removal.history(caseId).length).toBeLessThan(110);
  });

  it('is answered in the name and with the address that the deployment gives', async () => {
    const removal = world();
    await submitNotice(removal);
    const receipt = await simpleParser(Buffer.from(removal.mails[0]!.raw));
    expect(receipt.text).toContain(PLATFORM.name);
    expect(receipt.text).toContain(PLATFORM.address);
  });

  it('keeps everything but ids, codes and counts out of the history', async () => {
    const removal = world();
    const caseId = await submitNotice(removal);
    await decide(removal, caseId, RESTRICT);
    await removal.until(() => removal.record(caseId).state === 'closed');
    await removal.settle();
    const history = JSON.stringify(removal.history(caseId));
    for (const secret of ['Kanzlei', 'recht@', 'Refrain', 'uploads.example', 'Anna', 'trk-1001', '§ 97']) {
      expect(history).not.toContain(secret);
    }
  });

  it('is refused by a person, and only the sender is told, with all that was written on why', async () => {
    const removal = world();
    const caseId = await submitNotice(removal);
    const ground = { type: 'illegal', provision: '§ 64 UrhG', explanation: 'Die Schutzfrist ist abgelaufen.' };
    await decide(removal, caseId, { outcome: 'reject', facts: 'Das Werk ist von 1902.', ground });
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.record(caseId).outcome).toBe('rejected');
    expect(removal.platform.ledger).toEqual([]);
    const kinds = removal.deliveries(caseId).map(({ kind, state }) => `${kind} ${state}`);
    expect(kinds.sort()).toEqual(['decision-to-sender delivered', 'receipt delivered']);
    const letter = (await simpleParser(Buffer.from(removal.mails.at(-1)?.raw ?? ''))).text ?? '';
    for (const why of ['Das Werk ist von 1902.', 'Die Schutzfrist ist abgelaufen.']) expect(letter).toContain(why);
  });

  it('shows items that the sender names during review as new, and never the own work or the same twice', async () => {
    const removal = world();
    const work = `${PLATFORM_URL}/tracks/trk-1003`;
    const receipt = await removal.call('POST', '/v1/notices', {
      body: { ...NOTICE, works: [{ description: 'Das Lied', url: work }] },
    });
    const { caseId, accessToken } = receipt.body;
    await removal.until(() => removal.record(caseId).state === 'in-review');
    await removal.pass(5);
    const named = [`${PLATFORM_URL}/tracks/trk-1002`, NOTICE.items[0]?.url, work].map((url) => ({ url }));
    const sent = { token: accessToken, body: { items: named } };
    const namedAt = removal.now();
    expect((await removal.call('POST', `/v1/notices/${caseId}/information`, sent)).status).toBe(202);
    await removal.until(() => removal.record(caseId).state === 'in-review');
    const { body } = await removal.call('GET', `/v1/cases/${caseId}`, { token: 'specialist:sam' });
    expect(body.items).toMatchObject([
      { itemId: 'item-1', addedAt: null },
      { itemId: 'item-2', url: named[0]?.url, located: true, addedAt: namedAt },
    ]);
    expect(body.itemCount).toBe(2);
    const received = removal.api.cases.of(caseId).events.find(({ type }) => type === 'information.received');
    expect(received).toMatchObject({ actor: { kind: 'sender' }, data: { items: 3 } });
    expect(received?.commitments).toHaveLength(1);
    await decide(removal, caseId, {
      ...RESTRICT,
      items: [{ itemId: 'item-2', action: 'disable', components: [], territories: ['DE'], until: null }],
    });
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.platform.ledger.map(({ change }) => change)).toEqual(['restricted']);
    const late = await removal.call('POST', `/v1/notices/${caseId}/information`, sent);
    expect(late.status).toBe(409);
  });

  it('asks for what is missing while review goes on', async () => {
    const removal = world();
    const caseId = await submitNotice(removal, { explanation: null });
    expect(removal.record(caseId)).toMatchObject({ state: 'in-review', missing: ['explanation'] });
    expect(removal.path(caseId)).toContain('AskForInformation');
    expect(removal.mails).toHaveLength(2);
  });

  it('asks for what was given in the words of the reviewer who doubts it', async () => {
    const removal = world();
    const caseId = await submitNotice(removal);
    const body = { elements: ['name'], reason: 'Der Name passt nicht zur Adresse.' };
    const asked = { token: 'specialist:sam', body };
    expect((await removal.call('POST', `/v1/cases/${caseId}/information-requests`, asked)).status).toBe(202);
    const letter = (await simpleParser(Buffer.from(removal.mails.at(-1)?.raw ?? ''))).text;
    expect(letter).toContain('Der Name passt nicht zur Adresse.');
    expect(letter).toContain('Wir bitten Sie um Folgendes');
    expect(letter).not.toContain('unvollständig');
  });

  it('waits for the place of what nobody can find, and goes on once it is named', async () => {
    const removal = world();
    const caseId = await submitNotice(removal, { items: [] });
    expect(removal.record(caseId)).toMatchObject({ state: 'awaiting-information', informationRound: 1 });
    const { accessToken } = (await removal.call('POST', '/v1/notices', { body: { ...NOTICE, items: [] } })).body;
    expect(accessToken).toMatch(/^sender\./);
    await removal.api.cases.change(caseId, () => ({
      change: {
        transition: 'resumeValidation',
        events: [
          {
            type: 'information.received',
            actor: { kind: 'sender', id: 'public' },
            reason: null,
            data: {},
            commitments: [],
          },
        ],
        outbox: [{ kind: 'ring', doorbell: 'information' }],
      },
      result: null,
    }));
    await removal.settle();
    expect(removal.record(caseId)).toMatchObject({ state: 'awaiting-information', informationRound: 2 });
    expect(removal.mails.filter(({ caseId: of }) => of === caseId)).toHaveLength(3);
  });

  it('goes to a person when nobody answers in time', async () => {
    const removal = world();
    const caseId = await submitNotice(removal, { items: [] });
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(removal.audit(caseId)).toContain('information.timed-out');
    expect(removal.now() >= '2026-10-12T22:00:00').toBe(true);
    expect(removal.record(caseId).outcome).toBeNull();
    const asked = removal.mails.map(({ raw }) => Buffer.from(raw));
    const letters = await Promise.all(asked.map(async (raw) => (await simpleParser(raw)).text ?? ''));
    const [letter = ''] = letters.filter((text) => text.includes('bis dahin nicht vor'));
    expect(letter).toContain('prüft ein Mensch den Vorgang');
    expect(letter).not.toContain('ohne Entscheidung');
  });

  it('is proposed to be sent elsewhere when everything lies on another site, and a person does so', async () => {
    const removal = world();
    const caseId = await submitNotice(removal, { items: [{ url: 'https://elsewhere.example/song' }] });
    await removal.pass(24 * 60);
    expect(removal.record(caseId)).toMatchObject({ state: 'in-review', outcome: null });
    const { body } = await removal.call('GET', `/v1/cases/${caseId}`, { token: 'specialist:sam' });
    expect(body.proposal).toBe('reroute');
    await decide(removal, caseId, { outcome: 'reject', facts: 'Die Seite gehört uns nicht.' });
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.record(caseId).outcome).toBe('rerouted');
    expect(removal.audit(caseId)).toContain('case.rerouted');
    const kinds = removal.deliveries(caseId).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['receipt', 'reroute-notice']);
    const letter = (await simpleParser(Buffer.from(removal.mails.at(-1)?.raw ?? ''))).text;
    expect(letter).toContain('https://elsewhere.example/song');
    expect(letter).toContain('Die Seite gehört uns nicht.');
    expect(letter).toContain('Ein Mensch prüft das dann neu');
  });

  it('is looked at as any other once an answer about another site names a place here after all', async () => {
    const removal = world();
    const { body } = await removal.call('POST', '/v1/notices', {
      body: { ...NOTICE, items: [{ url: 'https://elsewhere.example/song' }] },
    });
    await removal.settle();
    expect(removal.record(body.caseId)).toMatchObject({ state: 'in-review', proposal: 'reroute' });
    const answer = { token: body.accessToken, body: { answers: { location: `${PLATFORM_URL}/tracks/trk-1001` } } };
    await removal.call('POST', `/v1/notices/${body.caseId}/information`, answer);
    expect(removal.record(body.caseId)).toMatchObject({ state: 'in-review', proposal: null });
  });

  it('rises as its target nears, pages from the third tier on, once until the page is taken up, and goes on waiting', async () => {
    const removal = world();
    const caseId = await submitNotice(removal);
    await removal.pass(37 * 60);
    expect(removal.record(caseId).tier).toBe(2);
    expect(removal.pages()).toEqual([]);
    await removal.pass(36 * 60);
    expect(removal.record(caseId).tier).toBe(4);
    const pageId = `${caseId}-waiting-n1`;
    expect(removal.pages()).toEqual([{ kind: 'page', pageId, reason: 'waits-for-a-person' }]);
    await removal.pass(49 * 60);
    expect(removal.pages()).toHaveLength(1);
    await removal.api.cases.putRow(caseId, {
      key: `PAGE#${pageId}`,
      value: { pageId, level: 5, acknowledged: true },
      when: 'replace',
    });
    await removal.pass(25 * 60);
    expect(removal.pages().map((page) => 'pageId' in page && page.pageId)).toEqual([pageId, `${caseId}-waiting-n2`]);
    await decide(removal, caseId, RESTRICT);
    await removal.until(() => removal.record(caseId).state === 'closed');
  });

  it('lets a decision win that was recorded before the timeout', async () => {
    const removal = world();
    const caseId = await submitNotice(removal);
    await removal.pass(1);
    const { body } = await removal.call('POST', `/v1/cases/${caseId}/claim`, { token: 'specialist:sam' });
    removal.api.cases.of(caseId).rows.delete('TOKEN#decision');
    await removal.call('POST', `/v1/cases/${caseId}/decision`, {
      token: 'specialist:sam',
      body: { leaseId: body.leaseId, ...RESTRICT },
    });
    expect(removal.record(caseId).state).toBe('acting');
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.record(caseId).tier).toBe(1);
  });

  it('needs a second pair of eyes when it is worldwide', async () => {
    const removal = world();
    const caseId = await submitNotice(removal);
    const wide = { ...RESTRICT, items: [{ ...RESTRICT.items[0], territories: ['WORLD'] }] };
    await decide(removal, caseId, wide);
    expect(removal.record(caseId).state).toBe('awaiting-approval');
    expect(removal.path(caseId).at(-1)).toBe('AwaitApproval');
    const approve = { verdict: 'approve', reason: 'zutreffend' };
    await removal.call('POST', `/v1/cases/${caseId}/approval`, { token: 'counsel:cora', body: approve });
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.platform.seen('trk-1001')['audio']).toEqual({ default: 'dark', exceptions: {} });
  });

  it('goes back to review with what its sender adds while a second person is awaited', async () => {
    const removal = world();
    const { caseId, accessToken } = (await removal.call('POST', '/v1/notices', { body: NOTICE })).body;
    await decide(removal, caseId, { ...RESTRICT, items: [{ ...RESTRICT.items[0], territories: ['WORLD'] }] });
    const added = { token: accessToken, body: { items: [{ url: `${PLATFORM_URL}/tracks/trk-1002` }] } };
    expect((await removal.call('POST', `/v1/notices/${caseId}/information`, added)).status).toBe(202);
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(removal.record(caseId)).toMatchObject({ itemCount: 2, setAside: { decisionId: `${caseId}.d1` } });
    const approval = { token: 'lead:lea', body: { verdict: 'approve', reason: 'Passt.' } };
    expect((await removal.call('POST', `/v1/cases/${caseId}/approval`, approval)).status).toBe(409);
    expect(removal.platform.ledger).toEqual([]);
    const both = ['item-1', 'item-2'].map((itemId) => ({ ...RESTRICT.items[0], itemId }));
    await decide(removal, caseId, { ...RESTRICT, items: both });
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.record(caseId)).toMatchObject({ outcome: 'actioned', effects: { proven: 2 } });
  });

  it('goes back to review when the second person returns the decision', async () => {
    const removal = world();
    const caseId = await submitNotice(removal);
    await decide(removal, caseId, { ...RESTRICT, items: [{ ...RESTRICT.items[0], territories: ['WORLD'] }] });
    const back = { verdict: 'return', reason: 'zu weit' };
    await removal.call('POST', `/v1/cases/${caseId}/approval`, { token: 'counsel:cora', body: back });
    expect(removal.record(caseId).state).toBe('in-review');
    expect(removal.path(caseId).at(-1)).toBe('AwaitDecision');
    await decide(removal, caseId, RESTRICT);
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.platform.ledger).toHaveLength(1);
  });

  it('ends as withdrawn when its sender takes it back in review', async () => {
    const removal = world();
    const { body } = await removal.call('POST', '/v1/notices', { body: NOTICE });
    await removal.call('POST', `/v1/notices/${body.caseId}/withdrawal`, { token: body.accessToken, body: {} });
    await removal.until(() => removal.record(body.caseId).state === 'closed');
    expect(removal.record(body.caseId).outcome).toBe('withdrawn');
    expect(removal.deliveries(body.caseId).map(({ kind }) => kind)).toContain('withdrawal-confirmation');
  });
});

describe('a removal order under the TCO regulation', () => {
  it('is carried out, reported and then reviewed, on a Saturday night', async () => {
    const removal = world('2026-10-17T21:40:00.000Z');
    const caseId = await submitOrder(removal, { issuedAt: '2026-10-17T23:35:00+02:00' });
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(Date.parse(removal.now()) - Date.parse('2026-10-17T21:40:00.000Z')).toBeLessThan(60_000);
    await removal.pass(1);
    expect(removal.platform.ledger.map(({ change }) => change)).toEqual(['preserved', 'restricted']);
    const { audio } = removal.platform.seen('trk-1002');
    expect(audio?.default).toBe('up');
    expect(Object.keys(audio?.exceptions ?? {})).toHaveLength(27);
    const told = removal
      .deliveries(caseId)
      .map(({ kind, state }) => `${kind} ${state}`)
      .sort();
    expect(told).toEqual([
      'effect-report delivered',
      'information-about-order delivered',
      'partner-restriction delivered',
      'receipt delivered',
    ]);
    expect(removal.record(caseId)).toMatchObject({
      actFirst: true,
      authenticated: true,
      decisionId: `${caseId}.order`,
    });
  });

  it('closes once a person confirms it', async () => {
    const removal = world();
    const caseId = await submitOrder(removal);
    await removal.until(() => removal.record(caseId).state === 'in-review');
    const confirm = { ...RESTRICT, ground: { ...RESTRICT.ground, provision: 'Art 3' }, items: [] };
    const wide = { ...confirm, items: [{ ...RESTRICT.items[0], components: [], territories: ['EU'] }] };
    await decide(removal, caseId, wide);
    if (removal.record(caseId).state === 'awaiting-approval') {
      const approve = { verdict: 'approve', reason: 'zutreffend' };
      await removal.call('POST', `/v1/cases/${caseId}/approval`, { token: 'counsel:cora', body: approve });
    }
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.record(caseId).outcome).toBe('actioned');
    expect(removal.platform.ledger.map(({ change }) => change)).toEqual(['preserved', 'restricted']);
  });

  it('is restored and told to everyone told before when review finds a manifest error', async () => {
    const removal = world();
    const caseId = await submitOrder(removal);
    await removal.until(() => removal.record(caseId).state === 'in-review');
    await decide(removal, caseId, { outcome: 'reject', facts: 'Offensichtlicher Irrtum.' });
    if (removal.record(caseId).state === 'awaiting-approval') {
      const approve = { verdict: 'approve', reason: 'zutreffend' };
      await removal.call('POST', `/v1/cases/${caseId}/approval`, { token: 'counsel:cora', body: approve });
    }
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.record(caseId).outcome).toBe('challenged');
    expect(removal.platform.ledger.map(({ change }) => change)).toEqual(['preserved', 'restricted', 'restored']);
    expect(removal.platform.seen('trk-1002')['audio']).toEqual({ default: 'up', exceptions: {} });
    const told = removal.deliveries(caseId).map(({ kind }) => kind);
    expect(told).toEqual(
      expect.arrayContaining(['reinstatement-to-uploader', 'reinstatement-to-sender', 'partner-reinstatement']),
    );
  });

  it('tells the uploader nothing while non-disclosure runs, and everything afterwards', async () => {
    const removal = world();
    const caseId = await submitOrder(removal, { nonDisclosureUntil: '2026-10-20T10:00:00+02:00' });
    await removal.until(() => removal.record(caseId).state === 'in-review');
    const uploader = removal.deliveries(caseId).find(({ to }) => to === 'uploader');
    expect(uploader).toMatchObject({ state: 'scheduled', notBefore: '2026-10-20T08:00:00.000Z' });
    expect(removal.mails.every(({ to }) => !to.includes('uploader'))).toBe(true);
    const timers = removal.entries.filter(({ kind }) => kind === 'schedule');
    expect(new Set(timers.map((timer) => JSON.stringify(timer))).size).toBe(1);
    expect(timers[0]).toMatchObject({ at: '2026-10-20T08:00:00.000Z', purpose: 'withheld-message' });
  });

  it('keeps the clock of its non-disclosure when its clocks are planned', async () => {
    const removal = world();
    const caseId = await submitOrder(removal, { nonDisclosureUntil: '2026-10-20T10:00:00+02:00' });
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(removal.record(caseId).planned).toBe(true);
    const secrecy = removal.record(caseId).clocks.filter(({ clock }) => clock === 'EU_TCO_ART11.non-disclosure-until');
    expect(secrecy).toMatchObject([
      { direction: 'hold-until', dueAt: '2026-10-20T08:00:00.000Z', maximumAt: '2026-11-16T23:00:00.000Z' },
    ]);
  });

  it('is never carried out by rule when it is not signed', async () => {
    const removal = world();
    const caseId = await submitOrder(removal, { signed: false });
    await removal.settle();
    expect(removal.record(caseId)).toMatchObject({ state: 'in-review', actFirst: false });
    expect(removal.platform.ledger).toEqual([]);
    expect(removal.pages().length).toBeGreaterThan(0);
  });

  it('drafts the report of impossibility at once when nothing can be located', async () => {
    const removal = world();
    const caseId = await submitOrder(removal, { items: [] });
    expect(removal.record(caseId).state).toBe('in-review');
    const draft = removal.deliveries(caseId).find(({ kind }) => kind === 'impossibility-report-draft');
    expect(draft).toMatchObject({ state: 'parked', owner: 'trained person' });
    expect(draft?.documentKey).not.toBeNull();
    expect(removal.pages()).toMatchObject([{ reason: 'cannot-be-located' }, { reason: 'not-acted-first' }]);
  });

  it('pages and drafts after forty minutes when the platform does not prove it, and closes once it does', async () => {
    const removal = world();
    removal.platform.mode = 'lies';
    const caseId = await submitOrder(removal);
    await removal.pass(39);
    expect(removal.record(caseId)).toMatchObject({ state: 'proving', parked: { reason: 'EffectUnproven' } });
    await removal.pass(2);
    expect(removal.pages().map((entry) => 'reason' in entry && entry.reason)).toEqual(
      expect.arrayContaining(['effect-unproven', 'hour-at-risk']),
    );
    const kinds = removal.deliveries(caseId).map(({ kind, state }) => `${kind} ${state}`);
    expect(kinds).toContain('impossibility-report-draft parked');
    removal.platform.mode = 'none';
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(removal.record(caseId)).toMatchObject({ parked: null, effects: { pending: 0, proven: 1, failed: 0 } });
  });

  it('pages about the hour only while the effect is unproven, whoever has taken the page up or not', async () => {
    const removal = world();
    removal.platform.mode = '500';
    const caseId = await submitOrder(removal);
    await removal.pass(41);
    const page = { pageId: `${caseId}-hour-at-risk`, reason: 'hour-at-risk' };
    const rounds = () => removal.webhooks.filter(({ id }) => id.startsWith(page.pageId)).map(({ id }) => id);
    await removal.page(caseId, 1, page);
    await removal.page(caseId, 2, page);
    removal.platform.mode = 'none';
    await removal.until(() => removal.record(caseId).state === 'in-review');
    await removal.page(caseId, 3, page);
    expect(rounds()).toEqual([`${page.pageId}.1`, `${page.pageId}.2`]);
    const kept = removal.api.cases.of(caseId).rows.get(`PAGE#${page.pageId}`);
    expect(kept).toMatchObject({ level: 2, acknowledged: false, over: true });
  });
});

describe('every step run twice', () => {
  it('changes nothing the second time on the way of a notice', async () => {
    const removal = world();
    removal.repeat = true;
    const caseId = await submitNotice(removal);
    await decide(removal, caseId, RESTRICT);
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.notRepeatable).toEqual([]);
    expect(removal.mails).toHaveLength(3);
    expect(removal.webhooks).toHaveLength(1);
    expect(removal.platform.ledger).toHaveLength(1);
    expect(removal.sealed.size).toBe(1);
  });

  it('changes nothing the second time on the way of an order that falls in review', async () => {
    const removal = world();
    removal.repeat = true;
    const caseId = await submitOrder(removal);
    await removal.until(() => removal.record(caseId).state === 'in-review');
    await decide(removal, caseId, { outcome: 'reject', facts: 'Offensichtlicher Irrtum.' });
    if (removal.record(caseId).state === 'awaiting-approval') {
      const approve = { verdict: 'approve', reason: 'zutreffend' };
      await removal.call('POST', `/v1/cases/${caseId}/approval`, { token: 'counsel:cora', body: approve });
    }
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.notRepeatable).toEqual([]);
    expect(removal.platform.ledger.map(({ change }) => change)).toEqual(['preserved', 'restricted', 'restored']);
  });
});

describe('messages', () => {
  const crash = () => {
    throw Object.assign(new Error('killed'), { name: 'Lambda.Unknown' });
  };

  it('go once when the crash falls after the mail was taken and its delivery is told', async () => {
    const removal = world();
    removal.afterMail = () => {
      removal.afterMail = () => undefined;
      crash();
    };
    const caseId = await submitNotice(removal);
    await removal.until(() => removal.record(caseId).state === 'in-review');
    await removal.pass(10);
    expect(removal.mails).toHaveLength(1);
    expect(removal.deliveries(caseId)).toMatchObject([{ state: 'delivered', possibleDuplicate: false }]);
  });

  it('go a second time, identical and marked, when nothing is heard of the first copy', async () => {
    const removal = world();
    removal.mailTells = false;
    removal.afterMail = () => {
      removal.afterMail = () => undefined;
      crash();
    };
    const caseId = await submitNotice(removal);
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(removal.mails).toHaveLength(1);
    await removal.pass(5);
    expect(removal.mails).toHaveLength(2);
    expect(Buffer.from(removal.mails[1]!.raw).equals(Buffer.from(removal.mails[0]!.raw))).toBe(true);
    expect(removal.deliveries(caseId)).toMatchObject([{ state: 'accepted', possibleDuplicate: true, attempt: 2 }]);
    expect(removal.pages()).toEqual([]);
  });

  it('that the mail service cannot take are tried again while review waits, then given to an operator', async () => {
    const removal = world();
    removal.mailTells = false;
    removal.afterMail = () => {
      throw new MailUnavailableError('down');
    };
    const caseId = await submitNotice(removal);
    await removal.pass(24 * 60);
    expect(removal.deliveries(caseId)).toMatchObject([{ state: 'parked', owner: 'operator', reason: 'not-accepted' }]);
    expect(removal.record(caseId).state).toBe('in-review');
    expect(removal.history(caseId).length).toBeLessThan(400);
  });

  it('that a quota of the mail service keeps back leave once it lets go, as a first copy and without a person', async () => {
    const removal = world();
    let refused = 0;
    removal.beforeMail = () => {
      refused += 1;
      throw new MailBusyError('Daily message quota exceeded');
    };
    const caseId = await submitNotice(removal);
    await removal.pass(30 * 60);
    expect(refused).toBeGreaterThan(10);
    expect(removal.mails).toEqual([]);
    expect(removal.deliveries(caseId)).toMatchObject([{ state: 'claimed', attempt: 0, reason: 'mail-service-busy' }]);
    removal.beforeMail = () => undefined;
    await removal.pass(2 * 60);
    expect(removal.mails).toHaveLength(1);
    expect(removal.deliveries(caseId)).toMatchObject([
      { state: 'delivered', attempt: 1, reason: null, possibleDuplicate: false },
    ]);
  });

  it('that a quota keeps back for a week are given to an operator', async () => {
    const removal = world();
    removal.beforeMail = () => {
      throw new MailBusyError('Daily message quota exceeded');
    };
    const caseId = await submitNotice(removal);
    await removal.pass(8 * 24 * 60);
    expect(removal.deliveries(caseId)).toMatchObject([
      { state: 'parked', owner: 'operator', reason: 'mail-service-busy' },
    ]);
    expect(removal.record(caseId).state).toBe('in-review');
    expect(removal.history(caseId).length).toBeLessThan(5_000);
  });

  it('to a partner are tried again under the same id, and park with an owner', async () => {
    const removal = world();
    const caseId = await submitNotice(removal);
    let failures = 3;
    removal.afterWebhook = () => {
      failures -= 1;
      if (failures >= 0) throw new WebhookFailedError('500');
    };
    await decide(removal, caseId, RESTRICT);
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(new Set(removal.webhooks.map(({ id }) => id)).size).toBe(1);
    expect(removal.webhooks).toHaveLength(4);
  });

  it('withheld by an order go out once the date has come, from a case that is closed', async () => {
    const removal = world();
    const caseId = await submitOrder(removal, { nonDisclosureUntil: '2026-10-20T10:00:00+02:00' });
    await removal.until(() => removal.record(caseId).state === 'in-review');
    await decide(removal, caseId, {
      ...RESTRICT,
      items: [{ itemId: 'item-1', action: 'disable', components: [], territories: ['EU'], until: null }],
    });
    if (removal.record(caseId).state === 'awaiting-approval') {
      const approve = { verdict: 'approve', reason: 'zutreffend' };
      await removal.call('POST', `/v1/cases/${caseId}/approval`, { token: 'counsel:cora', body: approve });
    }
    await removal.until(() => removal.record(caseId).state === 'closed');
    await removal.pass(16 * 24 * 60);
    await removal.fireTimer(caseId, 'withheld-message');
    await removal.until(() => removal.record(caseId).state === 'closed');
    await removal.settle();
    expect(removal.record(caseId).run).toBe(2);
    expect(removal.path(caseId, 2)).not.toContain('SealCapsules');
    const uploader = removal.deliveries(caseId).filter(({ to }) => to === 'uploader' || to === 'partner');
    expect(uploader.map(({ state }) => state)).toEqual(['delivered', 'delivered']);
    expect(removal.sealed.size).toBe(2);
  });

  it('are in the language of their reader, and betray nobody', async () => {
    const removal = world();
    const item = { ...NOTICE.items[0], url: `${PLATFORM_URL}/tracks/trk-1002` };
    const caseId = await submitNotice(removal, { items: [item] });
    await decide(removal, caseId, RESTRICT);
    await removal.until(() => removal.record(caseId).state === 'closed');
    const read = await Promise.all(
      removal.mails.map(async ({ to, raw }) => ({ to, mail: await simpleParser(Buffer.from(raw)) })),
    );
    const uploader = read.find(({ to }) => to.includes('uploader-ben'))!.mail;
    expect(uploader.headers.get('content-language')).toBe('en');
    expect(uploader.text).toContain('Ben Baker');
    // Where to complain is the one place that names the case to them.
    const text = uploader.text?.replaceAll(`/v1/notices/${caseId}/complaint`, '');
    expect(text).not.toBe(uploader.text);
    expect(JSON.stringify([text, uploader.subject, [...uploader.headers]])).not.toMatch(/Kanzlei|recht@|case-0/);
    const sender = read.find(({ to }) => to === 'recht@kanzlei.example')!.mail;
    expect(sender.headers.get('content-language')).toBe('de');
    expect(sender.headers.get('auto-submitted')).toBe('auto-generated');
  });
});

describe('an item that several cases restrict', () => {
  /** The texts of the mails about a case of that kind. */
  async function texts(removal: RemovalWorld, caseId: string, kind: string): Promise<string[]> {
    const mails = removal.mails.filter((mail) => mail.caseId === caseId && mail.deliveryId.includes(kind));
    return await Promise.all(mails.map(async ({ raw }) => (await simpleParser(Buffer.from(raw))).text ?? ''));
  }

  /** What does not differ from one case to the next. */
  const withoutDates = (text: string) => text.replaceAll(/\d{1,2}\. \w+ 2026.*?(MESZ|Uhr)|W-TEST-\d+|case-\d+/g, '…');

  const webhook = (removal: RemovalWorld, caseId: string) =>
    removal.webhooks.find(({ id }) => id.startsWith(caseId) && id.includes('partner-reinstatement'))?.body;

  const LIFTED = 'Die Beschränkung aus unserer Entscheidung in dieser Sache gilt nicht mehr für:';

  it('is told of in the same words whether or not another case restricts it', async () => {
    const removal = world();
    const caseIds = [await submitNotice(removal), await submitNotice(removal)];
    for (const caseId of caseIds) {
      await decide(removal, caseId, RESTRICT);
      await removal.until(() => removal.record(caseId).state === 'closed');
    }
    for (const caseId of caseIds) {
      const body = { reason: 'Irrtum.' };
      await removal.call('POST', `/v1/cases/${caseId}/reversal`, { token: 'lead:lea', body });
      await removal.until(() => removal.record(caseId).state === 'closed');
    }
    expect(removal.platform.seen('trk-1001')['audio']).toEqual({ default: 'up', exceptions: {} });
    const [first = '', last = ''] = caseIds;
    for (const kind of ['reinstatement-to-uploader', 'reinstatement-to-sender']) {
      const told = await Promise.all(caseIds.map((caseId) => texts(removal, caseId, kind)));
      expect(told[0]).toEqual([expect.stringContaining(LIFTED)]);
      expect(told.flat().join()).not.toMatch(/anderen? Grund|verfügbar/);
      expect(told[0]?.map(withoutDates)).toEqual(told[1]?.map(withoutDates));
    }
    const item = expect.objectContaining({ itemId: 'trk-1001' });
    for (const caseId of [first, last]) {
      expect(webhook(removal, caseId)).toEqual({ type: 'item.restriction-lifted', items: [item] });
    }
  });

  it('is told to have been free of a limited restriction since its end, whatever restricts it now', async () => {
    const removal = world();
    const [limited, other] = [await submitNotice(removal), await submitNotice(removal)];
    const until = '2026-10-06T08:00:00.000Z';
    await decide(removal, limited, { ...RESTRICT, items: [{ ...RESTRICT.items[0], until }] });
    await removal.until(() => removal.record(limited).state === 'closed');
    await removal.pass(25 * 60);
    await decide(removal, other, RESTRICT);
    await removal.until(() => removal.record(other).state === 'closed');
    const body = { reason: 'Irrtum.' };
    const answer = await removal.call('POST', `/v1/cases/${limited}/reversal`, { token: 'lead:lea', body });
    expect(answer.status).toBe(202);
    await removal.until(() => removal.record(limited).state === 'closed');
    const [told = ''] = await texts(removal, limited, 'reinstatement-to-uploader');
    expect(told).toContain('die Beschränkung war bereits beendet');
    expect(told).toContain('von selbst ausgelaufen');
    expect(told).toContain(LIFTED);
    expect(webhook(removal, limited)).toMatchObject({ items: [{ effectiveAt: until }] });
  });
});

describe('a message that could not be delivered', () => {
  it("pages, is somebody's after the case has closed, and goes to a corrected address", async () => {
    const removal = world();
    const caseId = await submitNotice(removal);
    await decide(removal, caseId, RESTRICT);
    await removal.until(() => removal.record(caseId).state === 'closed');
    const reasons = removal.mails.find(({ deliveryId }) => deliveryId.includes('statement-of-reasons'))!;
    await removal.tellFate(reasons, `mail-${removal.mails.indexOf(reasons) + 1}`, 'bounced');
    await removal.until(() => removal.record(caseId).run === 2 && removal.record(caseId).state === 'closed');
    expect(removal.record(caseId)).toMatchObject({ undelivered: 1, outcome: 'actioned' });
    expect(removal.pages()).toEqual([
      { kind: 'page', pageId: `${caseId}-undelivered-n1`, reason: 'message-undelivered' },
    ]);
    const query = { state: 'needs-operator' };
    const list = () => removal.call('GET', '/v1/cases', { token: 'operator:otto', query });
    expect((await list()).body.cases).toMatchObject([{ caseId, state: 'closed', undelivered: 1 }]);

    const { deliveryId } = reasons;
    const body = { deliveries: [{ deliveryId, email: 'anna.neu@post.example' }] };
    const answer = await removal.call('POST', `/v1/cases/${caseId}/resume`, { token: 'operator:otto', body });
    expect(answer).toMatchObject({ status: 202, body: { state: 'notifying' } });
    await removal.until(() => removal.record(caseId).run === 3 && removal.record(caseId).state === 'closed');
    const again = removal.mails.at(-1)!;
    expect([again.deliveryId, again.to]).toEqual([deliveryId, 'anna.neu@post.example']);
    const [first, second] = await Promise.all([reasons, again].map(({ raw }) => simpleParser(Buffer.from(raw))));
    expect(second!.messageId).not.toBe(first!.messageId);
    expect(removal.deliveries(caseId).find((duty) => duty.deliveryId === deliveryId)).toMatchObject({
      state: 'delivered',
      rewritten: 1,
    });
    expect(removal.record(caseId).undelivered).toBe(0);
    expect((await list()).body.cases).toEqual([]);
  });
});

describe('faults', () => {
  it('a platform that lies keeps the case open, shown, and it closes by itself once the platform heals', async () => {
    const removal = world();
    const caseId = await submitNotice(removal);
    removal.platform.mode = 'lies';
    await decide(removal, caseId, RESTRICT);
    await removal.pass(60);
    expect(removal.record(caseId)).toMatchObject({
      state: 'proving',
      effects: { failed: 1 },
      parked: { reason: 'EffectUnproven', owner: 'operator' },
    });
    removal.platform.mode = 'none';
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.record(caseId).parked).toBeNull();
    expect(removal.platform.ledger).toHaveLength(1);
  });

  it('a platform that is down is waited for, and what is pending is shown', async () => {
    const removal = world();
    const caseId = await submitNotice(removal);
    removal.platform.mode = '500';
    await decide(removal, caseId, RESTRICT);
    await removal.pass(3);
    expect(removal.record(caseId)).toMatchObject({ state: 'acting', effects: { pending: 1, proven: 0, failed: 0 } });
    const shown = await removal.call('GET', `/v1/cases/${caseId}`, { token: 'specialist:sam' });
    expect(shown.body.items[0].effects).toEqual({ DE: 'pending' });
    removal.platform.mode = 'none';
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.platform.ledger).toHaveLength(1);
  });

  it('a platform that refuses keeps the case open until an operator is asked for', async () => {
    const removal = world();
    const caseId = await submitNotice(removal);
    removal.platform.mode = 'refuses';
    await decide(removal, caseId, RESTRICT);
    await removal.until(() => removal.stateOf(caseId) === 'AwaitOperator');
    expect(removal.record(caseId)).toMatchObject({ state: 'acting', parked: { reason: 'EffectUnproven' } });
    expect(removal.history(caseId).length).toBeLessThan(8_000);
    removal.platform.mode = 'none';
    await removal.call('POST', `/v1/cases/${caseId}/resume`, { token: 'operator:otto', body: {} });
    await removal.until(() => removal.record(caseId).state === 'closed');
  });

  it('an item that is gone from the platform is nothing to act on', async () => {
    const removal = world();
    const items = [NOTICE.items[0]!, { ...NOTICE.items[0]!, url: `${PLATFORM_URL}/tracks/trk-1003` }];
    const caseId = await submitNotice(removal, { items });
    const both = [RESTRICT.items[0]!, { ...RESTRICT.items[0]!, itemId: 'item-2' }];
    removal.faults['seal-capsules'] = () => {
      removal.platform.vanished.add('trk-1003');
      return null;
    };
    await decide(removal, caseId, { ...RESTRICT, items: both });
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.platform.ledger).toHaveLength(1);
    expect(removal.record(caseId).effects).toEqual({ pending: 0, proven: 1, failed: 0, gone: 1 });
  });

  it('a restriction of somebody else explains what ours does not', async () => {
    const removal = world();
    const caseId = await submitNotice(removal);
    removal.faults['prove-batch'] = () => {
      delete removal.faults['prove-batch'];
      const other = { restrictionId: 'other', components: [], territories: ['FR'], until: null };
      removal.platform.put('trk-1001', { ...other, action: 'disable' });
      return null;
    };
    await decide(removal, caseId, RESTRICT);
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.platform.seen('trk-1001')['audio']?.exceptions).toEqual({ DE: 'dark', FR: 'dark' });
  });

  it('a platform that goes wider than asked is never proven', async () => {
    const removal = world();
    const caseId = await submitNotice(removal);
    removal.platform.mode = 'wider';
    await decide(removal, caseId, RESTRICT);
    await removal.pass(30);
    expect(removal.record(caseId)).toMatchObject({ state: 'proving', effects: { failed: 1 } });
  });

  it('a step that fails for good is parked, and resumed without repeating finished stages', async () => {
    const removal = world();
    let broken = true;
    removal.faults['plan'] = () => (broken ? Object.assign(new Error('no'), { name: 'ContractBrokenError' }) : null);
    const caseId = await submitNotice(removal);
    expect(removal.record(caseId).parked).toMatchObject({
      stage: 'plan',
      reason: 'ContractBrokenError',
      owner: 'operator',
    });
    expect(removal.path(caseId).at(-1)).toBe('AwaitOperator');
    const before = removal.path(caseId).length;
    await removal.pass(25 * 60);
    expect(removal.pages().length).toBeGreaterThan(1);
    broken = false;
    await removal.call('POST', `/v1/cases/${caseId}/resume`, { token: 'operator:otto', body: {} });
    expect(removal.record(caseId)).toMatchObject({ state: 'in-review', parked: null });
    expect(removal.path(caseId).slice(before)).not.toContain('ValidateDemand');
  });

  it('a fault of the outside is retried', async () => {
    const removal = world();
    let left = 3;
    removal.faults['validate'] = () => {
      left -= 1;
      return left >= 0 ? Object.assign(new Error('busy'), { name: 'ContentionError' }) : null;
    };
    const caseId = await submitNotice(removal);
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(removal.record(caseId).parked).toBeNull();
  });

  it('parking that fails is tried again', async () => {
    const removal = world();
    let left = 12;
    const fail = () => Object.assign(new Error('no'), { name: 'KeyErasedError' });
    removal.faults['plan'] = fail;
    removal.faults['park'] = () => {
      left -= 1;
      return left >= 0 ? fail() : null;
    };
    const caseId = await submitNotice(removal);
    await removal.until(() => removal.record(caseId).parked !== null);
    expect(removal.record(caseId).parked).toMatchObject({ stage: 'plan', reason: 'KeyErasedError' });
  });

  it('a run that is not the case’s own ends at once', async () => {
    const removal = world();
    const caseId = await submitNotice(removal);
    await removal.start(caseId, 2, 'validate');
    await removal.settle();
    expect(removal.path(caseId, 2)).toEqual(['ClaimRun', 'ChooseStage', 'EndRun']);
    expect(removal.record(caseId).state).toBe('in-review');
  });

  it('a mail that bounces leaves its duty with an owner, and the case closes', async () => {
    const removal = world();
    removal.mailTells = false;
    const caseId = await submitNotice(removal);
    await removal.tellFate(removal.mails[0]!, 'mail-1', 'bounced');
    await decide(removal, caseId, { outcome: 'reject', facts: 'Nein.' });
    await removal.settle();
    await removal.tellFate(removal.mails[1]!, 'mail-2');
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.deliveries(caseId).find(({ kind }) => kind === 'receipt')).toMatchObject({
      state: 'parked',
      owner: 'operator',
    });
  });

  it('mail without any word of its delivery is given to a person after a day', async () => {
    const removal = world();
    removal.mailTells = false;
    const caseId = await submitNotice(removal);
    await decide(removal, caseId, { outcome: 'reject', facts: 'Nein.' });
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(
      removal.deliveries(caseId).every(({ state, reason }) => state === 'parked' && reason === 'no-word-of-delivery'),
    ).toBe(true);
    expect(removal.history(caseId).length).toBeLessThan(1_000);
  });
});

describe('two thousand items', () => {
  const items = Array.from({ length: 2_000 }, (_, index) => ({
    url: `${PLATFORM_URL}/tracks/trk-bulk-${index + 1}`,
    components: ['audio'],
    territories: ['DE'],
  }));
  const decisions = items.map((_, index) => ({ ...RESTRICT.items[0], itemId: `item-${index + 1}` }));

  it('close through an outage of an hour with under 10,000 events', { timeout: 120_000 }, async () => {
    const removal = world();
    const caseId = await submitNotice(removal, { items });
    removal.platform.mode = '500';
    await decide(removal, caseId, { ...RESTRICT, items: decisions });
    const approve = { verdict: 'approve', reason: 'geprüft' };
    await removal.call('POST', `/v1/cases/${caseId}/approval`, { token: 'counsel:cora', body: approve });
    await removal.pass(60);
    expect(removal.record(caseId).state).toBe('acting');
    removal.platform.mode = 'none';
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.record(caseId).effects).toEqual({ pending: 0, proven: 2_000, failed: 0 });
    expect(removal.platform.ledger).toHaveLength(2_000);
    expect(removal.history(caseId).length).toBeLessThan(10_000);
    expect(removal.mails.filter(({ to }) => to.includes('uploader'))).toHaveLength(2);
    expect(new Set(removal.stated.map(({ puid }) => puid)).size).toBe(2_000);
    expect(removal.stated).toHaveLength(2_000);
  });

  it('close through lies of an hour that begin half way', { timeout: 120_000 }, async () => {
    const removal = world();
    const [some, decided] = [items.slice(0, 500), decisions.slice(0, 500)];
    const caseId = await submitNotice(removal, { items: some });
    await decide(removal, caseId, { ...RESTRICT, items: decided });
    let applied = 0;
    removal.faults['apply-batch'] = () => {
      applied += 1;
      if (applied === 10) removal.platform.mode = 'lies';
      return null;
    };
    const approve = { verdict: 'approve', reason: 'geprüft' };
    await removal.call('POST', `/v1/cases/${caseId}/approval`, { token: 'counsel:cora', body: approve });
    await removal.pass(60);
    expect(removal.record(caseId).state).toBe('proving');
    removal.platform.mode = 'none';
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.platform.ledger).toHaveLength(500);
    expect(removal.history(caseId).length).toBeLessThan(5_000);
  });
});
