import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUDIT_VERIFY_COMMAND } from '../../cli/audit-verify.ts';
import { CLOCK_COMMAND } from '../../cli/clock.ts';
import { readZip } from '../../cli/read-zip.ts';
import { runWrit } from '../../cli/run-writ.ts';
import { headOf } from '../../domain/audit-chain.ts';
import { clockIds, findClock } from '../../domain/catalogue/catalogue.ts';
import { buildCheckpoint, checkpointPayload } from '../../domain/checkpoints.ts';
import { signerNamed, testBundle, testChain } from '../domain/bundle-support.ts';

const signer = signerNamed('key-1');
let folder = '';

async function writ(args: readonly string[], environment: Record<string, string> = {}) {
  const results: string[] = [];
  const errors: string[] = [];
  const code = await runWrit([CLOCK_COMMAND, AUDIT_VERIFY_COMMAND], args, environment, {
    result: (text) => {
      results.push(text);
    },
    error: (text) => {
      errors.push(text);
    },
  });
  return { code, result: results.join(''), error: errors.join('') };
}

/** The zip with the entries of another before its own, which readers that begin with its directory do not see. */
function withEntriesBefore(zip: Uint8Array, other: Uint8Array): Buffer {
  const entries = other.subarray(0, Buffer.from(other).readUInt32LE(other.length - 6));
  const made = Buffer.concat([entries, zip]);
  const directory = made.readUInt32LE(made.length - 6) + entries.length;
  made.writeUInt32LE(directory, made.length - 6);
  for (let record = directory; record < made.length - 22; record += 46 + made.readUInt16LE(record + 28)) {
    made.writeUInt32LE(made.readUInt32LE(record + 42) + entries.length, record + 42);
  }
  return made;
}

