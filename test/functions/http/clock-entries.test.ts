import { describe, expect, it } from 'vitest';
import { apiWorld } from '../../support/api-world.ts';
import { AUTHORITY, NOTICE, ORDER } from '../../support/demands.ts';

const RECEIVED = '2026-10-05T08:00:00.000Z';
const LATER = '2026-10-06T08:00:00.000Z';
const COMPLY_BY = '2026-10-12T10:00:00.000Z';
const COUNSEL = 'counsel:cora';
const EVIDENCE = 'Beschluss vom 5. Oktober, im Anhang der Mail des Gerichts';
const STAY = { kind: 'pause', clock: 'COURT_ORDER.comply', because: 'stay', evidence: EVIDENCE };

async function caseOf(demand: object, token = AUTHORITY) {
  const api = apiWorld(RECEIVED);
  const isOrder = 'authority' in demand;
  const options = { ...(isOrder && { token }), body: demand };
  const received = await api.call('POST', isOrder ? '/v1/orders' : '/v1/notices', options);
  expect(received).toMatchObject({ status: 202 });
  const { caseId } = received.body;
  api.bringToReview(caseId);
  api.at(LATER);
  const kept = () => api.cases.of(caseId);
  const enter = (body: object) => api.call('POST', `/v1/cases/${caseId}/clock-entries`, { token: COUNSEL, body });
  const running = (id: string) => kept().record.clocks.find(({ clock }) => clock === id);
  return { api, caseId, enter, running, kept };
}

const courtOrder = () => caseOf({ ...ORDER, legalBasis: 'COURT_ORDER', territories: ['DE'], complyBy: COMPLY_BY });

