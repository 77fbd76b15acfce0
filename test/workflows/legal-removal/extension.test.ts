import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import { NOTICE } from '../../support/demands.ts';
import { RemovalWorld } from '../../support/removal-world.ts';

const open: RemovalWorld[] = [];
afterEach(async () => {
  for (const world of open.splice(0)) await world.dispose();
});

describe('an extension of our own', () => {
  it('is told with its reason and the new end while the case is in review, and to nobody else', async () => {
    const world = new RemovalWorld('2026-10-05T08:00:00.000Z');
    open.push(world);
    const body = { ...NOTICE, legalBasis: 'GDPR_ART17', statements: { ...NOTICE.statements, affectedPerson: true } };
    const { caseId } = (await world.call('POST', '/v1/notices', { body })).body;
    await world.until(() => world.record(caseId).state === 'in-review');
    const entry = {
      ...{ kind: 'extension', clock: 'GDPR_ART17.answer', at: world.now(), evidence: 'Aktenvermerk vom 5. Oktober.' },
      reason: 'Es sind viele Adressen einzeln zu prüfen.',
    };
    const token = 'counsel:cora';
    const entered = await world.call('POST', `/v1/cases/${caseId}/clock-entries`, { token, body: entry });
    expect(entered).toMatchObject({ status: 201, body: { dueAt: '2027-01-05T23:00:00.000Z' } });
    const told = () => world.deliveries(caseId).map(({ kind, to, state }) => `${kind} ${to} ${state}`);
    await world.until(() => told().includes('extension-notice sender delivered'));
    expect(told().toSorted()).toEqual(['extension-notice sender delivered', 'receipt sender delivered']);
    const { text = '' } = await simpleParser(Buffer.from(world.mails.at(-1)?.raw ?? []));
    expect(text.replaceAll(/\s+/g, ' ')).toContain('> Es sind viele Adressen einzeln zu prüfen.');
    expect(text).toContain('05.01.2027');
    expect(text).not.toContain('Aktenvermerk');
    expect(world.record(caseId)).toMatchObject({ state: 'in-review', dueAt: '2027-01-05T23:00:00.000Z', tier: 1 });
  });
});
