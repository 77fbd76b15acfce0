import { afterAll, describe, expect, it } from 'vitest';
import { ORDER } from '../../support/demands.ts';
import { RemovalWorld } from '../../support/removal-world.ts';

describe('an order of an authority that the register does not know', () => {
  const removal = new RemovalWorld('2026-10-12T08:00:00.000Z');
  afterAll(() => removal.dispose());

  it('is never acted on first: somebody is paged and looks at it, and the report waits for an address', async () => {
    const token = 'authority:esafety:esafety';
    const sent = await removal.call('POST', '/v1/orders', { token, body: { ...ORDER, authority: { id: 'esafety' } } });
    expect(sent.status).toBe(202);
    const { caseId } = sent.body;
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(removal.platform.ledger).toEqual([]);
    expect(removal.record(caseId)).toMatchObject({ actFirst: false, authenticated: false, authorityCountry: null });
    expect(removal.pages()).toMatchObject([{ reason: 'authority-not-registered' }]);
    await removal.settle();
    const waiting = removal.deliveries(caseId).filter(({ to }) => to === 'authority');
    expect(waiting.map(({ kind, state, reason }) => [kind, state, reason])).toEqual([
      ['receipt', 'parked', 'no-address'],
    ]);
  });
});