describe('an entry on a clock of a case', () => {
  it('pauses it: the case is ranked without it, and whoever waits for the case is woken', async () => {
    const { enter, running, kept } = await courtOrder();
    const answer = await enter({ ...STAY, at: RECEIVED });
    expect(answer).toMatchObject({ status: 201, body: { number: 1, clock: { pausedSince: RECEIVED } } });
    expect(running('COURT_ORDER.comply')).toMatchObject({ pausedSince: RECEIVED });
    expect(kept().record.dueAt).toBe('2026-11-05T08:00:00.000Z');
    expect(kept().outbox.at(-1)).toEqual({ kind: 'ring', doorbell: 'decision' });
    expect(kept().events.at(-1)).toMatchObject({
      type: 'clock.changed',
      actor: { kind: 'person', id: 'cora' },
      data: { number: 1, clock: 'COURT_ORDER.comply', kind: 'pause', because: 'stay', at: RECEIVED, role: 'counsel' },
    });
  });

  it('lets it go on with a further entry: the time of the pause is not counted, and both entries stay', async () => {
    const { api, caseId, enter, running, kept } = await courtOrder();
    await enter({ ...STAY, at: RECEIVED });
    const resumed = { kind: 'resume', clock: 'COURT_ORDER.comply', at: LATER, evidence: 'Beschluss vom 6. Oktober' };
    expect((await enter(resumed)).status).toBe(201);
    const clock = running('COURT_ORDER.comply');
    expect(clock).toMatchObject({ dueAt: '2026-10-13T10:00:00.000Z', begun: { dueAt: expect.any(String) } });
    expect(clock).not.toHaveProperty('pausedSince');
    expect(clock?.ledger).toMatchObject([{ kind: 'pause', dueAfter: '2026-10-13T10:00:00.000Z' }]);
    expect(kept().record.dueAt).toBe('2026-10-13T10:00:00.000Z');
    const rows = [...kept().rows].filter(([key]) => key.startsWith('CLOCK#')).map(([key, row]) => [key, row]);
    expect(rows).toMatchObject([
      ['CLOCK#0001', { kind: 'pause', until: null }],
      ['CLOCK#0002', { kind: 'resume' }],
    ]);
    const steps = running('COURT_ORDER.comply')?.steps.slice(clock?.begun?.steps) ?? [];
    expect(steps.map(({ en }) => en).join(' ')).toMatch(/^From .* the period did not run, .* This rests on .* \S+\.$/);
    expect(JSON.stringify(kept().record)).not.toContain('Beschluss');
    const proofs = [...api.documents.kept].filter(([key]) => key.startsWith(`${caseId}/case/clock-proofs/`));
    expect(proofs.map(([, text]) => text)).toEqual([expect.stringContaining(EVIDENCE), expect.anything()]);
  });

  it('begins the hour of a removal order anew only if the obstacle had been reported before', async () => {
    const { enter, running } = await caseOf(ORDER);
    const restart = {
      kind: 'restart',
      clock: 'EU_TCO_ART3.disable',
      because: 'impossibility-ended',
      evidence: EVIDENCE,
    };
    const at = '2026-10-05T09:00:00.000Z';
    const unreported = await enter({ ...restart, at });
    expect(unreported).toMatchObject({ status: 409, body: { detail: expect.stringContaining('not reported before') } });
    const late = await enter({ ...restart, at, reportedAt: '2026-10-05T09:00:01Z' });
    expect(late).toMatchObject({ status: 409, body: { detail: expect.stringContaining('not reported before') } });
    expect((await enter({ ...restart, at, reportedAt: '2026-10-05T08:10:00Z' })).status).toBe(201);
    expect(running('EU_TCO_ART3.disable')).toMatchObject({ startAt: at, dueAt: '2026-10-05T10:00:00.000Z' });
  });

  it('extends what an authority may extend, up to the instant that it sets', async () => {
    const notice = { ...ORDER, legalBasis: 'AU_OSA', authority: { id: 'au-esafety' }, territories: ['AU'] };
    const { enter, running } = await caseOf(notice, 'authority:au-esafety:au-esafety');
    const extension = { kind: 'extension', clock: 'AU_OSA.remove', at: '2026-10-05T20:00:00Z', evidence: EVIDENCE };
    expect((await enter({ ...extension, until: '2026-10-07T08:00:00Z' })).status).toBe(201);
    expect(running('AU_OSA.remove')).toMatchObject({ dueAt: '2026-10-07T08:00:00.000Z' });
    const shorter = await enter({ ...extension, until: '2026-10-06T20:00:00Z' });
    expect(shorter).toMatchObject({ status: 409, body: { detail: 'It would end no later than before.' } });
  });

  it('extends an answer to a person, who is told why at once and before the first end', async () => {
    const { enter, running, kept } = await caseOf({ ...NOTICE, legalBasis: 'GDPR_ART17' });
    const extension = { kind: 'extension', clock: 'GDPR_ART17.answer', at: RECEIVED, evidence: 'Aktenvermerk' };
    expect(await enter(extension)).toMatchObject({ status: 400, body: { errors: [{ path: 'reason' }] } });
    const reason = 'Es sind viele Adressen zu prüfen.';
    expect((await enter({ ...extension, reason })).status).toBe(201);
    expect(running('GDPR_ART17.answer')).toMatchObject({ dueDate: '2027-01-05', ledger: [{ at: LATER }] });
    const id = 'case.extension-notice.sender.1';
    expect(kept().rows.get(`DELIVERY#${id}`)).toMatchObject({ kind: 'extension-notice', to: 'sender', state: 'owed' });
    expect(
      kept()
        .events.slice(-2)
        .map(({ type }) => type),
    ).toEqual(['clock.changed', 'delivery.owed']);
    expect(await enter({ ...extension, reason })).toMatchObject({ status: 409 });
    const late = await caseOf({ ...NOTICE, legalBasis: 'GDPR_ART17' });
    late.api.at('2026-11-06T08:00:00.000Z');
    expect(await late.enter({ ...extension, reason })).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('over by then') },
    });
  });

  it('refuses what the law does not know on that clock, with the reason, and keeps nothing of it', async () => {
    const { api, enter, kept } = await courtOrder();
    const before = { documents: api.documents.kept.size, events: kept().events.length, record: kept().record };
    const common = { clock: 'COURT_ORDER.comply', at: RECEIVED, evidence: EVIDENCE };
    const refused = [
      await enter({ kind: 'pause', because: 'identity-request', ...common }),
      await enter({ kind: 'extension', until: '2026-11-01T00:00:00Z', ...common }),
      await enter({ kind: 'resume', ...common }),
      await enter({ ...STAY, at: RECEIVED, clock: 'EU_TCO_ART3.disable' }),
      await enter({ ...STAY, at: '2026-10-06T08:00:01Z' }),
      await enter({ ...STAY, at: '2026-10-05T07:59:59Z' }),
    ];
    expect(refused.map(({ status, body }) => `${status} ${body.detail}`)).toEqual([
      '409 The law of this clock knows no such change: "case show" names its rule and source.',
      '409 The law of this clock knows no such change: "case show" names its rule and source.',
      '409 The clock is not paused at that time.',
      '409 The case has no clock EU_TCO_ART3.disable.',
      '409 It lies in the future: enter it once it has happened.',
      '409 It lies before the period began, which it cannot have changed.',
    ]);
    expect({ documents: api.documents.kept.size, events: kept().events.length, record: kept().record }).toEqual(before);
  });
});
