import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import { AUTHORITY, NOTICE, ORDER } from '../../support/demands.ts';
import { PLATFORM_URL, RemovalWorld } from '../../support/removal-world.ts';

const open: RemovalWorld[] = [];

function world(): RemovalWorld {
  const made = new RemovalWorld();
  open.push(made);
  return made;
}

afterEach(async () => {
  for (const made of open.splice(0)) await made.dispose();
});

const track = (id: string): { readonly url: string } => ({ url: `${PLATFORM_URL}/tracks/${id}` });
const GROUND = { type: 'illegal', provision: '§ 97 UrhG', explanation: 'Der Refrain ist übernommen.' };

async function submit(removal: RemovalWorld, items: readonly { readonly url: string }[], change: object = {}) {
  const body = { ...NOTICE, items, ...change };
  return (await removal.call('POST', '/v1/notices', { body })).body.caseId as string;
}

async function order(removal: RemovalWorld, items: readonly { readonly url: string }[]): Promise<string> {
  const answer = await removal.call('POST', '/v1/orders', { token: AUTHORITY, body: { ...ORDER, items } });
  return answer.body.caseId;
}

async function decide(removal: RemovalWorld, caseId: string, decision: object) {
  const token = 'specialist:sam';
  const { body } = await removal.call('POST', `/v1/cases/${caseId}/claim`, { token });
  const sent = { token, body: { leaseId: body.leaseId, ground: GROUND, ...decision } };
  const answer = await removal.call('POST', `/v1/cases/${caseId}/decision`, sent);
  if (answer.body.state === 'awaiting-approval') {
    const approve = { verdict: 'approve', reason: 'zutreffend' };
    await removal.call('POST', `/v1/cases/${caseId}/approval`, { token: 'counsel:cora', body: approve });
  }
  return answer;
}

function restrict(...itemIds: readonly string[]) {
  const items = itemIds.map((itemId) => ({ itemId, action: 'disable', components: [], territories: ['DE'] }));
  return { outcome: 'restrict', items };
}

async function view(removal: RemovalWorld, caseId: string) {
  removal.api.at(removal.now());
  return (await removal.call('GET', `/v1/cases/${caseId}`, { token: 'specialist:sam' })).body;
}

/** The texts of the mails, the newest last. */
async function texts(removal: RemovalWorld): Promise<string[]> {
  const mails = await Promise.all(removal.mails.map(({ raw }) => simpleParser(Buffer.from(raw))));
  // A line that is too long for a mail is broken anywhere.
  return mails.map(({ text }) => (text ?? '').replace(/\s+/g, ' '));
}

const closed = (removal: RemovalWorld, caseId: string) =>
  removal.until(() => removal.record(caseId).state === 'closed');

describe('content that the platform does not know', () => {
  it('is never restricted: the decision is refused with what to do instead, and the authority is told the truth', async () => {
    const removal = world();
    const caseId = await order(removal, [track('trk-7777')]);
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect((await view(removal, caseId)).items).toMatchObject([{ located: false, absence: 'not-found' }]);

    const refused = await decide(removal, caseId, restrict('item-1'));
    expect(refused).toMatchObject({ status: 409, body: { errors: [{ path: 'items.0' }] } });
    expect(refused.body.detail).toMatch(/item-1.*already-unavailable.*information-requests/);

    const answer = await decide(removal, caseId, { outcome: 'already-unavailable', ground: null });
    expect(answer.status).toBe(200);
    await closed(removal, caseId);
    expect(removal.record(caseId).outcome).toBe('already-unavailable');
    expect(removal.platform.ledger).toEqual([]);
    const letter = (await texts(removal)).at(-1);
    expect(letter).toContain('nicht verfügbar');
    expect(letter).toContain('keinen Inhalt gefunden');
    expect(letter).not.toMatch(/gesperrt|keinen Verstoß/);
  });

  it.each([
    ['seal-capsules', 'before anything is done', []],
    ['apply-batch', 'once its capsule is sealed', []],
    ['prove-batch', 'once it was restricted', ['restricted']],
  ])('that vanishes before %s, %s, is recorded as gone and nothing of it as proven', async (step, _when, changes) => {
    const removal = world();
    const caseId = await submit(removal, [track('trk-1001')]);
    removal.faults[step] = () => {
      removal.platform.vanished.add('trk-1001');
      return null;
    };
    await decide(removal, caseId, restrict('item-1'));
    await closed(removal, caseId);
    expect(removal.record(caseId)).toMatchObject({
      outcome: 'already-unavailable',
      effects: { pending: 0, proven: 0, failed: 0, gone: 1 },
    });
    expect(removal.platform.ledger.map(({ change }) => change)).toEqual(changes);
    expect(removal.audit(caseId)).toContain('effect.gone');
    expect(removal.audit(caseId)).not.toContain('effect.proven');
    const [item] = (await view(removal, caseId)).items;
    expect(item).toMatchObject({ located: false, absence: 'gone', effects: {} });
    const letter = (await texts(removal)).at(-1);
    expect(letter).toContain('nicht mehr verfügbar');
    expect(letter).not.toContain('gesperrt');
  });

  it('that vanishes beside other content makes the outcome partial, and the report names it apart', async () => {
    const removal = world();
    removal.faults['seal-capsules'] = () => {
      removal.platform.vanished.add('trk-1003');
      return null;
    };
    const caseId = await order(removal, [track('trk-1002'), track('trk-1003')]);
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(removal.record(caseId)).toMatchObject({ outcome: 'partly-actioned', effects: { proven: 1, gone: 1 } });
    const report = (await texts(removal)).find((text) => text.includes('Anhang II'));
    expect(report).toContain('[x] Der Zugang zu dem Inhalt wurde in allen Mitgliedstaaten gesperrt.');
    expect(report).toMatch(
      /Zu folgenden Inhalten wurde keine Maßnahme ergriffen: \(2\) \S+trk-1003 .*nicht mehr verfügbar/,
    );
  });
});

