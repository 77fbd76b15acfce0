import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { itemFacts, noticeSheet, removalOrderSheet } from '../../../domain/messages/fact-sheets.ts';
import { EntryWorld } from '../../../support/entry-world.ts';
import { seededRandom } from '../../../support/seeded-random.ts';

const SECOND = 1_000;
const TWO_MINUTES = 120 * SECOND;
const HOUR = 3_600 * SECOND;

let world: EntryWorld;

beforeEach(async () => {
  world = await EntryWorld.start();
});

afterEach(() => world.dispose());

const puids = async (): Promise<unknown[]> => (await world.stored()).map(({ fields }) => fields['puid']);
const kinds = (): string[] => world.answers.map(({ kind }) => kind);

describe('an entry', () => {
  it('of one item is stored alone, with the identifier of the database as its proof', async () => {
    const [id = ''] = world.owe(1);
    expect(await world.deliver(id)).toBeNull();
    const uuid = (await world.stored())[0]?.uuid;
    expect(world.duty(id)).toMatchObject({ state: 'delivered', entry: { stored: 1, unconfirmed: 0 } });
    expect(world.known(id)).toMatchObject([{ itemId: 'item-1', state: 'stored', uuid }]);
    expect(world.audit().at(-1)).toMatchObject({
      type: 'delivery.delivered',
      data: { statements: [`item-1 ${uuid}`] },
    });
  });

  it('of a hundred is stored by one request', async () => {
    const [id = ''] = world.owe(100);
    await world.deliver(id);
    expect(kinds()).toEqual(['stored']);
    expect(new Set(await puids()).size).toBe(100);
    expect(world.duty(id).entry).toMatchObject({ stored: 100 });
  });

  it('for an order of a Member State is never sent, and waits with counsel', async () => {
    const [id = ''] = world.owe(1);
    world.facts = { ...removalOrderSheet(), items: world.facts.items };
    await world.deliver(id);
    expect(world.duty(id)).toMatchObject({ state: 'parked', owner: 'counsel', reason: 'MessageNotPermittedError' });
    expect(world.answers).toEqual([]);
  });

  it('without anything to state waits with counsel', async () => {
    const [id = ''] = world.owe(1);
    world.facts = noticeSheet({ items: [] });
    await world.deliver(id);
    expect(world.duty(id)).toMatchObject({ state: 'parked', owner: 'counsel', reason: 'nothing-to-state' });
  });
});

describe('a timeout after which the statements are stored (the batch of scenario 8)', () => {
  it('counts as stored and unconfirmed when the same identifiers are known later, all hundred of them', async () => {
    const [id = ''] = world.owe(100);
    await world.misbehave('unanswered');
    const look = await world.deliver(id);
    expect(world.duty(id)).toMatchObject({ state: 'claimed', entry: { mayBeStored: true } });
    expect(Date.parse(look ?? '') - world.clock.now()).toBeGreaterThan(30 * SECOND);
    world.clock.advance(TWO_MINUTES);
    await world.deliver(id);
    expect(kinds()).toEqual(['unheard', 'existing']);
    expect(world.duty(id)).toMatchObject({ state: 'delivered', attempt: 2, entry: { stored: 0, unconfirmed: 100 } });
    expect(world.known(id).every(({ state, uuid }) => state === 'unconfirmed' && uuid === null)).toBe(true);
    expect(new Set(await puids()).size).toBe(100);
  });

  it('counts so for a single statement as well', async () => {
    const [id = ''] = world.owe(1);
    await world.misbehave('unanswered');
    await world.deliver(id);
    world.clock.advance(TWO_MINUTES);
    await world.deliver(id);
    expect(world.duty(id)).toMatchObject({ state: 'delivered', entry: { stored: 0, unconfirmed: 1 } });
    expect(await puids()).toHaveLength(1);
  });

  it('counts so for those that are known, and the others of the same request are sent without them', async () => {
    const [id = ''] = world.owe(3);
    await world.misbehave('lost');
    await world.deliver(id);
    const [, second] = world.kept(id);
    world.clock.advance(60 * SECOND);
    expect(await world.post([second])).toBe(201);
    world.clock.advance(60 * SECOND);
    await world.deliver(id);
    expect(kinds()).toEqual(['unheard', 'existing', 'stored']);
    expect(world.duty(id)).toMatchObject({ state: 'delivered', entry: { stored: 2, unconfirmed: 1 } });
    expect(world.known(id).map(({ itemId, state }) => `${itemId} ${state}`)).toEqual([
      'item-2 unconfirmed',
      'item-1 stored',
      'item-3 stored',
    ]);
    expect(new Set(await puids()).size).toBe(3);
  });

  it('is not followed by a second request within 30 seconds, when the lock would prove nothing', async () => {
    const [id = ''] = world.owe(2);
    await world.misbehave('lost');
    await world.deliver(id);
    for (const _ of [1, 2, 3]) {
      world.clock.advance(10 * SECOND);
      expect(await world.deliver(id)).not.toBeNull();
    }
    expect(world.answers).toHaveLength(1);
  });
});

