import { describe, expect, it, vi } from 'vitest';
import { historyName, openHistory, sealHistory } from '#adapters/history-archive';
import { archiveHistoryStep } from '../../../../functions/operations/archive-history/handler.ts';

const SECRET = new Uint8Array(32).fill(3);
const EVENTS = [{ id: 1, type: 'ExecutionStarted', timestamp: '2026-10-17T21:40:00.000Z' }];
const ended = { detail: { name: 'case-1-2', status: 'SUCCEEDED' } };

function archive(events: readonly unknown[] | null) {
  const kept = new Map<string, Uint8Array>();
  const put = vi.fn(async (name: string, bytes: Uint8Array) => void kept.set(name, bytes));
  return {
    executions: { history: async () => events },
    vault: { key: async () => SECRET },
    evidence: { put },
    seal: sealHistory,
    kept,
  };
}

describe('archiveHistoryStep', () => {
  it('keeps the whole history under Object Lock as nothing but ciphertext', async () => {
    const dependencies = archive(EVENTS);
    const name = historyName('case-1', 2);

    expect(await archiveHistoryStep(dependencies, ended)).toEqual({ archived: name });
    const sealed = dependencies.kept.get(name);
    if (sealed === undefined) throw new Error('nothing kept');
    expect(Buffer.from(sealed).toString('latin1')).not.toContain('ExecutionStarted');
    expect(openHistory(SECRET, 'case-1', 2, sealed)).toEqual(EVENTS);
    expect(() => openHistory(SECRET, 'case-1', 3, sealed)).toThrow();
    expect(() => openHistory(new Uint8Array(32), 'case-1', 2, sealed)).toThrow();
  });

  it.each([
    ['a history that is forgotten', null, ended],
    ['a name that is no run', EVENTS, { detail: { name: 'by-hand', status: 'FAILED' } }],
  ])('keeps nothing of %s', async (_, events, event) => {
    const dependencies = archive(events);
    expect(await archiveHistoryStep(dependencies, event)).toEqual({ archived: null });
    expect(dependencies.kept.size).toBe(0);
  });
});
