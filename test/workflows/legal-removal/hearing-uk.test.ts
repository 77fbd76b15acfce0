import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import { holidayCalendar } from '#adapters/holiday-calendar';
import { MOST_ANSWERS } from '#domain/hearing';
import { TOKEN_PLACE } from '#domain/messages/token-place';
import { MailBusyError, MailUnavailableError } from '../../../functions/ports/errors.ts';
import { rejection } from '../../../scripts/examples.ts';
import { NOTICE } from '../../support/demands.ts';
import { PLATFORM_URL, RemovalWorld } from '../../support/removal-world.ts';

const COMPLAINANT = { name: 'Dr. Quirina Zeisig', email: 'quirina.zeisig@kanzlei.example', country: 'GB' };
const COMPLAINT = {
  ...NOTICE,
  legalBasis: 'UK_DEF_S5',
  language: 'en',
  submitter: COMPLAINANT,
  explanation: 'The second verse says that a baker of our town sells stolen bread.',
  meaning: 'It means that the baker is a thief.',
  inaccuracies: 'He has never stolen anything, and no court has said so.',
  signature: null,
  works: [],
  statements: { posterUnknown: true },
};
const DETAILS = { name: 'Benedict Baker-Smythe', postalAddress: '7 Harbour Terrace, Whitby YO21 3PU' };
/** Thursday, 2 April 2026, 15:00 in London: the day before Good Friday. */
const MAUNDY_THURSDAY = '2026-04-02T14:00:00.000Z';

const KEPT = ['decision-to-sender', 'hearing-confirmation', 'hearing-notice', 'hearing-outcome', 'receipt'];

const worlds: RemovalWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.dispose();
});

function worldAt(startAt: string): RemovalWorld {
  const world = new RemovalWorld(startAt);
  worlds.push(world);
  return world;
}

async function complain(world: RemovalWorld, changes: Record<string, unknown> = {}, item = 'trk-bulk-1') {
  const items = [{ url: `${PLATFORM_URL}/tracks/${item}`, components: ['audio'] }];
  const answer = await world.call('POST', '/v1/notices', { body: { ...COMPLAINT, items, ...changes } });
  expect(answer.status, JSON.stringify(answer.body)).toBe(202);
  return answer.body as { caseId: string; accessToken: string };
}

/** The message of a kind to somebody, as it was sent. */
async function letter(world: RemovalWorld, caseId: string, kind: string): Promise<string> {
  const found = world.mails.filter((mail) => mail.caseId === caseId && mail.deliveryId.includes(`.${kind}.`));
  expect(found.map(({ deliveryId }) => deliveryId)).toHaveLength(1);
  const { subject = '', text = '' } = await simpleParser(Buffer.from(found[0]!.raw));
  return `${subject} ${text}`.replaceAll(/\s+/g, ' ');
}

