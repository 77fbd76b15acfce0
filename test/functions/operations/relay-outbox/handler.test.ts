import { describe, expect, it, vi } from 'vitest';
import { plainImage } from '#adapters/stream-image';
import { relayOutboxStep } from '../../../../functions/operations/relay-outbox/handler.ts';

const caseId = 'case-1';

function image(entry: Record<string, unknown>) {
  const tagged = Object.entries(entry).map(([name, value]) => [
    name,
    typeof value === 'number' ? { N: String(value) } : { S: String(value) },
  ]);
  return {
    pk: { S: 'CASE#case-1' },
    caseId: { S: caseId },
    entry: { M: Object.fromEntries(tagged) },
    expires: { N: '1' },
  };
}

function records(...entries: Record<string, unknown>[]) {
  return {
    Records: entries.map((entry, index) => ({ dynamodb: { SequenceNumber: `s${index}`, NewImage: image(entry) } })),
  };
}

function relay(token: string | null = 'token-1') {
  const executions = { startRun: vi.fn(), startPaging: vi.fn(), ring: vi.fn() };
  const timers = { schedule: vi.fn() };
  const row = token === null ? null : { token, run: 1, at: '2026-10-17T21:40:00.000Z' };
  const cases = { readRow: vi.fn(async () => row) as never };
  return { executions, timers, cases, readImage: plainImage };
}

describe('relayOutboxStep', () => {
  it('does what each kind of entry asks for', async () => {
    const dependencies = relay();
    const batch = records(
      { kind: 'start', run: 2, stage: 'notify' },
      { kind: 'ring', doorbell: 'decision' },
      { kind: 'page', pageId: 'p1', reason: 'case-parked' },
      { kind: 'schedule', name: 'n1', at: '2027-01-01T00:00:00.000Z', purpose: 'preservation-end' },
    );

    expect(await relayOutboxStep(dependencies, batch)).toEqual({ batchItemFailures: [] });
    expect(dependencies.executions.startRun).toHaveBeenCalledWith(caseId, 2, 'notify');
    expect(dependencies.executions.ring).toHaveBeenCalledWith('token-1', { doorbell: 'decision' });
    expect(dependencies.executions.startPaging).toHaveBeenCalledWith(caseId, 'p1', 'case-parked');
    expect(dependencies.timers.schedule).toHaveBeenCalledWith('n1', '2027-01-01T00:00:00.000Z', {
      caseId,
      purpose: 'preservation-end',
    });
  });

  it('rings nothing when nobody waits', async () => {
    const dependencies = relay(null);
    expect(await relayOutboxStep(dependencies, records({ kind: 'ring', doorbell: 'approval' }))).toEqual({
      batchItemFailures: [],
    });
    expect(dependencies.executions.ring).not.toHaveBeenCalled();
  });

  it('names the records that failed and relays the others', async () => {
    const dependencies = relay();
    dependencies.executions.startRun.mockRejectedValue(new Error('throttled'));
    const batch = records({ kind: 'start', run: 1, stage: 'validate' }, { kind: 'page', pageId: 'p1', reason: 'r' });

    expect(await relayOutboxStep(dependencies, batch)).toEqual({ batchItemFailures: [{ itemIdentifier: 's0' }] });
    expect(dependencies.executions.startPaging).toHaveBeenCalledOnce();
  });

  it.each([
    ['of an unknown kind', { kind: 'shout' }],
    ['with an unknown stage', { kind: 'start', run: 1, stage: 'nowhere' }],
    ['without a kind', {}],
  ])('names a row %s, so that it reaches the failure queue', async (_, entry) => {
    expect(await relayOutboxStep(relay(), records(entry))).toEqual({ batchItemFailures: [{ itemIdentifier: 's0' }] });
  });
});

describe('plainImage', () => {
  it('reads every type that a row of the outbox may hold', () => {
    const tagged = {
      text: { S: 'a' },
      number: { N: '1.5' },
      truth: { BOOL: false },
      nothing: { NULL: true },
      list: { L: [{ S: 'x' }, { M: { deep: { N: '2' } } }] },
    };
    expect(plainImage(tagged)).toEqual({
      text: 'a',
      number: 1.5,
      truth: false,
      nothing: null,
      list: ['x', { deep: 2 }],
    });
  });

  it('refuses a value that DynamoDB does not write', () => {
    expect(() => plainImage({ odd: { X: 1 } })).toThrow();
  });
});
