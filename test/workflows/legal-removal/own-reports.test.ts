import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import { PROCEDURES } from '../../../domain/catalogue/procedures.ts';
import type { LegalBasisId } from '../../../domain/legal-basis.ts';
import { NOTICE } from '../../support/demands.ts';
import { PLATFORM_URL, RemovalWorld } from '../../support/removal-world.ts';

const SAM = 'specialist:sam';
const OLGA = 'operator:olga';
const HERE = `${PLATFORM_URL}/tracks/trk-1001`;
const THREAT = 'Er schreibt, er werde seine Nachbarin töten.';
const SELF_HARM = 'Sie schreibt: I want to die tonight.';
const CHILD = 'Auf dem Bild ist Kinderpornografie zu sehen.';
const ABOUT = 'Child Pornography (possession, manufacture, and distribution)';

/** What everybody else is owed on the case of the notice, report or not. */
const ON_THE_NOTICE = [
  'decision-to-sender sender',
  'partner-restriction partner',
  'receipt sender',
  'statement-of-reasons uploader',
  'transparency-database-entry authority',
];

/** One row: which duty, where we are established, what signals it, and the reports that it leads to. */
interface Row {
  readonly name: string;
  readonly basis: LegalBasisId | null;
  readonly establishments: readonly string[];
  readonly explanation: string;
  readonly reports: readonly string[];
}

const ROWS: readonly Row[] = [
  {
    name: 'DSA_ART18, of an offence: to the Member State where those are whose content it is',
    basis: 'DSA_ART18',
    establishments: ['DE'],
    explanation: THREAT,
    reports: ['crime-report bka'],
  },
  {
    name: 'DSA_ART18, of self-harm alone: a call for help to the police of the place, and no report of an offence',
    basis: null,
    establishments: ['DE'],
    explanation: SELF_HARM,
    reports: ['welfare-disclosure bka'],
  },
  {
    name: 'US_2258A, of a provider of the United States: to NCMEC alone',
    basis: 'US_2258A',
    establishments: ['US'],
    explanation: CHILD,
    reports: ['child-safety-report ncmec'],
  },
  {
    name: 'US_2258A, of one established in three countries: to the authority of each',
    basis: 'US_2258A',
    establishments: ['DE', 'US', 'GB'],
    explanation: CHILD,
    reports: ['child-safety-report bka', 'child-safety-report ncmec', 'child-safety-report nca'],
  },
];

const open: RemovalWorld[] = [];
afterEach(async () => {
  for (const world of open.splice(0)) await world.dispose();
});

/** The deployment is told another address, where reports are drafted, sent on and handed over. */
function addressed(world: RemovalWorld, id: string): void {
  for (const { addresses } of [world.destinations, world.api.deps.destinations])
    addresses.set(id, `${id}@police.example`);
}

/** From the signal to the page, the reports that a trained person sends, the decision on the notice, and its end. */
async function reported({ establishments, explanation }: Row) {
  const world = new RemovalWorld('2026-10-05T08:00:00.000Z');
  open.push(world);
  world.establishments = establishments;
  addressed(world, 'nca');
  const body = { ...NOTICE, items: [{ url: HERE }], explanation };
  const { caseId, accessToken } = (await world.call('POST', '/v1/notices', { body })).body;
  await world.page(caseId);
  const drafts = world.deliveries(caseId).filter(({ report }) => report !== undefined);
  const before = drafts.map(({ state, channel }) => `${state} ${channel}`);
  const deliveries = drafts.map(({ deliveryId, kind, report }) => ({
    deliveryId,
    ...(kind === 'child-safety-report' && { viewed: false }),
    ...(report?.recipient === 'ncmec' && { incidentType: ABOUT }),
  }));
  const sent = await world.call('POST', `/v1/cases/${caseId}/resume`, { token: OLGA, body: { deliveries } });
  expect(sent.status).toBe(202);
  await world.fireTimer(caseId, 'send-reports');
  const { leaseId } = (await world.call('POST', `/v1/cases/${caseId}/claim`, { token: SAM })).body;
  const decision = {
    leaseId,
    outcome: 'restrict',
    ground: { type: 'illegal', provision: '§ 126 StGB', explanation: 'Der Inhalt ist strafbar.' },
    facts: 'Der Inhalt wurde geprüft.',
    items: [{ itemId: 'item-1', action: 'disable', components: ['audio'], territories: ['DE'], until: null }],
  };
  const decided = await world.call('POST', `/v1/cases/${caseId}/decision`, { token: SAM, body: decision });
  expect(decided.status).toBe(200);
  await world.until(() => world.record(caseId).state === 'closed');
  const told = world.deliveries(caseId).filter(({ report }) => report === undefined);
  const reports = world.deliveries(caseId).filter(({ report }) => report !== undefined);
  return { world, caseId, accessToken, before, told, reports };
}