describe('a notice of which only some items are found', () => {
  const ITEMS = [track('trk-1001'), track('trk-7777'), { url: 'https://elsewhere.example/song' }];

  it('goes to review with those, names the others in what it asks for, and answers for each of them', async () => {
    const removal = world();
    const caseId = await submit(removal, ITEMS);
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(removal.record(caseId).missing).toEqual(['remaining-locations']);
    const request = (await texts(removal)).at(-1);
    expect(request).toContain(`Nicht gefunden unter (2) ${ITEMS[1]?.url}`);
    expect(request).toContain(`Nicht auf unserer Plattform: (3) ${ITEMS[2]?.url}`);
    expect((await view(removal, caseId)).items).toMatchObject([
      { located: true, absence: null },
      { located: false, absence: 'not-found' },
      { located: false, absence: 'not-located' },
    ]);

    expect(await decide(removal, caseId, restrict('item-1', 'item-3'))).toMatchObject({
      status: 409,
      body: { errors: [{ path: 'items.1' }] },
    });
    await decide(removal, caseId, restrict('item-1'));
    await closed(removal, caseId);
    expect(removal.record(caseId).outcome).toBe('partly-actioned');
    const letter = (await texts(removal)).find((text) => text.includes('teilweise entsprochen'));
    expect(letter).toMatch(
      /\(2\) \S+trk-7777 Unter dieser Adresse haben wir auf unserer Plattform keinen Inhalt gefunden/,
    );
    expect(letter).toMatch(/\(3\) \S+song Diese Adresse führt zu keinem Inhalt auf unserer Plattform/);
  });

  it('is asked no more once the sender has named what can be found instead', async () => {
    const removal = world();
    const body = { ...NOTICE, items: ITEMS };
    const { caseId, accessToken: token } = (await removal.call('POST', '/v1/notices', { body })).body;
    await removal.pass(1);
    const path = `/v1/notices/${caseId}/information`;
    await removal.call('POST', path, { token, body: { answers: { 'remaining-locations': track('trk-8888').url } } });
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(removal.record(caseId).missing).toEqual(['remaining-locations']);
    await removal.pass(1);
    await removal.call('POST', path, { token, body: { items: [track('trk-1002'), track('trk-1003')] } });
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(removal.record(caseId).missing).toEqual([]);
  });

  it('that is an order is carried out before review on what was found', async () => {
    const removal = world();
    const caseId = await order(removal, [track('trk-1002'), track('trk-7777')]);
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(removal.record(caseId)).toMatchObject({
      actFirst: true,
      effects: { proven: 1 },
      outcome: 'partly-actioned',
    });
  });

  it('tells the reason that the reviewer gave for an item that was left alone', async () => {
    const removal = world();
    const caseId = await submit(removal, [track('trk-1001'), track('trk-1002')]);
    const left = { itemId: 'item-2', action: 'none', reason: 'Das ist ein zulässiges Zitat.' };
    const decision = restrict('item-1');
    await decide(removal, caseId, { ...decision, items: [...decision.items, left] });
    await closed(removal, caseId);
    const letter = (await texts(removal)).find((text) => text.includes('teilweise entsprochen'));
    expect(letter).toContain('> Das ist ein zulässiges Zitat.');
  });
});

describe('a decision that restricts nothing', () => {
  it.each([
    ['already-unavailable', 'nicht verfügbar, als wir den Vorgang bearbeitet haben.'],
    ['duplicate', 'Derselbe Inhalt wurde bereits in einem früheren Vorgang behandelt.'],
  ])('says just that: %s', async (outcome, sentence) => {
    const removal = world();
    const caseId = await submit(removal, [track('trk-1001')]);
    await decide(removal, caseId, { outcome, ground: null });
    await closed(removal, caseId);
    const letter = (await texts(removal)).at(-1);
    expect(letter).toContain(sentence);
    expect(letter).not.toMatch(/Verstoß|Unsere Gründe|unserem Zeichen/);
  });

  it('names the earlier case of the same sender', async () => {
    const removal = world();
    const earlier = await submit(removal, [track('trk-1001')]);
    const caseId = await submit(removal, [track('trk-1001')]);
    await decide(removal, caseId, { outcome: 'duplicate', ground: null, duplicateOf: earlier });
    await closed(removal, caseId);
    expect((await texts(removal)).at(-1)).toContain(`unter unserem Zeichen ${removal.record(earlier).reference}`);
  });
});

