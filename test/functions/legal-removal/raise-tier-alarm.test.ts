import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEADLINE_AT_RISK } from '../../../functions/ports/log-codes.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** What the step logs for a case in review at an instant: in a process of its own, since tests log nothing. */
function logged(now: string): readonly string[] {
  const script = `
    const { raiseTierStep } = await import('${ROOT}/functions/legal-removal/raise-tier/handler.ts');
    const { sampleCase } = await import('${ROOT}/test/functions/support/sample-case.ts');
    const record = sampleCase({ dueAt: '2026-10-17T22:00:00.000Z' });
    const cases = { change: async (_, decide) => (await decide(record)).result, listRows: async () => [] };
    await raiseTierStep({ cases, clock: { now: () => '${now}' } }, { caseId: record.caseId, run: 1, timedOut: false, riskTold: false });
  `;
  const env = { ...process.env, POWERTOOLS_LOG_LEVEL: 'INFO' };
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env,
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.split('\n').filter((line) => line.includes('"code"'));
}

describe('a case that waits for a person', () => {
  it('says nothing that wakes anybody while there is time', () => {
    expect(logged('2026-10-17T20:01:00.000Z')).toEqual([]);
  });

  it('says so in the words that the alarm counts once its deadline nears', () => {
    const [line = '', ...others] = logged('2026-10-17T21:59:00.000Z');
    expect(JSON.parse(line)).toMatchObject({
      code: DEADLINE_AT_RISK,
      caseId: 'case-0123456789abcdefghjkmnpqrs',
      run: 1,
    });
    expect(others).toEqual([]);
  });
});