/** A checkpoint made an hour after the test bundle was sealed, which gives its head with `change`. */
async function checkpointOf(by: typeof signer, change: { readonly chain?: string; readonly seq?: number }) {
  const head = { ...headOf(testChain().at(-1)!), ...change };
  const checkpoint = buildCheckpoint({ number: 6, hash: '0'.repeat(64) }, [head], '2026-10-17T23:00:00.000Z', by.kid);
  return { checkpoint, jws: await by.sign(checkpointPayload(checkpoint)) };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'writ-cli-'));
  const bundle = await testBundle(signer);
  const zip = (entries: typeof bundle) => zipSync(Object.fromEntries(entries.map(({ name, bytes }) => [name, bytes])));
  await writeFile(join(folder, 'good.zip'), zip(bundle));
  await writeFile(join(folder, 'cut.zip'), zip(bundle).subarray(0, 600));
  await writeFile(join(folder, 'longer.zip'), Buffer.concat([zip(bundle), strToU8('hidden')]));
  const tampered = zip(
    bundle.map((entry) => (entry.name === 'README.txt' ? { ...entry, bytes: strToU8('x') } : entry)),
  );
  await writeFile(join(folder, 'tampered.zip'), tampered);
  await writeFile(join(folder, 'longer-tampered.zip'), Buffer.concat([tampered, tampered.subarray(-22)]));
  const forged = zipSync({ 'events.jsonl': strToU8('{"forged":true}\n') });
  await writeFile(join(folder, 'two-stories.zip'), withEntriesBefore(zip(bundle), forged));
  await writeFile(join(folder, 'slip.zip'), zip([...bundle, { name: '../../evil.txt', bytes: strToU8('x') }]));
  await writeFile(join(folder, 'jwks.json'), JSON.stringify({ keys: signer.publicKeys }));
  await writeFile(join(folder, 'jwk.json'), JSON.stringify(signer.publicKeys[0]));
  await writeFile(join(folder, 'other.json'), JSON.stringify({ keys: signerNamed('key-9').publicKeys }));
  await writeFile(join(folder, 'nokeys.json'), 'nothing');
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('writ clock', () => {
  it('prints one JSON value', async () => {
    const { code, result, error } = await writ([
      'clock',
      'EU_TCO_ART3.disable',
      '--start',
      '2026-10-17T23:40:00+02:00',
      '--json',
    ]);
    expect([code, error]).toEqual([0, '']);
    expect(JSON.parse(result)).toMatchObject({ clock: 'EU_TCO_ART3.disable', dueAt: '2026-10-17T22:40:00Z' });
  });

  it('takes another place', async () => {
    const { result } = await writ([
      'clock',
      'GDPR_ART17.answer',
      '--start',
      '2026-12-06T10:00:00+01:00',
      '--place',
      'DE-BY',
      '--json',
    ]);
    expect(JSON.parse(result)).toMatchObject({ place: 'DE-BY', dueDate: '2027-01-07' });
  });

  it.each([
    [{ LANG: 'de_DE.UTF-8' }, [], 'gesetzlich; von uns einzuhalten', 'Letzter Tag: Montag, 28. Dezember 2026'],
    [{ LANG: 'de_DE.UTF-8' }, ['--lang', 'en'], 'statutory; to be met by us', 'Last day: Monday, 28 December 2026'],
    [{}, [], 'statutory; to be met by us', 'Last day: Monday, 28 December 2026'],
  ])('speaks the language of %o %o', async (environment, more, kind, lastDay) => {
    const args = ['clock', 'GDPR_ART17.answer', '--start', '2026-11-25T10:00:00+01:00', ...more];
    const { result } = await writ(args, environment);
    expect(result).toContain(kind);
    expect(result).toContain(lastDay);
  });

  it('computes what an order sets', async () => {
    const base = ['clock', 'COURT_ORDER.comply', '--start', '2026-12-20T10:00:00+01:00', '--json'];
    expect(JSON.parse((await writ([...base, '--period', 'P7D', '--rolls'])).result)).toMatchObject({
      dueDate: '2026-12-28',
    });
    expect(JSON.parse((await writ([...base, '--comply-by', '2026-12-21T12:00:00Z'])).result)).toMatchObject({
      dueAt: '2026-12-21T12:00:00Z',
    });
  });

  it.each(clockIds().map((id) => [id]))('computes %s and says how in both languages', async (id) => {
    const rule = findClock(id)?.rule;
    const ordered = rule?.period.unit === 'as-ordered' ? ['--period', 'P10D'] : [];
    const args = ['clock', id, '--start', '2028-02-29T23:30:00+01:00', ...ordered];
    const { dueAt, steps } = JSON.parse((await writ([...args, '--json'])).result);
    for (const language of ['en', 'de'] as const) {
      const { code, result } = await writ([...args, '--lang', language]);
      expect(code).toBe(0);
      expect(result).toContain(dueAt);
      for (const step of steps) expect(result).toContain(step[language]);
      const isTarget = rule?.kind === 'target';
      expect(/no legal deadline|keine gesetzliche Frist/.test(result)).toBe(isTarget);
    }
  });

  it('replays what changed a period, and names what changes nothing', async () => {
    const file = join(folder, 'ledger.json');
    const restart = { kind: 'restart', because: 'clarification', at: '2026-10-12T14:05:00+02:00', evidence: 'mail 7' };
    await writeFile(file, JSON.stringify([{ ...restart, reportedAt: '2026-10-12T10:20:00+02:00' }]));
    const args = ['clock', 'EU_TCO_ART3.disable', '--start', '2026-10-12T10:00:00+02:00', '--ledger', file];
    expect(JSON.parse((await writ([...args, '--json'])).result)).toMatchObject({ dueAt: '2026-10-12T13:05:00Z' });
    expect((await writ(args)).result).toContain('is shown by: mail 7.');
    await writeFile(file, JSON.stringify([{ ...restart, reportedAt: restart.at }]));
    const late = await writ([...args, '--lang', 'de']);
    expect(late.result).toContain(
      'Nicht angewandt: Neubeginn 2026-10-12T14:05:00+02:00: es wurde zuvor nicht gemeldet',
    );
    expect(JSON.parse((await writ([...args, '--json'])).result)).toMatchObject({
      dueAt: '2026-10-12T09:00:00Z',
      refused: [{ reason: 'not-reported-before' }],
    });
  });

  it.each([
    ['[{"kind":"wish"}]', 'is not understood at 0.kind'],
    ['{', 'cannot be read as JSON'],
  ])('refuses the ledger %s', async (text, sentence) => {
    const file = join(folder, 'bad-ledger.json');
    await writeFile(file, text);
    const { code, error } = await writ(['clock', 'AU_OSA.remove', '--start', '2026-10-12T10:00:00Z', '--ledger', file]);
    expect(code).toBe(1);
    expect(error).toContain(sentence);
  });

  it('lists all clocks', async () => {
    expect(JSON.parse((await writ(['clock', '--list', '--json'])).result)).toContain('EMFA_18.wait');
    expect((await writ(['clock', '--list'])).result.split('\n')).toContain('EMFA_18.wait');
  });

  it.each([
    [['clock'], 'Name exactly one clock'],
    [['clock', 'a', 'b'], 'Name exactly one clock'],
    [['clock', 'NETZDG.remove'], 'There is no clock "NETZDG.remove"'],
    [['clock', 'EU_TCO_ART3.disable'], '--start is missing'],
    [['clock', 'EU_TCO_ART3.disable', '--start'], 'argument missing'],
    [['clock', 'EU_TCO_ART3.disable', '--start', 'now'], 'RFC 3339'],
    [['clock', 'EU_TCO_ART3.disable', '--start', '2026-10-17T10:00:00Z', '--place', 'DE-XX'], 'No calendar is known'],
    [['clock', 'EU_TCO_ART3.disable', '--start', '2026-10-17T10:00:00Z', '--period', 'P1D'], 'runs by law'],
    [['clock', 'COURT_ORDER.comply', '--start', '2026-10-17T10:00:00Z'], 'runs as the order says'],
    [['clock', 'COURT_ORDER.comply', '--start', '2026-10-17T10:00:00Z', '--period', 'soon'], '--period takes one unit'],
    [['clock', 'COURT_ORDER.comply', '--start', 'x', '--period', 'P1D', '--comply-by', 'x'], 'not both'],
    [['clock', '--speed', 'fast'], "Unknown option '--speed'"],
    [['clock', '--list', '--lang', 'fr'], '--lang takes en or de'],
  ])('refuses %o with one sentence', async (args, sentence) => {
    const { code, result, error } = await writ(args);
    expect([code, result]).toEqual([1, '']);
    expect(error).toContain(sentence);
  });
});