/** What would betray a report to somebody who reads it. */
const HINTS =
  /police|polizei|bka|bundeskriminalamt|ncmec|cybertip|crime agency|europol|strafverfolgung|law enforcement/i;

describe('a report of our own', () => {
  it('is tried on every basis that has us report', () => {
    const own = PROCEDURES.filter(({ procedure }) => procedure === 'own-report').map(({ id }) => id);
    expect([...new Set(ROWS.flatMap(({ basis }) => basis ?? []))].toSorted()).toEqual(own.toSorted());
  });

  it.each(ROWS.map((row) => [row.name, row] as const))(
    '%s; it is sent, accepted and closed, and everybody else is owed what they were',
    async (_name, row) => {
      const { world, caseId, before, told, reports } = await reported(row);
      expect(before).toEqual(row.reports.map(() => 'parked draft'));
      expect(reports.map(({ kind, report }) => `${kind} ${report?.recipient}`).toSorted()).toEqual(
        row.reports.toSorted(),
      );
      for (const { state, sentBy, acceptedAt } of reports) {
        expect({ state, sentBy }).toEqual({ state: 'delivered', sentBy: 'olga' });
        expect(acceptedAt).not.toBeNull();
      }
      expect(told.map(({ kind, to }) => `${kind} ${to}`).toSorted()).toEqual(ON_THE_NOTICE);
      expect(world.record(caseId)).toMatchObject({ outcome: 'actioned', parked: null, undelivered: 0 });
      const hold = world.record(caseId).clocks.filter(({ clock }) => clock === 'US_2258A.preserve-until');
      // A year from the submission to NCMEC, in New York; no other report starts it.
      const toNcmec = row.reports.some((report) => report.endsWith('ncmec'));
      expect(hold.map(({ dueDate, direction }) => [dueDate, direction])).toEqual(
        toNcmec ? [['2027-10-05', 'hold-until']] : [],
      );
    },
  );

  it.each(ROWS.map((row) => [row.name, row] as const))('%s; nobody else gets a hint of it', async (_name, row) => {
    const { world, caseId, accessToken, reports } = await reported(row);
    const toAuthorities = new Set(reports.map(({ deliveryId }) => deliveryId));
    const mails = world.mails.filter(({ deliveryId }) => !toAuthorities.has(deliveryId));
    const letters = await Promise.all(mails.map(async ({ raw }) => (await simpleParser(Buffer.from(raw))).text ?? ''));
    expect(letters).toHaveLength(3);
    expect(letters.filter((text) => HINTS.test(text))).toEqual([]);
    const toPartners = world.webhooks.filter(({ id }) => !id.includes('danger'));
    expect(toPartners).toHaveLength(1);
    expect(JSON.stringify([toPartners, world.stated, world.published])).not.toMatch(HINTS);
    const status = await world.call('GET', `/v1/notices/${caseId}`, { token: accessToken });
    expect(status.status).toBe(200);
    expect(JSON.stringify(status.body)).not.toMatch(HINTS);
    expect(JSON.stringify(status.body)).not.toContain('US_2258A');
    expect((await world.call('GET', `/v1/cases/${caseId}`, { token: 'vendor:vera' })).status).toBe(404);
  });

  it('goes to the establishment and to Europol where no Member State is known, once each', async () => {
    const world = new RemovalWorld('2026-10-05T08:00:00.000Z');
    open.push(world);
    addressed(world, 'europol');
    const body = { ...NOTICE, items: [{ url: 'https://else.example/x' }], explanation: THREAT };
    const { caseId } = (await world.call('POST', '/v1/notices', { body })).body;
    await world.page(caseId);
    const deliveries = ['bka', 'europol'].map((id) => ({ deliveryId: `danger.crime-report.${id}` }));
    await world.call('POST', `/v1/cases/${caseId}/resume`, { token: OLGA, body: { deliveries } });
    await world.fireTimer(caseId, 'send-reports');
    await world.fireTimer(caseId, 'send-reports');
    const sent = world.mails.filter(({ to }) => to.endsWith('police.example')).map(({ to }) => to);
    expect(sent.toSorted()).toEqual(['bka@police.example', 'europol@police.example']);
  });
});
