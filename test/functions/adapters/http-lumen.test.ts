import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HttpLumen } from '#adapters/http-lumen';
import { createLumen } from '#local/lumen/lumen-service';
import { LUMEN_RULES } from '../../../domain/catalogue/lumen.ts';
import type { LumenNotice } from '../../../domain/lumen/notice.ts';
import { makeNotice } from '../../../domain/lumen/notice-maker.ts';
import { noticeSheet } from '../../domain/messages/fact-sheets.ts';
import { listen, TestClock } from '../../local/services/listener.ts';

const TOKEN = 'lumen-token';
const PATIENCE_MS = 250;

let directory: string;
let clock: TestClock;
let server: { url: string; close: () => Promise<void> };

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'writ-lumen-'));
  clock = new TestClock('2026-11-22T16:00:00.000Z');
  server = await listen(await createLumen({ directory, clock, token: TOKEN }));
});
afterEach(async () => {
  await server.close();
  await rm(directory, { recursive: true });
});

function notice(changes: Partial<LumenNotice> = {}): LumenNotice {
  const particulars = { rule: LUMEN_RULES.US_DMCA_512, language: 'de', authorityCountry: null, works: [] };
  const made = makeNotice(noticeSheet(), particulars);
  if (made.kind === 'bad') throw new Error(made.fields.join());
  return { ...made.notice, ...changes };
}

const lumen = (token = TOKEN) => new HttpLumen(`${server.url}/`, token, PATIENCE_MS);

async function misbehave(mode: string): Promise<void> {
  await fetch(`${server.url}/faults`, { method: 'PUT', body: JSON.stringify({ mode, times: 1 }) });
}

// biome-ignore lint/suspicious/noExplicitAny: what the stand-in shows is looked into freely
const kept = async (): Promise<any[]> => ((await (await fetch(`${server.url}/`)).json()) as { notices: any[] }).notices;

describe('HttpLumen, against the stand-in', () => {
  it('is told where a notice lies, which is kept as it was sent', async () => {
    expect(await lumen().submit(notice())).toEqual({ kind: 'stored', id: '/notices/30000001' });
    const { type: _type, ...fields } = notice();
    expect(await kept()).toEqual([expect.objectContaining({ id: 30_000_001, type: 'DMCA', ...fields })]);
  });

  it('is refused without the token', async () => {
    expect(await lumen('another').submit(notice())).toEqual({ kind: 'unauthorised' });
    expect(await kept()).toEqual([]);
  });

  it.each([
    ['works_attributes', { works_attributes: [] }],
    ['entity_notice_roles_attributes', { entity_notice_roles_attributes: [] }],
    ['title', { title: 'x'.repeat(256) }],
    ['date_received', { date_received: '2026-11-24T16:00:00Z' }],
    ['date_received', { date_received: '1998-10-27T00:00:00Z' }],
    ['request_type', { request_type: 'Email' }],
    ['mark_registration_number', { mark_registration_number: '1' }],
  ])('is told that %s breaks a rule', async (field, changes) => {
    expect(await lumen().submit(notice(changes as Partial<LumenNotice>))).toEqual({ kind: 'invalid', fields: [field] });
    expect(await kept()).toEqual([]);
  });

  it.each(['429', '500'] as const)('knows after %s that nothing is kept', async (mode) => {
    await misbehave(mode);
    expect(await lumen().submit(notice())).toEqual({ kind: 'busy' });
    expect(await kept()).toEqual([]);
    expect(await lumen().submit(notice())).toMatchObject({ kind: 'stored' });
  });

  it('does not know what became of a notice when the answer is late', async () => {
    await misbehave('slow');
    expect(await lumen().submit(notice())).toEqual({ kind: 'unheard' });
    expect(await kept()).toHaveLength(1);
  });

  it('keeps notices across a restart, and the same one twice', async () => {
    await lumen().submit(notice());
    await server.close();
    server = await listen(await createLumen({ directory, clock, token: TOKEN }));
    expect(await lumen().submit(notice())).toEqual({ kind: 'stored', id: '/notices/30000002' });
    expect(await kept()).toHaveLength(2);
  });

  it('takes a type it does not know for DMCA, and drops a field it does not know, without a word', async () => {
    const strange = { ...notice(), type: 'Copyright', jurisidiction_list: 'DE' } as unknown as LumenNotice;
    expect(await lumen().submit(strange)).toMatchObject({ kind: 'stored' });
    const [first] = await kept();
    expect(first.type).toBe('DMCA');
    expect(first).not.toHaveProperty('jurisidiction_list');
  });
});