describe('writ audit verify', () => {
  const key = () => ['--key', join(folder, 'jwks.json')];
  const verify = (name: string, ...more: readonly string[]) => writ(['audit', 'verify', join(folder, name), ...more]);

  it('accepts a good bundle', async () => {
    const { code, result } = await verify('good.zip', ...key(), '--json');
    expect(code).toBe(0);
    expect(Object.keys(JSON.parse(result))).toEqual([
      'valid',
      'events',
      'firstBad',
      'head',
      'sealedAt',
      'checkpointAt',
    ]);
    expect((await verify('good.zip', '--key', join(folder, 'jwk.json'))).result).toContain('VALID: all 6 events');
    expect((await verify('good.zip', ...key(), '--lang', 'de')).result).toContain('GÜLTIG: alle 6 Ereignisse');
  });

  it('says up to when a bundle speaks, and that it holds nothing later', async () => {
    const sealedAt = '2026-10-17T22:00:00.000Z';
    expect(JSON.parse((await verify('good.zip', ...key(), '--json')).result)).toMatchObject({ sealedAt });
    const english = (await verify('good.zip', ...key())).result;
    expect(english).toContain(`until the bundle was sealed at ${sealedAt}`);
    expect(english).toContain('What happened later is not in it.');
    expect((await verify('good.zip', ...key(), '--lang', 'de')).result).toContain(
      `bis zur Versiegelung um ${sealedAt}`,
    );
  });

  it.each([
    [{ seq: 6 }, [0, 'fits the checkpoint from elsewhere that was made at 2026-10-17T23:00:00.000Z']],
    [{ seq: 7 }, [1, 'Event 7: events are missing: 7 were signed for, 6 are here; the bundle was sealed at']],
    [{ seq: 5 }, [1, 'Event 5: the event is not the one that was signed']],
    [{ chain: 'case-0' }, [1, 'speaks of this case']],
  ])('holds a bundle against a checkpoint kept elsewhere that gives %o', async (change, [exit, words]) => {
    const place = join(folder, 'checkpoint.json');
    await writeFile(place, JSON.stringify(await checkpointOf(signer, change)));
    const { code, result, error } = await verify('good.zip', ...key(), '--checkpoint', place);
    expect(code).toBe(exit);
    expect(`${result}${error}`).toContain(words);
  });

  it('takes the seal of an earlier bundle or a list as a checkpoint, and only what a trusted key signed', async () => {
    const place = join(folder, 'checkpoint.json');
    const seal = (await testBundle(signer)).find(({ name }) => name === 'seal.json')?.bytes ?? '';
    const against = async (text: string | Uint8Array) => {
      await writeFile(place, text);
      return await verify('good.zip', ...key(), '--checkpoint', place);
    };
    expect((await against(seal)).code).toBe(0);
    const others = [await checkpointOf(signer, { chain: 'case-0' }), await checkpointOf(signer, {})];
    expect((await against(JSON.stringify(others))).code).toBe(0);
    const forged = await checkpointOf(signerNamed('key-1'), {});
    expect((await against(JSON.stringify(forged))).result).toContain('checkpoint 7 from elsewhere is not trusted');
    expect((await against('[]')).error).toContain('holds no signed checkpoint');
    expect((await against('nothing')).error).toContain('holds no signed checkpoint');
  });

  it.each([
    ['tampered.zip', 'jwks.json', 'README.txt is not the file that was sealed'],
    ['slip.zip', 'jwks.json', 'has no place in it'],
    ['cut.zip', 'jwks.json', 'no zip file that can be read'],
    ['longer.zip', 'jwks.json', 'does not end with its own directory'],
    ['two-stories.zip', 'jwks.json', 'bytes before "events.jsonl" that belong to no file'],
    ['longer-tampered.zip', 'jwks.json', 'README.txt is not the file that was sealed'],
    ['good.zip', 'other.json', 'not among the trusted keys'],
  ])('does not accept %s with %s', async (name, keys, reason) => {
    const { code, result } = await verify(name, '--key', join(folder, keys), '--json');
    expect(code).toBe(1);
    expect(JSON.parse(result)).toMatchObject({ valid: false, firstBad: { reason: expect.stringContaining(reason) } });
    const german = (await verify(name, '--key', join(folder, keys), '--lang', 'de')).result;
    expect(german).toMatch(/^UNGÜLTIG\nDas Paket selbst: .* (?:ist|endet|enthält|gehört)\b/);
    expect(german).not.toContain(reason);
  });

  it('says in words what does not fit', async () => {
    expect((await verify('tampered.zip', ...key())).result).toContain('NOT VALID\nThe bundle itself: README.txt');
  });

  it('asks the server that WRIT_URL names for its keys', async () => {
    const server = createServer((request, response) => {
      response.statusCode = request.url === '/.well-known/jwks.json' ? 200 : 404;
      response.end(JSON.stringify({ keys: signer.publicKeys }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    const good = join(folder, 'good.zip');
    expect((await writ(['audit', 'verify', good], { WRIT_URL: `${url}/` })).code).toBe(0);
    expect((await writ(['audit', 'verify', good, '--key', `${url}/nowhere`])).error).toContain('answered 404');
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect((await writ(['audit', 'verify', good], { WRIT_URL: url })).error).toContain('does not answer');
  });

  it.each([
    [['audit', 'verify'], 'Name exactly one bundle'],
    [['audit', 'verify', '/nowhere.zip'], 'cannot be read'],
  ])('refuses %o with one sentence', async (args, sentence) => {
    expect(await writ(args)).toMatchObject({ code: 1, result: '', error: expect.stringContaining(sentence) });
  });

  it('says where the key must come from', async () => {
    expect((await verify('good.zip')).error).toContain('must come from outside the bundle');
    expect((await verify('good.zip', '--key', '/nowhere.json')).error).toContain('cannot be read');
    expect((await verify('good.zip', '--key', join(folder, 'nokeys.json'))).error).toContain(
      'holds no ES256 public key',
    );
  });
});

describe('readZip', () => {
  it('does not unpack what is no zip', () => {
    expect(readZip(strToU8('nothing'))).toBeNull();
  });
});

describe('writ', () => {
  it.each([[['--help']], [['-h']], [['--help', '--lang', 'de']]])('lists its commands for %o', async (args) => {
    const { code, result } = await writ(args);
    expect(code).toBe(0);
    expect(result).toContain('writ audit verify');
  });

  it('tells how one command is called', async () => {
    expect((await writ(['audit', 'verify', '--help', '--lang', 'de'])).result).toContain('Prüft ein Beweispaket');
  });

  it.each([
    [[], 'Name a command.'],
    [['audit'], '"audit" needs one more word: "audit verify".'],
    [['frobnicate', '--help'], 'There is no command "frobnicate".'],
  ])('refuses %o', async (args, sentence) => {
    expect(await writ(args)).toMatchObject({ code: 1, result: '', error: expect.stringContaining(sentence) });
  });

  it('lets a defect through', async () => {
    const broken = { ...CLOCK_COMMAND, run: () => Promise.reject(new TypeError('defect')) };
    const output = { result: () => undefined, error: () => undefined };
    await expect(runWrit([broken], ['clock'], {}, output)).rejects.toThrow('defect');
  });
});
