import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Delivery } from '../../domain/delivery.ts';
import { sampleDelivery } from '../functions/support/sample-case.ts';
import { type CliWorld, cliWorld } from './cli-world.ts';

const OPERATOR = { WRIT_TOKEN: 'operator:olu' };

let made: CliWorld;

beforeAll(async () => {
  made = await cliWorld();
});

afterAll(() => made.close());

/** A case in review, two messages of which came back. */
async function withParkedMessages() {
  const caseId = await made.inReview();
  const rows = made.world.cases.of(caseId).rows;
  for (const kind of ['receipt', 'information-request'] as const) {
    const duty = sampleDelivery({
      ...{ deliveryId: `case.${kind}.sender`, caseId, kind, personId: 'sender', state: 'parked' },
      ...{ owner: 'operator', reason: 'bounced-permanent' },
    });
    rows.set(`DELIVERY#${duty.deliveryId}`, duty);
  }
  made.world.cases.set(caseId, { undelivered: 2 });
  const state = (kind: string) => Delivery.parse(rows.get(`DELIVERY#case.${kind}.sender`)).state;
  return { caseId, state };
}

describe('writ case resume', () => {
  it('sends all parked messages again', async () => {
    const { caseId, state } = await withParkedMessages();
    expect(await made.writ(`case resume ${caseId}`, OPERATOR)).toMatchObject({ code: 0, err: '' });
    expect([state('receipt'), state('information-request')]).toEqual(['owed', 'owed']);
  });

  it('sends single messages again, each to another address where one is given', async () => {
    const { caseId, state } = await withParkedMessages();
    const line = `case resume ${caseId} --delivery case.receipt.sender=neu@kanzlei.example`;
    expect(await made.writ(line, OPERATOR)).toMatchObject({ code: 0, err: '' });
    expect([state('receipt'), state('information-request')]).toEqual(['owed', 'parked']);
    const shown = await made.writ(`case show ${caseId} --json`);
    expect(JSON.parse(shown.out).parties).toMatchObject([{ personId: 'sender', email: 'neu@kanzlei.example' }]);
    await made.writ(`case resume ${caseId} --delivery case.information-request.sender`, OPERATOR);
    expect(state('information-request')).toBe('owed');
  });

  it('has one say other words, as a lead', async () => {
    const { caseId, state } = await withParkedMessages();
    const line = `case resume ${caseId} --delivery case.information-request.sender --reason Weshalb?`;
    expect((await made.writ(line, OPERATOR)).err).toContain('Only a lead');
    expect((await made.writ(`${line} --complaint Nein.`, { WRIT_TOKEN: 'lead:lea' })).err).toContain('no complaint');
    expect(await made.writ(line, { WRIT_TOKEN: 'lead:lea' })).toMatchObject({ code: 0, err: '' });
    expect(state('information-request')).toBe('owed');
    const { rows, events } = made.world.cases.of(caseId);
    const duty = Delivery.parse(rows.get('DELIVERY#case.information-request.sender'));
    expect(JSON.parse(made.world.documents.kept.get(duty.wordingKey ?? '') ?? '')).toEqual({ reason: 'Weshalb?' });
    expect(events.map(({ type }) => type).slice(-2)).toEqual(['delivery.reworded', 'delivery.resumed']);
  });

  it('sends a report as the person who says whether anybody viewed the file', async () => {
    const { caseId } = await withParkedMessages();
    const deliveryId = 'danger.child-safety-report.bka';
    const draft = sampleDelivery({
      ...{ deliveryId, caseId, kind: 'child-safety-report', channel: 'draft', state: 'parked', personId: 'reports' },
      ...{
        owner: 'trained person',
        reason: 'draft',
        documentKey: 'x/reports/messages/d',
        report: { recipient: 'bka' },
      },
    });
    const { rows } = made.world.cases.of(caseId);
    rows.set(`DELIVERY#${deliveryId}`, draft);
    const { err } = await made.writ(`case resume ${caseId} --delivery ${deliveryId}`, OPERATOR);
    expect(err).toContain('deliveries.0.viewed');
    const sent = await made.writ(`case resume ${caseId} --delivery ${deliveryId} --viewed no`, OPERATOR);
    expect(sent).toMatchObject({ code: 0, err: '' });
    expect(Delivery.parse(rows.get(`DELIVERY#${deliveryId}`))).toMatchObject({
      ...{ state: 'owed', channel: 'mail', sentBy: 'olu', draftKey: 'x/reports/messages/d' },
      report: { recipient: 'bka', viewed: false },
    });
  });

  it.each([
    ['--facts Anders', 'Other words need the --delivery that says them.'],
    ['--delivery case.receipt.sender --item-reason item-1', '--item-reason takes <itemId>=<text>'],
    ['--delivery case.receipt.sender=', '--delivery takes <deliveryId> or <deliveryId>=<e-mail>'],
    ['--delivery =a@b.example', '--delivery takes <deliveryId> or <deliveryId>=<e-mail>'],
    ['--delivery case.receipt.sender=nobody', 'deliveries.0.email (nobody): Invalid email address'],
    ['--viewed no', 'What is said of a report needs its --delivery.'],
    ['--delivery case.receipt.sender --viewed perhaps', '--viewed takes yes or no.'],
    ['--delivery case.receipt.sender --incident-type Abuse', '--incident-type takes one of: Child Pornography'],
    ['--delivery case.receipt.sender --delivery x', 'deliveries.1.deliveryId (x): no parked message of the case'],
  ])('refuses %s with a sentence', async (flags, sentence) => {
    const { caseId, state } = await withParkedMessages();
    const { code, out, err } = await made.writ(`case resume ${caseId} ${flags}`, OPERATOR);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(sentence);
    expect(state('receipt')).toBe('parked');
  });
});