describe('a platform that is down before anything was done', () => {
  it('is named as the reason, at the stage of acting, and pages no more once the case is resumed', async () => {
    const removal = world();
    const caseId = await submit(removal, [track('trk-1001')]);
    removal.platform.mode = '500';
    await decide(removal, caseId, restrict('item-1'));
    await removal.pass(12);
    expect(removal.record(caseId)).toMatchObject({
      state: 'acting',
      parked: { stage: 'act', reason: 'PlatformUnavailable', owner: 'operator' },
    });
    expect(removal.audit(caseId)).toContain('platform.unavailable');
    expect(removal.audit(caseId)).not.toContain('effect.unproven');
    expect(removal.pages()).toMatchObject([{ reason: 'platform-unavailable' }]);

    await removal.call('POST', `/v1/cases/${caseId}/resume`, { token: 'operator:otto', body: {} });
    await removal.pass(25);
    expect(removal.record(caseId).parked).toBeNull();
    expect(removal.pages()).toHaveLength(1);
    await removal.pass(60);
    expect(removal.pages()).toHaveLength(2);

    removal.platform.mode = 'none';
    await closed(removal, caseId);
    expect(removal.record(caseId)).toMatchObject({ outcome: 'actioned', parked: null });
  });
});

describe('a restriction with an end', () => {
  it('is shown and recorded as ended once that has come', async () => {
    const removal = world();
    const caseId = await submit(removal, [track('trk-1001'), track('trk-1003')]);
    const limited = (itemId: string, until: string | null) => ({ ...restrict(itemId).items[0], until });
    const items = [limited('item-1', '2026-10-06T10:00:00+02:00'), limited('item-2', '2026-10-08T08:00:00Z')];
    await decide(removal, caseId, { outcome: 'restrict', items });
    await closed(removal, caseId);
    const timer = removal.entries.find((entry) => entry.kind === 'schedule' && entry.purpose === 'restriction-end');
    expect(timer).toMatchObject({ at: '2026-10-06T08:00:00.000Z' });
    expect((await view(removal, caseId)).items[0]).toMatchObject({ effects: { DE: 'proven' }, endedAt: null });

    await removal.pass(25 * 60);
    await removal.fireTimer(caseId, 'restriction-end');
    await removal.fireTimer(caseId, 'restriction-end');
    const ended = removal.api.cases.of(caseId).events.filter(({ type }) => type === 'restriction.ended');
    expect(ended).toMatchObject([{ data: { items: 1, until: '2026-10-06T08:00:00.000Z' } }]);
    expect((await view(removal, caseId)).items).toMatchObject([
      { action: 'disable', effects: {}, endedAt: '2026-10-06T08:00:00.000Z' },
      { effects: { DE: 'proven' }, endedAt: null },
    ]);
  });
});

describe('a part that an item does not have', () => {
  const part = (id: string, ...components: readonly string[]) => ({ ...track(id), components });

  it('cannot be decided on, and the answer names it', async () => {
    const removal = world();
    const caseId = await submit(removal, [track('trk-1001')]);
    const items = [{ itemId: 'item-1', action: 'disable', components: ['audio', 'transcript'], territories: ['DE'] }];
    const answer = await decide(removal, caseId, { outcome: 'restrict', items });
    expect(answer).toMatchObject({
      status: 409,
      body: { errors: [{ path: 'items.0.components', message: 'item-1 has no transcript' }] },
    });
    expect((await decide(removal, caseId, restrict('item-1'))).status).toBe(200);
  });

  it('is no place that a removal order can be carried out at: the authority is asked, and a person is paged', async () => {
    const removal = world();
    const caseId = await order(removal, [part('trk-1001', 'transcript')]);
    expect(removal.record(caseId).state).toBe('in-review');
    expect(removal.platform.ledger).toEqual([]);
    expect(removal.pages().map((page) => 'reason' in page && page.reason)).toContain('cannot-be-located');
    expect((await view(removal, caseId)).items).toMatchObject([{ located: false, absence: 'part-not-found' }]);
    expect((await texts(removal)).join(' ')).toContain('Hat keinen der genannten Teile: (1)');
  });

  it('is left out where a removal order names others that the item has', async () => {
    const removal = world();
    const caseId = await order(removal, [part('trk-1001', 'audio', 'transcript')]);
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(removal.record(caseId).effects).toMatchObject({ proven: 1 });
    expect(removal.platform.seen('trk-1001')['audio']?.exceptions['DE']).toBe('dark');
    expect(removal.platform.seen('trk-1001')['title']?.exceptions['DE']).toBeUndefined();
  });
});