describe('a timeout after which nothing is stored', () => {
  it.each(['lost', '500'])('is made up for under the same identifiers: %s', async (mode) => {
    const [id = ''] = world.owe(3);
    await world.misbehave(mode);
    await world.deliver(id);
    expect(await puids()).toEqual([]);
    world.clock.advance(TWO_MINUTES);
    await world.deliver(id);
    expect(kinds()).toEqual(['unheard', 'stored']);
    expect(world.duty(id)).toMatchObject({
      state: 'delivered',
      entry: { stored: 3, unconfirmed: 0, mayBeStored: false },
    });
    expect(await puids()).toEqual(world.known(id).map(({ puid }) => puid));
  });

  it('sends to the byte what was sent before, whatever the facts are by now', async () => {
    const [id = ''] = world.owe(1);
    await world.misbehave('500');
    await world.deliver(id);
    world.facts = { ...world.facts, liftedAt: '2026-11-25T10:00:00Z' };
    world.clock.advance(TWO_MINUTES);
    await world.deliver(id);
    expect((await world.stored())[0]?.fields).not.toHaveProperty('end_date_visibility_restriction');
    expect(world.duty(id).entry).toMatchObject({ saysEnd: false });
  });

  it('is given to a person after a day of them, and goes on when that person says so', async () => {
    const [id = ''] = world.owe(1);
    await world.misbehave('500', null);
    const begun = world.clock.now();
    for (let look = await world.deliver(id); look !== null; look = await world.deliver(id)) {
      world.clock.advance(Date.parse(look) - world.clock.now());
    }
    expect(world.duty(id)).toMatchObject({ state: 'parked', owner: 'operator', reason: 'not-accepted', attempt: 28 });
    expect(world.clock.now() - begun).toBeGreaterThan(24 * HOUR);
    expect(world.clock.now() - begun).toBeLessThan(25 * HOUR);
    expect(world.undelivered()).toBe(1);
    await world.misbehave('none');
    world.resume(id);
    await world.deliver(id);
    expect(world.duty(id)).toMatchObject({ state: 'delivered', entry: { stored: 1 } });
  });
});

describe('an answer that nothing was stored', () => {
  it('for too many requests is followed by the same later, and does not make known identifiers ours', async () => {
    const [id = ''] = world.owe(1);
    await world.misbehave('429');
    const look = await world.deliver(id);
    expect(Date.parse(look ?? '')).toBe(world.clock.now() + TWO_MINUTES);
    expect(world.duty(id)).toMatchObject({ state: 'claimed', entry: { mayBeStored: false } });
    world.clock.advance(TWO_MINUTES);
    await world.deliver(id);
    expect(world.duty(id)).toMatchObject({ state: 'delivered', entry: { stored: 1, unconfirmed: 0 } });
  });

  it('for a token that is not accepted waits for an operator, and goes on with another', async () => {
    const [id = ''] = world.owe(2);
    world.setToken('old');
    await world.deliver(id);
    expect(world.duty(id)).toMatchObject({ state: 'parked', owner: 'operator', reason: 'token-refused' });
    world.setToken();
    world.clock.advance(TWO_MINUTES);
    world.resume(id);
    await world.deliver(id);
    expect(world.duty(id)).toMatchObject({ state: 'delivered', entry: { stored: 2 } });
  });

  it('for identifiers that are known though none can be ours waits for counsel, and the others go on', async () => {
    const [id = ''] = world.owe(3);
    await world.misbehave('429');
    await world.deliver(id);
    const kept = world.kept(id);
    expect(await world.post([kept[1], kept[1]])).toBe(422);
    world.clock.advance(TWO_MINUTES);
    await world.deliver(id);
    expect(kinds()).toEqual(['busy', 'existing', 'stored']);
    expect(world.duty(id)).toMatchObject({ state: 'delivered', entry: { itemIds: ['item-1', 'item-3'], stored: 2 } });
    const apart = `${id}.item-2`;
    expect(world.duty(apart)).toMatchObject({ state: 'parked', owner: 'counsel', reason: 'identifier-taken' });
    // The poison is over after two days: the same statement is taken under the same identifier.
    world.clock.advance(4 * 86_400 * SECOND);
    world.resume(apart);
    await world.deliver(apart);
    expect(world.duty(apart)).toMatchObject({ state: 'delivered', entry: { stored: 1 } });
    expect(new Set(await puids()).size).toBe(3);
  });
});