/** A person decides a case as it stands in review. */
async function decide(world: RemovalWorld, caseId: string, decision: Record<string, unknown>) {
  const token = 'specialist:sam';
  const { body } = await world.call('POST', `/v1/cases/${caseId}/claim`, { token });
  const answer = await world.call('POST', `/v1/cases/${caseId}/decision`, {
    token,
    body: { leaseId: body.leaseId, ...decision },
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}

async function respond(world: RemovalWorld, caseId: string, body: Record<string, unknown>) {
  const token = /for you alone[^:]*: (\S+)/.exec(await letter(world, caseId, 'hearing-notice'))?.[1] ?? '';
  return await world.call('POST', `/v1/cases/${caseId}/response`, { token, body });
}

function clockOf(world: RemovalWorld, caseId: string, id: string) {
  return world.record(caseId).clocks.find(({ clock }) => clock === id);
}

function kindsOf(world: RemovalWorld, caseId: string): string[] {
  return world
    .deliveries(caseId)
    .map(({ kind }) => kind)
    .toSorted();
}

const isIn = (world: RemovalWorld, caseId: string, state: string) => () => world.record(caseId).state === state;

describe('a notice of complaint under the Defamation Act', () => {
  it('keeps the dates of Easter 2026: sent by Wednesday, answered by Sunday, removed by Tuesday', async () => {
    const world = worldAt(MAUNDY_THURSDAY);
    world.api.deps.calendar = holidayCalendar();
    world.platform.mode = '500';
    const { caseId } = await complain(world);
    expect(clockOf(world, caseId, 'UK_DEF_S5.operator')?.dueAt).toBe('2026-04-08T14:00:00.000Z');
    await world.until(() => world.record(caseId).parked !== null);

    // The platform is there again on Tuesday, 7 April, 11:00 in London.
    await world.pass((Date.parse('2026-04-07T10:00:00Z') - world.clock.now()) / 60_000);
    world.platform.mode = 'none';
    await world.call('POST', `/v1/cases/${caseId}/resume`, { token: 'operator:otto' });

    const { hearing, state, dueAt } = world.record(caseId);
    expect(state).toBe('awaiting-response');
    expect(hearing).toMatchObject({ sentAt: '2026-04-07T10:00:00.000Z', answerUntil: '2026-04-12T23:00:00.000Z' });
    expect(clockOf(world, caseId, 'UK_DEF_S5.poster-reply')).toMatchObject({ dueDate: '2026-04-12' });
    // Ours is the next step: 48 hours from Monday 00:00 in London, the end of Tuesday.
    expect(dueAt).toBe('2026-04-14T23:00:00.000Z');
    expect(world.platform.restrictionsOf({ kind: 'tracks', id: 'trk-bulk-1' })).toEqual([]);

    await world.until(isIn(world, caseId, 'in-review'));
    const [removed] = world.platform.ledger;
    expect(removed).toMatchObject({ change: 'restricted', item: 'trk-bulk-1' });
    const record = world.record(caseId);
    expect(record.hearing).toMatchObject({ result: 'silence' });
    expect(record.firstEffectAt! >= '2026-04-12T23:00:00.000Z' && record.firstEffectAt! < '2026-04-12T23:05').toBe(
      true,
    );
    expect(clockOf(world, caseId, 'UK_DEF_S5.operator')).toMatchObject({ dueAt: '2026-04-14T23:00:00.000Z' });
    expect(await letter(world, caseId, 'decision-to-sender')).toContain('did not answer in time');
  });

  it('sends the poster the complaint without its author, and tells the complainant that it did', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    const { caseId } = await complain(world);

    const heard = await letter(world, caseId, 'hearing-notice');
    expect(heard).toContain('a baker of our town');
    expect(heard).toContain('It means that the baker is a thief.');
    expect(heard).toContain('until 10 Oct 2026, 24:00 BST');
    expect(heard).toContain('we disable access to the content');
    expect(heard).toMatch(/is said to be wrong in it: > He has never stolen/);
    for (const secret of ['Zeisig', 'kanzlei.example']) expect(heard).not.toContain(secret);
    const confirmed = await letter(world, caseId, 'hearing-confirmation');
    expect(confirmed).toContain('were not passed on');
    expect(confirmed).not.toContain('uploads.example');
    expect(kindsOf(world, caseId)).toEqual(['hearing-confirmation', 'hearing-notice', 'receipt']);
  });

  it('names the complainant to the poster where that was consented to', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    const { caseId } = await complain(world, { statements: { posterUnknown: true, passOnDetails: true } });

    expect(await letter(world, caseId, 'hearing-notice')).toContain(`${COMPLAINANT.name}, ${COMPLAINANT.email}`);
    expect(await letter(world, caseId, 'hearing-confirmation')).toContain('were passed on');
  });

  it('removes at once what its poster consents to remove, and a person looks afterwards', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    const { caseId } = await complain(world);
    const answered = await respond(world, caseId, { position: 'consent' });
    expect(answered.body).toMatchObject({ counts: true, late: false, missing: [] });

    await world.until(isIn(world, caseId, 'in-review'));
    expect(world.platform.ledger).toMatchObject([{ change: 'restricted', item: 'trk-bulk-1' }]);
    expect(await letter(world, caseId, 'decision-to-sender')).toContain('consents to the removal');
    expect(world.record(caseId).hearing).toMatchObject({ result: 'consent' });
    // 48 working hours from Monday 09:00 in London.
    expect(clockOf(world, caseId, 'UK_DEF_S5.operator')?.dueAt).toBe('2026-10-07T08:00:00.000Z');
  });

  it.each([
    [true, 'we pass on these details'],
    [false, 'does not consent'],
  ])(
    'leaves what its poster defends by name and address; the details are passed on: %s',
    async (passOnDetails, says) => {
      const world = worldAt('2026-10-05T08:00:00.000Z');
      const { caseId } = await complain(world);
      await respond(world, caseId, { position: 'objection', ...DETAILS, passOnDetails, explanation: 'It is satire.' });

      await world.until(isIn(world, caseId, 'in-review'));
      expect(world.record(caseId)).toMatchObject({ outcome: 'rejected', hearing: { result: 'objection' } });
      // Told at once, long before the period ends; only a person closes the case.
      expect(world.now().slice(0, 10)).toBe('2026-10-05');
      expect(world.record(caseId).dueAt.slice(0, 10)).toBe('2026-10-06');
      const told = await letter(world, caseId, 'decision-to-sender');
      expect(told).toContain(says);
      expect(told).toContain('stays where it is');
      for (const detail of Object.values(DETAILS)) expect(told.includes(detail)).toBe(passOnDetails);
      expect(told).not.toContain('satire');
      expect(kindsOf(world, caseId)).toEqual(KEPT);
      expect(await letter(world, caseId, 'hearing-outcome')).toContain('it was decided not to restrict the content');

      await world.pass(60);
      expect(world.record(caseId).state).toBe('in-review');
      const confirmed = await decide(world, caseId, { outcome: 'reject' });
      expect(confirmed).toMatchObject({ effect: 'confirm', state: 'sealing', fourEyes: false });
      await world.until(isIn(world, caseId, 'closed'));
      expect(world.record(caseId).outcome).toBe('rejected');
      expect(world.platform.ledger).toEqual([]);
      // Nobody is told again.
      expect(kindsOf(world, caseId)).toEqual(KEPT);
    },
  );

  it('is restricted by whoever reviews it on other grounds, though its poster objected', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    const { caseId } = await complain(world);
    await respond(world, caseId, { position: 'objection', ...DETAILS });
    await world.until(isIn(world, caseId, 'in-review'));
    const decided = await decide(world, caseId, {
      outcome: 'restrict',
      ground: { type: 'terms', provision: 'Clause 4.2 of our terms', explanation: 'It names where somebody lives.' },
      items: [{ itemId: 'item-1', action: 'disable', components: ['audio'], territories: ['GB'], until: null }],
    });
    expect(decided).toMatchObject({ effect: 'restrict', state: 'acting' });
    await world.until(isIn(world, caseId, 'closed'));
    expect(world.record(caseId).outcome).toBe('actioned');
    expect(world.platform.ledger).toMatchObject([{ change: 'restricted', item: 'trk-bulk-1' }]);
    expect(kindsOf(world, caseId).filter((kind) => kind === 'decision-to-sender')).toHaveLength(2);
    expect(await letter(world, caseId, 'statement-of-reasons')).toContain('Clause 4.2 of our terms');
  });

  it('is told of again where further items came before a person confirmed what the rule had left', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    const { caseId, accessToken: token } = await complain(world);
    await respond(world, caseId, { position: 'objection', ...DETAILS });
    await world.until(isIn(world, caseId, 'in-review'));
    const items = [{ url: `${PLATFORM_URL}/tracks/trk-bulk-3` }];
    const added = await world.call('POST', `/v1/notices/${caseId}/information`, { token, body: { items } });
    expect(added.body).toMatchObject({ itemCount: 1, outcome: null });
    await world.until(isIn(world, caseId, 'in-review'));
    expect(await decide(world, caseId, { outcome: 'reject', facts: 'Satire, all of it.' })).toMatchObject({
      effect: 'none',
    });
    await world.until(isIn(world, caseId, 'closed'));
    expect(kindsOf(world, caseId).filter((kind) => kind === 'decision-to-sender')).toHaveLength(2);
  });

  it('keeps the token of its poster nowhere: not beside the case, not in its evidence', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    world.beforeMail = ({ deliveryId }) => {
      if (!deliveryId.includes('.hearing-notice.')) return;
      world.beforeMail = () => undefined;
      throw new MailUnavailableError('gone');
    };
    const explanation = `The second verse: see https://evil.example/?t=${TOKEN_PLACE}`;
    const { caseId } = await complain(world, { explanation });
    await world.until(() => world.record(caseId).hearing?.sentAt !== null);
    const sent = await letter(world, caseId, 'hearing-notice');
    const [token = ''] = /uploader-1\.[\w-]{43}/.exec(sent) ?? [];
    expect(sent).toContain(`evil.example/?t=${TOKEN_PLACE}`);
    expect((await respond(world, caseId, { position: 'consent' })).status).toBe(202);

    await world.pass(5);
    const duty = world.deliveries(caseId).find(({ kind }) => kind === 'hearing-notice');
    expect(duty).toMatchObject({ state: 'delivered', attempt: 2 });
    const kept = world.api.documents.kept.get(duty?.documentKey ?? '') ?? '';
    const { bytes } = JSON.parse(kept) as { bytes: string };
    const { text = '' } = await simpleParser(Buffer.from(bytes, 'base64'));
    expect(text).toContain(`pass it on): ${TOKEN_PLACE}`);
    const secret = token.replace('uploader-1.', '');
    expect(secret).toHaveLength(43);
    const everything = [...world.api.documents.kept.values(), text, JSON.stringify(duty)];
    for (const one of everything) expect(one).not.toContain(secret);
  });

  it('hears each of several posters: what one defends stays, what the other gives up goes', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    const items = ['trk-bulk-1', 'trk-bulk-2', 'trk-bulk-3'].map((id) => ({ url: `${PLATFORM_URL}/tracks/${id}` }));
    const { caseId } = await complain(world, { items });
    const heard = world.mails.filter(({ deliveryId }) => deliveryId.includes('.hearing-notice.'));
    expect(heard.map(({ to }) => to)).toEqual(['uploader-ben@uploads.example', 'uploader-anna@uploads.example']);
    const texts = await Promise.all(heard.map(async ({ raw }) => (await simpleParser(Buffer.from(raw))).text ?? ''));
    // Each is told of their own content alone.
    expect(texts.map((text) => [...text.matchAll(/trk-bulk-\d/g)].map(([id]) => id))).toEqual([
      ['trk-bulk-1', 'trk-bulk-3'],
      ['trk-bulk-2'],
    ]);
    const tokens = texts.map((text) => /uploader-\d\.[\w-]{43}/.exec(text)?.[0] ?? '');
    const path = `/v1/cases/${caseId}/response`;
    await world.call('POST', path, { token: tokens[0]!, body: { position: 'objection', ...DETAILS } });
    expect(world.record(caseId).state).toBe('awaiting-response');
    await world.call('POST', path, { token: tokens[1]!, body: { position: 'consent' } });

    await world.until(isIn(world, caseId, 'in-review'));
    expect(world.record(caseId).hearing).toMatchObject({ result: 'mixed' });
    expect(world.platform.ledger).toMatchObject([{ change: 'restricted', item: 'trk-bulk-2' }]);
    // Whoever keeps their content is told so, and the complainant that nobody reviewed it.
    const outcome = await letter(world, caseId, 'hearing-outcome');
    expect(world.deliveries(caseId).filter(({ kind }) => kind === 'hearing-outcome')).toMatchObject([
      { personId: 'uploader-1' },
    ]);
    expect(outcome).toContain('it was decided not to restrict the content');
    expect([...outcome.matchAll(/trk-bulk-\d/g)].map(([id]) => id)).toEqual(['trk-bulk-1', 'trk-bulk-3']);
    const decided = await letter(world, caseId, 'decision-to-sender');
    expect(decided.split('since the person who put it up objected to its removal')).toHaveLength(3);
    expect(decided).not.toContain('our review');

    await decide(world, caseId, {
      outcome: 'restrict',
      ground: { type: 'illegal', provision: 'Defamation Act 2013', explanation: 'It was defended by nobody.' },
    });
    await world.until(isIn(world, caseId, 'closed'));
    expect(kindsOf(world, caseId).filter((kind) => kind === 'hearing-outcome')).toHaveLength(1);
  });

  it('is due 48 working hours after the first of several answered, and pages as that nears while others are heard', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    const items = ['trk-bulk-1', 'trk-bulk-2'].map((id) => ({ url: `${PLATFORM_URL}/tracks/${id}` }));
    const { caseId } = await complain(world, { items });
    const { sentAt, sendBy } = world.record(caseId).hearing ?? {};
    expect([sentAt, sendBy]).toEqual(['2026-10-05T08:00:00.000Z', '2026-10-07T08:00:00.000Z']);
    // Ours is named beside theirs: from Monday 00:00 in London, since they may answer until Saturday's end.
    const { dueAt } = world.record(caseId);
    expect(clockOf(world, caseId, 'UK_DEF_S5.operator')?.dueAt).toBe(dueAt);

    await world.pass(60);
    const heard = world.mails.find(({ deliveryId }) => deliveryId.endsWith('.hearing-notice.uploader-2'));
    const { text = '' } = await simpleParser(Buffer.from(heard!.raw));
    const token = /uploader-\d\.[\w-]{43}/.exec(text)?.[0] ?? '';
    await world.call('POST', `/v1/cases/${caseId}/response`, { token, body: { position: 'consent' } });
    expect(world.record(caseId)).toMatchObject({ state: 'awaiting-response', dueAt: '2026-10-07T09:00:00.000Z' });
    expect(clockOf(world, caseId, 'UK_DEF_S5.operator')?.dueAt).toBe('2026-10-07T09:00:00.000Z');

    await world.pass(35 * 60);
    expect(world.pages()).toEqual([]);
    await world.pass(2 * 60);
    expect(world.pages()).toMatchObject([{ reason: 'heard-not-acted-on' }]);
    expect(world.record(caseId)).toMatchObject({ state: 'awaiting-response', tier: 3 });
    await world.until(isIn(world, caseId, 'in-review'));
    expect(world.platform.ledger).toHaveLength(2);
  });

  it('tells nobody again that theirs stays, whatever is decided of the content of others', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    const items = ['trk-bulk-1', 'trk-bulk-2'].map((id) => ({ url: `${PLATFORM_URL}/tracks/${id}` }));
    const { caseId } = await complain(world, { items });
    for (const { raw, deliveryId } of [...world.mails]) {
      const { text = '' } = await simpleParser(Buffer.from(raw));
      const token = /uploader-\d\.[\w-]{43}/.exec(text)?.[0] ?? '';
      const body = { position: 'objection', ...DETAILS };
      if (deliveryId.includes('.hearing-notice.')) {
        await world.call('POST', `/v1/cases/${caseId}/response`, { token, body });
      }
    }
    await world.until(isIn(world, caseId, 'in-review'));
    await decide(world, caseId, {
      outcome: 'restrict',
      ground: { type: 'terms', provision: 'Clause 4.2 of our terms', explanation: 'It names where somebody lives.' },
      items: [{ itemId: 'item-1', action: 'disable', components: ['audio'], territories: ['GB'], until: null }],
    });
    await world.until(isIn(world, caseId, 'closed'));
    const outcomes = world.deliveries(caseId).filter(({ kind }) => kind === 'hearing-outcome');
    expect(outcomes.map(({ personId }) => personId)).toEqual(['uploader-1', 'uploader-2']);
    expect(world.deliveries(caseId)).toContainEqual(
      expect.objectContaining({ kind: 'statement-of-reasons', personId: 'uploader-1' }),
    );
  });

  it('tells how it ended to those alone who were told that it began, whoever else was never sent it', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    world.beforeMail = ({ deliveryId }) => {
      if (deliveryId.endsWith('.hearing-notice.uploader-2')) throw new MailBusyError('quota');
    };
    const items = ['trk-bulk-1', 'trk-bulk-2'].map((id) => ({ url: `${PLATFORM_URL}/tracks/${id}` }));
    const { caseId } = await complain(world, { items });
    await respond(world, caseId, { position: 'objection', ...DETAILS });
    await world.until(isIn(world, caseId, 'in-review'));
    expect(world.record(caseId).hearing).toMatchObject({ result: 'mixed' });
    await decide(world, caseId, { outcome: 'reject', facts: 'It is satire.' });
    await world.until(isIn(world, caseId, 'closed'));
    const outcomes = world.deliveries(caseId).filter(({ kind }) => kind === 'hearing-outcome');
    expect(outcomes.map(({ personId }) => personId)).toEqual(['uploader-1']);
  });

  it('takes an objection without an address for none: told so at once, and removed at the end of the window', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    const { caseId } = await complain(world);
    const { body } = await respond(world, caseId, { position: 'objection', name: DETAILS.name });
    expect(body).toMatchObject({ counts: false, missing: ['postal-address'], answerUntil: '2026-10-10T23:00:00.000Z' });
    expect(world.record(caseId).state).toBe('awaiting-response');

    await world.until(isIn(world, caseId, 'in-review'));
    expect(world.record(caseId)).toMatchObject({ actFirst: true, hearing: { result: 'incomplete' } });
    expect(world.record(caseId).firstEffectAt?.slice(0, 16)).toBe('2026-10-10T23:00');
  });

  it('counts the first whole answer, keeps the later ones, and tells whoever is late', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    const { caseId } = await complain(world);
    await respond(world, caseId, { position: 'objection' });
    expect((await respond(world, caseId, { position: 'objection', ...DETAILS })).body.counts).toBe(true);
    const late = await respond(world, caseId, {
      position: 'consent',
      explanation: 'On second thoughts, take it down.',
    });
    expect(late.body).toMatchObject({ number: 3, counts: false, late: true });

    const { body } = await world.call('GET', `/v1/cases/${caseId}`, { token: 'specialist:sam' });
    expect(body.hearing.responses.map((one: Record<string, unknown>) => [one['counts'], one['late']])).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
    expect(body.hearing.responses[2].explanation).toContain('second thoughts');
  });

  it('removes what is put up by somebody out of reach, within 48 working hours of the notice', async () => {
    const world = worldAt('2026-10-02T14:00:00.000Z');
    const describe = world.platform.describe.bind(world.platform);
    world.platform.describe = async (reference) => {
      const item = await describe(reference);
      return item === null ? null : { ...item, uploader: { ...item.uploader, email: '' } };
    };
    const { caseId } = await complain(world);

    await world.until(() => world.record(caseId).firstEffectAt !== null);
    expect(world.record(caseId)).toMatchObject({ hearing: { result: 'unreachable', sentAt: null } });
    // Friday 15:00 in London; the weekend is disregarded.
    expect(clockOf(world, caseId, 'UK_DEF_S5.operator')?.dueAt).toBe('2026-10-06T14:00:00.000Z');
    expect(kindsOf(world, caseId)).not.toContain('hearing-notice');
  });

  it('takes a poster whose mail comes back for one out of reach, without waiting for the window', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    world.mailTells = false;
    const { caseId } = await complain(world);
    const index = world.mails.findIndex(({ deliveryId }) => deliveryId.includes('.hearing-notice.'));
    await world.tellFate(world.mails[index]!, `mail-${index + 1}`, 'bounced');
    await world.settle();

    await world.until(() => world.record(caseId).firstEffectAt !== null);
    expect(world.record(caseId).hearing).toMatchObject({ result: 'unreachable' });
    expect(world.now().slice(0, 10)).toBe('2026-10-05');

    // What promises time to answer is not sent once the content is gone.
    const notice = world.deliveries(caseId).find(({ kind }) => kind === 'hearing-notice');
    const named = [{ deliveryId: notice?.deliveryId, email: 'other@new.example' }];
    for (const body of [{ deliveries: named }, {}]) {
      const refused = await world.call('POST', `/v1/cases/${caseId}/resume`, { token: 'operator:otto', body });
      expect(refused).toMatchObject({
        status: 409,
        body: { detail: expect.stringContaining('The hearing is closed') },
      });
    }
    expect(world.deliveries(caseId)).toContainEqual(notice);
  });

  it('removes nothing by rule where the notice may not be told, but pages and has a person decide', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    const { caseId } = await complain(world, { explanation: `Answer me at ${COMPLAINANT.email}, Dr. Quirina Zeisig.` });
    await world.until(isIn(world, caseId, 'in-review'));
    expect(world.record(caseId).hearing).toMatchObject({ result: 'untold', sentAt: null });
    expect(world.deliveries(caseId).find(({ kind }) => kind === 'hearing-notice')).toMatchObject({
      reason: 'leak-found',
    });
    expect(world.platform.ledger).toEqual([]);
    expect(world.pages()).toMatchObject([{ reason: 'message-undelivered' }, { reason: 'heard-without-answer' }]);
  });

  it('is told in the words of a lead where its own name somebody, and heard from then on', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    const { caseId } = await complain(world, { explanation: `Answer me at ${COMPLAINANT.email}, Dr. Quirina Zeisig.` });
    const notice = () => world.deliveries(caseId).find(({ kind }) => kind === 'hearing-notice');
    expect(world.record(caseId)).toMatchObject({ state: 'awaiting-response', hearing: { sentAt: null } });
    const resume = async (wording: object) => {
      const body = { deliveries: [{ deliveryId: notice()?.deliveryId, wording }] };
      return await world.call('POST', `/v1/cases/${caseId}/resume`, { token: 'lead:lea', body });
    };
    for (const wording of [{ complaint: 'Dr. Quirina Zeisig says so.' }, { facts: 'It is.' }, { reason: 'Why?' }]) {
      expect((await resume(wording)).status).toBe(400);
    }
    expect((await resume({ complaint: 'The second verse calls a baker a thief.' })).status).toBe(202);
    await world.until(() => world.record(caseId).hearing?.sentAt !== null);
    const told = await letter(world, caseId, 'hearing-notice');
    expect(told).toContain('> The second verse calls a baker a thief.');
    for (const secret of ['Zeisig', 'kanzlei.example']) expect(told).not.toContain(secret);
    await respond(world, caseId, { position: 'consent' });
    expect(world.record(caseId).hearing).toMatchObject({ result: 'consent' });
  });

  it('pages while a notice cannot be sent and its period nears the end; the window begins once it was', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    world.beforeMail = () => {
      throw new MailBusyError('quota');
    };
    const { caseId } = await complain(world);
    await world.pass(40 * 60);
    expect(world.record(caseId)).toMatchObject({ state: 'awaiting-response', hearing: { sentAt: null }, tier: 3 });
    expect(world.pages()).toMatchObject([{ reason: 'hearing-not-sent' }]);

    world.beforeMail = () => undefined;
    await world.until(() => world.record(caseId).hearing?.sentAt !== null);
    const sentAt = world.record(caseId).hearing?.sentAt ?? '';
    expect(sentAt.slice(0, 10)).toBe('2026-10-07');
    expect(world.record(caseId).hearing?.answerUntil).toBe('2026-10-12T23:00:00.000Z');
    expect(await letter(world, caseId, 'hearing-confirmation')).toContain('until 12 Oct 2026, 24:00 BST');
  });

  it('comes to the same when each step runs twice, as after a crash: nobody is told twice', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    world.repeat = true;
    const { caseId } = await complain(world);
    await respond(world, caseId, { position: 'consent' });
    await world.until(isIn(world, caseId, 'in-review'));
    expect(world.record(caseId).hearing).toMatchObject({ result: 'consent' });
    expect(world.platform.ledger).toHaveLength(1);
    const told = world.mails.map(({ deliveryId }) => deliveryId);
    expect(told).toEqual([...new Set(told)]);
    expect(told.some((id) => id.includes('hearing-confirmation'))).toBe(true);
  });

  it.each([
    ['throttled', () => new MailBusyError('quota')],
    ['out of reach', () => new MailUnavailableError('gone')],
  ])('starts the window as the notice leaves, though the mail service was %s once', async (_, fault) => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    world.beforeMail = ({ deliveryId }) => {
      if (!deliveryId.includes('.hearing-notice.')) return;
      world.beforeMail = () => undefined;
      throw fault();
    };
    const { caseId } = await complain(world);
    await world.pass(10);
    const { sentAt = null } = world.record(caseId).hearing ?? {};
    expect(sentAt).toBe(world.deliveries(caseId).find(({ kind }) => kind === 'hearing-notice')?.acceptedAt);
    expect(kindsOf(world, caseId)).toEqual(['hearing-confirmation', 'hearing-notice', 'receipt']);
  });

  it('owes all that follows to a poster who answers before it is known that the notice left', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    world.beforeMail = ({ deliveryId }) => {
      if (!deliveryId.includes('.hearing-notice.')) return;
      world.afterMail = () => {
        world.afterMail = () => undefined;
        throw new MailUnavailableError('the answer was lost');
      };
      world.beforeMail = () => undefined;
    };
    const { caseId } = await complain(world);
    expect((await respond(world, caseId, { position: 'objection', ...DETAILS })).status).toBe(202);
    await world.until(isIn(world, caseId, 'in-review'));
    await decide(world, caseId, rejection());
    await world.until(isIn(world, caseId, 'closed'));
    expect(kindsOf(world, caseId)).toEqual(KEPT);
  });

  it('gives the ground of the rule to each in their own language', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    const { caseId } = await complain(world, { language: 'de' });
    await respond(world, caseId, { position: 'consent' });
    await world.until(isIn(world, caseId, 'in-review'));
    expect(await letter(world, caseId, 'decision-to-sender')).toContain('Einer Beschwerde zufolge ist die Äußerung');
    expect(await letter(world, caseId, 'statement-of-reasons')).toContain('A notice of complaint says that');
  });

  it('does not hear the poster on a statement said to be removed twice before, and lets a person decide', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    const { caseId } = await complain(world, { statements: { posterUnknown: true, removedBefore: true } });

    await world.until(isIn(world, caseId, 'in-review'));
    expect(world.record(caseId)).toMatchObject({ actFirst: false, decisionId: null, hearing: { result: 'repeat' } });
    expect(world.platform.ledger).toEqual([]);
    expect(clockOf(world, caseId, 'UK_DEF_S5.operator')?.dueAt).toBe('2026-10-07T08:00:00.000Z');
    await decide(world, caseId, rejection());
    await world.until(isIn(world, caseId, 'closed'));
    expect(kindsOf(world, caseId)).not.toContain('hearing-notice');
    expect(await letter(world, caseId, 'decision-to-sender')).toContain(
      'your notice says that the statement was removed',
    );
  });

  it.each([
    ['GB alone where more was asked for', ['GB', 'IE'], 'in-review', ['GB']],
    ['nothing by rule where the rule does not reach', ['IE'], 'in-review', []],
  ])('restricts %s', async (_, territories, state, dark) => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    const items = [{ url: `${PLATFORM_URL}/tracks/trk-bulk-1`, components: ['audio'], territories }];
    const { caseId } = await complain(world, { items });
    await respond(world, caseId, { position: 'consent' });
    await world.until(isIn(world, caseId, state));
    const { exceptions = {} } = world.platform.seen('trk-bulk-1')['audio'] ?? {};
    expect(Object.keys(exceptions)).toEqual(dark);
    expect(world.record(caseId).decisionId === null).toBe(dark.length === 0);
  });

  it('takes the answer of the poster however much the complainant sends', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    const { caseId, accessToken } = await complain(world);
    const body = { answers: { meaning: 'It means that he is a thief.' } };
    const send = () => world.call('POST', `/v1/notices/${caseId}/information`, { token: accessToken, body });
    let status = 0;
    for (let sent = 0; sent < 200 && status !== 429; sent += 1) ({ status } = await send());
    expect(status).toBe(429);
    expect((await respond(world, caseId, { position: 'objection', ...DETAILS })).status).toBe(202);
  });

  it('asks for what a notice lacks before it hears anybody, and hears once it is whole', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    const { caseId, accessToken } = await complain(world, { meaning: null });
    expect(world.record(caseId)).toMatchObject({ state: 'in-review', missing: ['meaning'] });
    expect(kindsOf(world, caseId)).toEqual(['information-request', 'receipt']);

    await world.pass(60);
    const answers = { meaning: 'It means that he is a thief.' };
    await world.call('POST', `/v1/notices/${caseId}/information`, { token: accessToken, body: { answers } });
    expect(world.record(caseId).state).toBe('awaiting-response');
    expect(await letter(world, caseId, 'hearing-notice')).toContain('It means that he is a thief.');
  });

  it('is withdrawn before the poster was sent it: it is not sent any more, and nobody is paged', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    world.beforeMail = () => {
      throw new MailBusyError('quota');
    };
    const { caseId, accessToken } = await complain(world);
    await world.call('POST', `/v1/notices/${caseId}/withdrawal`, { token: accessToken, body: {} });
    world.beforeMail = () => undefined;
    await world.until(isIn(world, caseId, 'closed'));
    expect(world.mails.some(({ deliveryId }) => deliveryId.includes('.hearing-notice.'))).toBe(false);
    const notice = world.deliveries(caseId).find(({ kind }) => kind === 'hearing-notice');
    expect(notice).toMatchObject({ state: 'parked', reason: 'hearing-over' });
    expect(world.record(caseId).undelivered).toBe(0);
    expect(world.pages()).toEqual([]);
  });

  it('keeps room for a whole answer, however many lack something', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    const { caseId } = await complain(world);
    for (let given = 1; given < MOST_ANSWERS; given += 1) {
      expect((await respond(world, caseId, { position: 'objection' })).status).toBe(202);
    }
    expect((await respond(world, caseId, { position: 'objection' })).status).toBe(409);
    const whole = await respond(world, caseId, { position: 'objection', ...DETAILS });
    expect(whole.body).toMatchObject({ number: MOST_ANSWERS, counts: true });
    expect(world.record(caseId).hearing).toMatchObject({ result: 'objection' });
  });

  it('is withdrawn while the poster is heard, and nothing happens', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    const { caseId, accessToken } = await complain(world);
    await world.call('POST', `/v1/notices/${caseId}/withdrawal`, { token: accessToken, body: {} });
    expect((await respond(world, caseId, { position: 'consent' })).body).toMatchObject({ late: true, counts: false });
    await world.until(isIn(world, caseId, 'closed'));
    expect(world.record(caseId)).toMatchObject({
      outcome: 'withdrawn',
      hearing: { closedAt: '2026-10-05T08:00:00.000Z' },
    });
    expect(await letter(world, caseId, 'hearing-outcome')).toContain('was withdrawn');
    expect(world.platform.ledger).toEqual([]);
  });

  it('lets each see its own: no forged token, no token of somebody else, none of another case', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    const { caseId, accessToken } = await complain(world);
    const other = await complain(world, {}, 'trk-bulk-3');
    const body = { position: 'consent' };
    const path = `/v1/cases/${caseId}/response`;
    const forged = `uploader-1.${'A'.repeat(43)}`;
    const heard = /for you alone[^:]*: (\S+)/.exec(await letter(world, caseId, 'hearing-notice'))?.[1] ?? '';

    expect((await world.call('POST', path, { body })).status).toBe(401);
    expect((await world.call('POST', path, { token: forged, body })).status).toBe(404);
    expect((await world.call('POST', path, { token: accessToken, body })).status).toBe(404);
    const foreign = `/v1/cases/${other.caseId}/response`;
    expect((await world.call('POST', foreign, { token: heard, body })).status).toBe(404);
    // Nor does the poster's token open what is the complainant's.
    expect((await world.call('GET', `/v1/notices/${caseId}`, { token: heard })).status).toBe(404);
    expect((await world.call('POST', `/v1/notices/${caseId}/withdrawal`, { token: heard, body: {} })).status).toBe(404);
    expect(heard).toMatch(/^uploader-1\./);
  });
});
