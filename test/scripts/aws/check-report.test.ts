import { describe, expect, it } from 'vitest';
import { CheckReport, eventually, mustBeEmpty } from '../../../scripts/aws/check-report.ts';

describe('CheckReport', () => {
  it('prints and counts what passed and what failed', async () => {
    const lines: string[] = [];
    const report = new CheckReport((line) => lines.push(line));
    await report.check('one', async () => 'seen');
    await report.check('two', async () => undefined);
    await report.check('three', async () => {
      mustBeEmpty(['a is missing', 'b is missing']);
      return undefined;
    });
    report.note('left out  something');
    expect(lines).toEqual([
      'ok      one (seen)',
      'ok      two',
      'failed  three: a is missing; b is missing',
      'left out  something',
    ]);
    expect([report.failed, report.summary()]).toEqual([1, '2 passed, 1 failed']);
  });
});

describe('eventually', () => {
  it('tries again until it holds', async () => {
    let tried = 0;
    const probe = async () => {
      tried += 1;
      if (tried < 2) throw new Error('not yet');
      return tried;
    };
    expect(await eventually(5, probe)).toBe(2);
  });

  it('throws what was thrown last when the time has run out', async () => {
    await expect(eventually(0, () => Promise.reject(new Error('never')))).rejects.toThrow('never');
  });
});