describe('one bad statement of a batch', () => {
  it('that we see ourselves is never sent: the other 99 are, and a person gets it with the field', async () => {
    const [id = ''] = world.owe(100);
    const items = world.facts.items.map((item) => (item.itemId === 'item-7' ? { ...item, publishedAt: null } : item));
    world.facts = { ...world.facts, items };
    await world.deliver(id);
    expect(kinds()).toEqual(['stored']);
    expect(await puids()).toHaveLength(99);
    expect(world.duty(id)).toMatchObject({ state: 'delivered', entry: { stored: 99 } });
    const apart = `${id}.item-7`;
    expect(world.duty(apart)).toMatchObject({ state: 'parked', owner: 'counsel', reason: 'statement-refused' });
    expect(world.known(apart)).toMatchObject([{ state: 'refused', fields: ['content_date'] }]);
    expect(world.undelivered()).toBe(1);
    expect(world.audit().find(({ type }) => type === 'delivery.parked')).toMatchObject({
      reason: 'statement-refused',
      data: { deliveryId: apart, statements: ['item-7 content_date'] },
    });
  });

  it('that only the database refuses is taken out by its place, and the rest is sent again', async () => {
    const [id = ''] = world.owe(5);
    await world.misbehave('422', 2);
    await world.deliver(id);
    expect(kinds()).toEqual(['invalid', 'invalid', 'stored']);
    expect(world.duty(id)).toMatchObject({ state: 'delivered', entry: { itemIds: ['item-3', 'item-4', 'item-5'] } });
    expect(world.undelivered()).toBe(2);
    for (const item of ['item-1', 'item-2']) {
      world.resume(`${id}.${item}`);
      await world.deliver(`${id}.${item}`);
    }
    expect(new Set(await puids()).size).toBe(5);
  });

  it('alone in its entry is parked with it, and written anew when a person lets it go on', async () => {
    const [id = ''] = world.owe(1);
    const { facts } = world;
    world.facts = { ...facts, items: [itemFacts({ publishedAt: null })] };
    await world.deliver(id);
    expect(world.duty(id)).toMatchObject({ state: 'parked', owner: 'counsel', documentKey: null });
    world.facts = facts;
    world.resume(id);
    await world.deliver(id);
    expect(world.duty(id)).toMatchObject({ state: 'delivered', entry: { stored: 1 } });
    expect(world.known(id)).toMatchObject([{ state: 'stored', fields: [] }]);
  });

  it('among many is set apart in lots that one transaction takes, each statement once', async () => {
    const [id = ''] = world.owe(60);
    const items = world.facts.items.map((item, index) => (index < 55 ? { ...item, publishedAt: null } : item));
    world.facts = { ...world.facts, items };
    await world.deliver(id);
    expect(world.duty(id)).toMatchObject({ state: 'delivered', entry: { stored: 5 } });
    const parked = world.duties().filter(({ state }) => state === 'parked');
    expect(new Set(parked.map(({ entry }) => entry?.itemIds[0])).size).toBe(55);
    expect(world.undelivered()).toBe(55);
  });
});

describe('one identifier', () => {
  it('is never sent by two at once: of two that take up an entry, one claims it', async () => {
    const [id = ''] = world.owe(3);
    await Promise.all([world.deliver(id), world.deliver(id), world.deliver(id)]);
    expect(kinds()).toEqual(['stored']);
    expect(world.duty(id)).toMatchObject({ state: 'delivered', attempt: 1 });
  });

  it('is the same after any number of repetitions', async () => {
    const [id = ''] = world.owe(1);
    for (const mode of ['429', '500', 'lost', 'none']) {
      await world.misbehave(mode);
      await world.deliver(id);
      world.clock.advance(HOUR);
    }
    expect(kinds()).toEqual(['busy', 'unheard', 'unheard', 'stored']);
    expect(await puids()).toEqual([world.known(id)[0]?.puid]);
  });
});

describe('a thousand statements', () => {
  it('are neither lost nor doubled by timeouts, refusals, faults and limits', async () => {
    const random = seededRandom(20_261_122);
    const modes = ['none', 'none', 'unanswered', 'lost', '500', '429', '422'];
    const sizes = [...Array.from({ length: 9 }, () => 100), 40, 25, ...Array.from({ length: 35 }, () => 1)];
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1_000);
    world.owe(...sizes);
    // A slow machine that misses more answers than those withheld proves as much.
    world.patience = 60;
    const isOpen = (): boolean => world.duties().some(({ state }) => state !== 'delivered');
    for (let round = 0; round < 40 && isOpen(); round += 1) {
      for (const { deliveryId, state } of world.duties()) {
        if (state === 'delivered') continue;
        if (state === 'parked') world.resume(deliveryId);
        await world.misbehave(round < 4 ? (modes[Math.floor(random() * modes.length)] ?? 'none') : 'none');
        await world.deliver(deliveryId);
      }
      world.clock.advance(HOUR);
    }
    const stored = await puids();
    expect(stored).toHaveLength(1_000);
    expect(new Set(stored).size).toBe(1_000);
    const known = world.duties().flatMap(({ deliveryId }) => world.known(deliveryId));
    const settled = known.filter(({ state }) => state !== 'refused');
    expect(settled.map(({ puid }) => puid).toSorted()).toEqual(stored.toSorted());
    expect(new Set(settled.map(({ itemId }) => itemId)).size).toBe(1_000);
    for (const kind of ['stored', 'existing', 'invalid', 'busy', 'unheard']) expect(kinds()).toContain(kind);
    expect(settled.some(({ state }) => state === 'unconfirmed')).toBe(true);
    const uuids = new Set((await world.stored()).map(({ uuid }) => uuid));
    expect(settled.every(({ state, uuid }) => (state === 'stored') === uuids.has(uuid ?? ''))).toBe(true);
  });
});
