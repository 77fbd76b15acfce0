import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HttpCyberTipline } from '#adapters/http-cybertipline';
import { createNcmec } from '#local/ncmec/ncmec-service';
import { listen, TestClock } from '../../local/services/listener.ts';

const ACCOUNT = { username: 'provider', password: 'päss:word' };
const REPORT = `<?xml version="1.0" encoding="UTF-8"?><report><incidentSummary><incidentType>Child Sex Trafficking</incidentType>
<incidentDateTime>2026-11-20T08:00:00Z</incidentDateTime></incidentSummary><reporter><reportingPerson><email>a@b.example</email>
</reportingPerson></reporter></report>`;
const FIRST = '4564001';

let directory: string;
let clock: TestClock;
let server: { url: string; close: () => Promise<void> };

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'writ-ncmec-'));
  clock = new TestClock('2026-11-22T16:00:00.000Z');
  server = await listen(await createNcmec({ directory, clock, ...ACCOUNT }));
});
afterEach(async () => {
  await server.close();
  await rm(directory, { recursive: true });
});

const tipline = (password = ACCOUNT.password) => new HttpCyberTipline(`${server.url}/`, { ...ACCOUNT, password }, 250);

async function misbehave(mode: string): Promise<void> {
  await fetch(`${server.url}/faults`, { method: 'PUT', body: JSON.stringify({ mode, times: 1 }) });
}

async function reports(): Promise<readonly { finished: boolean; xml: string }[]> {
  return ((await (await fetch(`${server.url}/`)).json()) as { reports: never }).reports;
}

describe('HttpCyberTipline, against the stand-in', () => {
  it('opens a report and finishes it, and a second time says so', async () => {
    expect(await tipline().open(REPORT)).toEqual({ kind: 'opened', reportId: FIRST });
    expect(await reports()).toMatchObject([{ finished: false, xml: REPORT }]);
    expect(await tipline().finish(FIRST)).toEqual({ kind: 'finished' });
    expect(await reports()).toMatchObject([{ finished: true }]);
    expect(await tipline().finish(FIRST)).toEqual({ kind: 'finished' });
  });

  it('is turned away without the account', async () => {
    expect(await tipline('wrong').open(REPORT)).toEqual({ kind: 'unauthorised' });
    expect(await reports()).toEqual([]);
  });

  it('is told that the order of elements is wrong', async () => {
    const [, reporter = ''] = /(<reporter>[\s\S]*<\/reporter>)/.exec(REPORT) ?? [];
    const wrong = REPORT.replace(reporter, '').replace('<report>', `<report>${reporter}`);
    expect(await tipline().open(wrong)).toEqual({ kind: 'refused', code: '4100' });
    expect(await tipline().open('<report>')).toEqual({ kind: 'refused', code: '4110' });
    expect(await reports()).toEqual([]);
  });

  it('learns that a report which nobody finished for a day is gone', async () => {
    await tipline().open(REPORT);
    clock.advance(86_400_001);
    expect(await tipline().finish(FIRST)).toEqual({ kind: 'gone' });
    expect(await tipline().finish('1')).toEqual({ kind: 'gone' });
  });

  it.each(['500', '429', 'slow'])('knows nothing after %s', async (mode) => {
    await misbehave(mode);
    expect(await tipline().open(REPORT)).toEqual({ kind: 'unheard' });
    expect(await reports()).toHaveLength(mode === 'slow' ? 1 : 0);
  });

  it('keeps reports across a restart', async () => {
    await tipline().open(REPORT);
    await server.close();
    server = await listen(await createNcmec({ directory, clock, ...ACCOUNT }));
    expect(await tipline().finish(FIRST)).toEqual({ kind: 'finished' });
  });
});
