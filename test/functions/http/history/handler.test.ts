import { describe, expect, it, vi } from 'vitest';
import { historyName, openHistory } from '#adapters/history-archive';
import { CaseHistory } from '#domain/api/audit-views';
import { type AuditEvent, AuditEventType } from '#domain/audit-event';
import { auditSentence } from '#domain/audit-words';
import { showHistory } from '../../../../functions/http/history/handler.ts';
import { auditorRequest, clock } from '../../support/request.ts';
import { NOW, sampleCase, sampleDelivery, sampleEvent } from '../../support/sample-case.ts';

const event = {
  ...sampleEvent('case.received'),
  chain: 'c',
  seq: 1,
  at: NOW,
  basisVersion: null,
  prev: '0'.repeat(64),
  hash: '1'.repeat(64),
};

function history(runs: readonly (readonly unknown[] | null)[], events: readonly AuditEvent[] = [event]) {
  return {
    cases: {
      load: async () => sampleCase({ run: runs.length }),
      listRows: async <Row>() => [sampleDelivery()] as Row[],
    },
    audit: { read: async () => events.map((said) => ({ event: said, payloads: {} })), append: vi.fn() },
    executions: { history: async (_: string, run: number) => runs[run - 1] ?? null },
    evidence: { get: async () => null },
    vault: { key: async () => new Uint8Array(32) },
    archive: { nameOf: historyName, open: openHistory },
    clock,
  };
}

describe('showHistory', () => {
  it('shows each event in whole sentences and the executions of all runs in order', async () => {
    const dependencies = history([[{ id: 1, timestamp: new Date(0) }], null, [{ id: 1 }]]);
    const answer = await showHistory(dependencies, auditorRequest());
    const body = CaseHistory.parse(JSON.parse(JSON.stringify(answer.body)));

    expect(body.events).toMatchObject([
      { seq: 1, type: 'case.received', text: { en: 'The demand was received.', de: 'Das Begehren ist eingegangen.' } },
    ]);
    expect(body.execution).toEqual([
      { id: 1, timestamp: '1970-01-01T00:00:00.000Z', run: 1 },
      { id: 1, run: 3 },
    ]);
    expect(body.executionLeftOut).toBe(0);
    expect(dependencies.audit.append).toHaveBeenCalledOnce();
  });

  it('names the messages that an event is about, and no address', async () => {
    const { deliveryId } = sampleDelivery();
    const said = (data: AuditEvent['data']) => ({ ...event, type: 'delivery.parked' as const, data });
    const events = [said({ deliveryId }), said({ deliveries: [deliveryId, 'unknown'] }), said({})];
    const body = CaseHistory.parse((await showHistory(history([null], events), auditorRequest())).body);
    const named = { deliveryId, kind: 'decision-to-sender', to: 'sender' };
    expect(body.events.map(({ messages }) => messages)).toEqual([[named], [named], []]);
  });

  it('leaves out the oldest execution events of a history that is too large, and says how many', async () => {
    const events = Array.from({ length: 40 }, (_, id) => ({ id, text: 'x'.repeat(100_000) }));
    const answer = await showHistory(history([events]), auditorRequest());
    const body = CaseHistory.parse(JSON.parse(JSON.stringify(answer.body)));

    expect(JSON.stringify(body).length).toBeLessThan(5_000_000);
    expect(body.execution.at(-1)).toMatchObject({ id: 39 });
    expect(body.execution.length + body.executionLeftOut).toBe(40);
    expect(body.executionLeftOut).toBeGreaterThan(0);
  });
});

describe('auditSentence', () => {
  it.each([
    ['approve', 'approved the decision', 'freigegeben'],
    ['return', 'returned the decision to review', 'zur Prüfung zurückgegeben'],
    ['cancel', 'cancelled the decision', 'verworfen'],
    [undefined, 'answered', 'geantwortet'],
  ])('says of the second person what the verdict %s means', (verdict, en, de) => {
    const sentence = auditSentence('approval.recorded', verdict === undefined ? {} : { verdict });
    expect(sentence.en).toMatch(new RegExp(`^The second person ${en}\\.$`));
    expect(sentence.de).toMatch(new RegExp(`^Die zweite Person hat .*${de}\\.$`));
  });

  it.each(AuditEventType.options)('says %s in a whole sentence of each language', (type) => {
    const { en, de } = auditSentence(type, {});
    for (const sentence of [en, de]) expect(sentence).toMatch(/^\p{Lu}.{8,}\.$/u);
    expect(en).not.toBe(de);
  });
});
