import { describe, expect, it, vi } from 'vitest';
import type { CaseRecord } from '#domain/case';
import type { Delivery } from '#domain/delivery';
import { plus } from '#domain/instant';
import { type FireTimerDependencies, fireTimerStep } from '../../../../functions/operations/fire-timer/handler.ts';
import { changing, NOW, sampleCase, sampleDelivery } from '../../support/sample-case.ts';

const closed = sampleCase({ state: 'closed', closedAt: NOW });
const waiting = sampleDelivery({ state: 'scheduled', notBefore: NOW });

function timer(record: CaseRecord, deliveries: readonly Delivery[] = [], noted: object | null = null) {
  const rows = { listRows: (async () => deliveries) as never, readRow: (async () => noted) as never };
  const { change, changes } = changing(record, rows);
  const schedule = vi.fn();
  const cases = { change, load: async () => record, ...rows };
  const unused = {
    documents: {},
    vault: {},
    mailer: {},
    webhooks: {},
    paper: {},
    eraser: {},
    signer: {},
    calendar: {},
    from: '',
    house: {},
  } as never as FireTimerDependencies;
  return { ...unused, cases, timers: { schedule }, clock: { now: () => NOW }, changes, schedule };
}

const fired = (purpose: string) => ({ caseId: closed.caseId, purpose });

describe('fireTimerStep', () => {
  it('opens a closed case again for a message that had to wait', async () => {
    const dependencies = timer(closed, [waiting]);
    expect(await fireTimerStep(dependencies, fired('withheld-message'))).toEqual({ fired: 'reopened' });
    expect(dependencies.changes).toMatchObject([
      { transition: 'reopenNotification', set: { run: 2 }, outbox: [{ kind: 'start', run: 2, stage: 'notify' }] },
    ]);
  });

  it.each([
    ['it is delivered already', [sampleDelivery({ state: 'delivered' })]],
    ['it was parked', [sampleDelivery({ state: 'parked', notBefore: NOW })]],
  ])('does nothing for a message when %s', async (_, deliveries) => {
    const dependencies = timer(closed, deliveries);
    expect(await fireTimerStep(dependencies, fired('withheld-message'))).toEqual({ fired: 'nothing' });
    expect(dependencies.changes).toEqual([]);
  });

  it('looks again at the new date of a message whose date was moved', async () => {
    const notBefore = plus(NOW, { hours: 30 });
    const dependencies = timer(sampleCase({ state: 'closed', nonDisclosureUntil: notBefore }), [
      sampleDelivery({ state: 'scheduled', notBefore }),
    ]);
    expect(await fireTimerStep(dependencies, fired('withheld-message'))).toEqual({ fired: 'nothing' });
    expect(dependencies.schedule).toHaveBeenCalledWith(expect.any(String), notBefore, fired('withheld-message'));
  });

  it.each([
    ['complaint-window-end', 'complaint-window.ended'],
    ['preservation-end', 'preservation.ended'],
  ])('notes %s once', async (purpose, type) => {
    const first = timer(closed);
    expect(await fireTimerStep(first, fired(purpose))).toEqual({ fired: 'noted' });
    expect(first.changes).toMatchObject([{ events: [{ type }], rows: [{ key: `TIMER#${purpose}`, when: 'new' }] }]);

    const again = timer(closed, [], fired(purpose));
    expect(await fireTimerStep(again, fired(purpose))).toEqual({ fired: 'nothing' });
    expect(again.changes).toEqual([]);
  });

  it('does nothing for a purpose it does not know', async () => {
    expect(await fireTimerStep(timer(closed), fired('birthday'))).toEqual({ fired: 'nothing' });
  });
});
