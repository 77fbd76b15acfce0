import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendEvents, emptyHead, headOf } from '#domain/audit-chain';
import { type BundleEntry, buildBundle } from '#domain/bundle';
import { canonicalJson } from '#domain/canonical-json';
import {
  buildCheckpoint,
  distrustCheckpoint,
  findBrokenLink,
  hashCheckpoint,
  headIn,
  parseCheckpoint,
} from '#domain/checkpoints';
import { decodeBase64, decodeBytes, KeySet, parseJson, readJws } from '#domain/jws';
import { verifyBundle } from '#domain/verify-bundle';
import { faultInWords } from '../../cli/bundle-faults.ts';
import { CRYPTO, DOCUMENTS, PAYLOADS, POINTER, REQUEST, signerNamed, testBundle, testChain } from './bundle-support.ts';

const signer = signerNamed('key-1');
const forger = signerNamed('key-1');
const stranger = signerNamed('key-2');
const bundle = await testBundle(signer);

function check(entries: readonly BundleEntry[]) {
  return verifyBundle(entries, signer.publicKeys, CRYPTO);
}

function textOf(name: string): string {
  return Buffer.from(bundle.find((entry) => entry.name === name)?.bytes ?? []).toString();
}

function withText(name: string, text: string, entries: readonly BundleEntry[] = bundle): BundleEntry[] {
  return entries.map((entry) => (entry.name === name ? { name, bytes: Buffer.from(text) } : entry));
}

function without(name: string): BundleEntry[] {
  return bundle.filter((entry) => entry.name !== name);
}

const lines = textOf('events.jsonl').split('\n').slice(0, -1);
const asFile = (kept: readonly (string | undefined)[]) => kept.map((line) => `${line}\n`).join('');

describe('verifyBundle', () => {
  it('accepts a whole bundle and gives its head', async () => {
    expect(await check(bundle)).toEqual({
      valid: true,
      events: 6,
      firstBad: null,
      head: testChain().at(-1)?.hash,
      sealedAt: '2026-10-17T22:00:00.000Z',
      checkpointAt: null,
    });
    expect(await check([...bundle, { name: 'payloads/', bytes: new Uint8Array() }])).toMatchObject({ valid: true });
    const hidden = { name: 'payloads/', bytes: new Uint8Array([1]) };
    expect((await check([...bundle, hidden])).firstBad).toMatchObject({ reason: expect.stringContaining('no place') });
  });

  it.each([
    ['a dropped event', asFile(lines.toSpliced(2, 1)), 3, 'an event is missing'],
    ['a dropped last event', asFile(lines.slice(0, -1)), 6, 'events are missing: 6 were signed for, 5 are here'],
    ['a swapped order', asFile(lines.with(1, lines[2] ?? '').with(2, lines[1] ?? '')), 2, 'an event is missing'],
    ['an edited event', asFile(lines.with(3, lines[3]?.replace('anna', 'anne') ?? '')), 4, 'does not match its hash'],
    ['a cut file', textOf('events.jsonl').slice(0, -40), 6, 'events.jsonl is cut off'],
    ['a cut line end', textOf('events.jsonl').slice(0, -1), 6, 'cut off'],
    ['white space in a line', asFile(lines.with(1, ` ${lines[1]}`)), 2, 'canonical'],
    ['a member given twice', asFile(lines.with(1, lines[1]?.replace('{', '{"at":"x",') ?? '')), 2, 'canonical'],
    ['an empty file', '', 0, 'no event'],
    ['garbage', 'garbage\n', 1, 'lacks a field'],
  ])('finds %s', async (_what, text, seq, reason) => {
    const report = await check(withText('events.jsonl', text));
    expect(report).toMatchObject({ valid: false, firstBad: { seq, reason: expect.stringContaining(reason) } });
    const told = report.firstBad?.reason ?? '';
    expect(faultInWords(told, 'de')).not.toBe(told);
  });

  it('finds a chain that somebody without the key computed anew', async () => {
    const rewritten = testChain('nobody')
      .map((event) => `${canonicalJson(event)}\n`)
      .join('');
    expect((await check(withText('events.jsonl', rewritten))).firstBad).toEqual({
      seq: 6,
      reason: 'the event is not the one that was signed: the chain was rewritten',
    });
  });

  it('finds an event added behind the seal', async () => {
    const last = testChain().at(-1)!;
    const [extra] = appendEvents(headOf(last), [{ ...last }], { at: last.at, basisVersion: null }, CRYPTO.sha256);
    const text = `${textOf('events.jsonl')}${canonicalJson(extra)}\n`;
    expect((await check(withText('events.jsonl', text))).firstBad).toMatchObject({
      seq: 7,
      reason: expect.stringContaining('added after'),
    });
  });

  it('does not trust a bundle that somebody else signed, under an unknown or a borrowed key id', async () => {
    expect((await check(await testBundle(stranger))).firstBad?.reason).toContain(
      '"key-2", which is not among the trusted keys',
    );
    expect((await check(await testBundle(forger))).firstBad?.reason).toContain('the signature does not fit the key');
    expect((await verifyBundle(bundle, [], CRYPTO)).valid).toBe(false);
  });

  it('does not trust a checkpoint that somebody else signed inside a good seal', async () => {
    const checkpoint = buildCheckpoint(null, [headOf(testChain().at(-1)!)], '2026-10-17T22:01:00.000Z', 'key-1');
    const signed = { checkpoint, jws: await forger.sign(canonicalJson(checkpoint)) };
    expect((await check(await testBundle(signer, { checkpoints: [signed] }))).firstBad?.reason).toContain(
      'a checkpoint is not trusted',
    );
  });

  it('finds a tail cut off before the bundle was made, by an earlier checkpoint', async () => {
    const full = testChain();
    const checkpoint = buildCheckpoint(null, [headOf(full.at(-1)!)], '2026-10-17T22:01:00.000Z', 'key-1');
    const signed = { checkpoint, jws: await signer.sign(canonicalJson(checkpoint)) };
    const cut = await testBundle(signer, { events: full.slice(0, 5), checkpoints: [signed] });
    expect((await check(cut)).firstBad).toMatchObject({
      seq: 6,
      reason: expect.stringContaining('events are missing'),
    });
  });

  it('finds a seal of another chain', async () => {
    expect((await check(await testBundle(signer, { chain: 'case-2', checkpoints: [] }))).firstBad?.reason).toContain(
      'another chain',
    );
  });

  it.each([
    [
      'an edited value',
      canonicalJson({ key: Buffer.alloc(32, 2).toString('base64'), value: { text: 'Refrain 00:44' } }),
    ],
    ['another key', canonicalJson({ key: Buffer.alloc(32, 3).toString('base64'), value: PAYLOADS[0].value })],
    ['no key', canonicalJson({ key: '', value: PAYLOADS[0].value })],
    ['a key that is no base64', canonicalJson({ key: '?', value: PAYLOADS[0].value })],
    ['no value', canonicalJson({ key: 'AA==' })],
    ['half a character', '{"key":"AA==","value":"\\ud800"}'],
    ['no JSON', 'nothing'],
  ])('finds a payload with %s', async (_what, text) => {
    expect((await check(withText('payloads/note-2.json', text))).firstBad).toEqual({
      seq: 2,
      reason: 'the payload note-2 was changed',
    });
  });

  it.each([
    ['an edited member', canonicalJson({ ...REQUEST, explanation: 'Das ist nicht mein Lied.' })],
    ['an added member', canonicalJson({ ...REQUEST, added: true })],
    ['another spelling of the same', JSON.stringify(REQUEST, null, 2)],
    ['half a character', '"\\ud800"'],
    ['no JSON', 'nothing'],
    ['nothing in it', ''],
  ])('finds a document that holds what an event commits to, with %s', async (_what, text) => {
    expect((await check(withText('documents/request-3.json', text))).firstBad).toEqual({
      seq: 3,
      reason: 'the document request-3.json was changed',
    });
  });

  it.each([
    ['names another document', { key: Buffer.alloc(32, 3).toString('base64'), document: 'mail-4.eml' }],
    ['has another key', { key: Buffer.alloc(32, 4).toString('base64'), document: 'request-3.json' }],
    ['names a document outside', { key: Buffer.alloc(32, 3).toString('base64'), document: '../request-3.json' }],
    ['holds a value as well', { ...{ key: 'AA==', value: 1 }, document: 'request-3.json' }],
  ])('finds a payload that %s', async (_what, payload) => {
    expect((await check(withText('payloads/request-3.json', canonicalJson(payload)))).firstBad).toMatchObject({
      seq: 3,
      reason: expect.stringContaining('was changed'),
    });
  });

  it('takes a value in place of the document that it was, and then the document has no place', async () => {
    const key = Buffer.from(POINTER.key).toString('base64');
    const moved = withText('payloads/request-3.json', canonicalJson({ key, value: REQUEST }));
    expect((await check(moved)).firstBad?.reason).toBe('no event commits to documents/request-3.json');
  });

  it('finds payloads and documents that are missing or that nothing commits to', async () => {
    const extra = (name: string) => [...bundle, { name, bytes: Buffer.from('{}') }];
    expect((await check(without('payloads/note-2.json'))).firstBad).toMatchObject({
      seq: 2,
      reason: expect.stringContaining('missing'),
    });
    expect((await check(without('documents/mail-4.eml'))).firstBad).toMatchObject({
      seq: 4,
      reason: expect.stringContaining('missing'),
    });
    expect((await check(without('documents/request-3.json'))).firstBad).toMatchObject({
      seq: 3,
      reason: expect.stringContaining('missing'),
    });
    expect((await check(withText('documents/mail-4.eml', 'Sie haben Unrecht.'))).firstBad).toMatchObject({ seq: 4 });
    expect((await check(extra('payloads/other.json'))).firstBad?.reason).toContain('no event commits to');
    expect((await check(extra('documents/other.eml'))).firstBad?.reason).toContain('no event commits to');
  });

  it('accepts what was erased or withheld before sealing, and only if listed', async () => {
    const erased = {
      payloads: [...PAYLOADS.slice(1), POINTER],
      withheld: {
        payloads: [{ payloadId: 'note-2', reason: 'erased' as const, ground: 'GDPR Art 17' }],
        documents: [],
      },
    };
    expect(await check(await testBundle(signer, erased))).toMatchObject({ valid: true });
    const held = {
      documents: [],
      withheld: {
        payloads: [],
        documents: DOCUMENTS.map(({ name }) => ({
          document: name,
          reason: 'withheld' as const,
          ground: 'sealed order',
        })),
      },
    };
    expect(await check(await testBundle(signer, held))).toMatchObject({ valid: true });
    const listed = withText('withheld.json', canonicalJson(erased.withheld), without('payloads/note-2.json'));
    expect((await check(listed)).firstBad?.reason).toBe('withheld.json is not the file that was sealed');
    expect((await check(withText('withheld.json', '[]'))).firstBad?.reason).toContain('not a list');
    expect((await check(without('withheld.json'))).firstBad?.reason).toBe('withheld.json is missing');
  });

  it.each([
    ['../evil.txt'],
    ['/etc/passwd'],
    ['payloads/../../evil.json'],
    ['payloads/..json'],
    ['documents\\evil.txt'],
    ['documents/a/b.txt'],
    ['documents/.hidden'],
    ['C:evil'],
    ['__proto__'],
    ['notes.txt'],
  ])('refuses a file named %s', async (name) => {
    const report = await check([...bundle, { name, bytes: Buffer.from('x') }]);
    expect(report).toMatchObject({ valid: false, firstBad: { seq: 0, reason: expect.stringContaining('no place') } });
  });

  it('refuses a name that occurs twice', async () => {
    expect((await check([...bundle, bundle[0]!])).firstBad?.reason).toContain('two files named "events.jsonl"');
  });

  it.each([['events.jsonl'], ['seal.json']])('needs %s', async (name) => {
    expect((await check(without(name))).firstBad).toEqual({ seq: 0, reason: `${name} is missing` });
  });

  it('refuses bytes that are no UTF-8, and a seal that is none', async () => {
    const broken = (name: string) =>
      bundle.map((entry) => (entry.name === name ? { name, bytes: Buffer.from([0xff, 0x0a]) } : entry));
    expect((await check(broken('events.jsonl'))).firstBad?.reason).toBe('events.jsonl is not UTF-8');
    expect((await check(broken('seal.json'))).firstBad?.reason).toContain('not what a seal looks like');
    expect((await check(withText('seal.json', '{"seal":1,"jws":""}'))).firstBad?.reason).toContain(
      'not what a seal looks like',
    );
  });

  it('refuses a signature over another seal', async () => {
    const { seal } = JSON.parse(textOf('seal.json'));
    const text = canonicalJson({ seal, jws: await signer.sign(canonicalJson({ ...seal, keyId: 'other' })) });
    expect((await check(withText('seal.json', text))).firstBad?.reason).toBe('the signature is over another seal');
  });

  it('finds every bit that is flipped anywhere', async () => {
    const position = fc
      .nat(bundle.length - 1)
      .chain((file) => fc.tuple(fc.constant(file), fc.nat((bundle[file]?.bytes.length ?? 1) - 1), fc.nat(7)));
    await fc.assert(
      fc.asyncProperty(position, async ([file, byte, bit]) => {
        const flipped = bundle.map((entry, index) => {
          if (index !== file) return entry;
          const bytes = Uint8Array.from(entry.bytes);
          bytes[byte] = (bytes[byte] ?? 0) ^ (1 << bit);
          return { ...entry, bytes };
        });
        expect((await check(flipped)).valid).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('never throws, whatever it is given', async () => {
    const names = fc.constantFrom(...bundle.map(({ name }) => name), 'x', '');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ name: names, bytes: fc.uint8Array() })), async (entries) => {
        const report = await check(entries);
        expect(report.valid).toBe(false);
        expect(report.firstBad?.reason).toBeTruthy();
      }),
    );
  });
});

describe('buildBundle', () => {
  it('refuses names that no verifier would accept', async () => {
    await expect(testBundle(signer, { documents: [{ name: '../x', bytes: new Uint8Array() }] })).rejects.toThrow(
      RangeError,
    );
    await expect(
      testBundle(signer, { payloads: [{ payloadId: 'a/b', key: new Uint8Array(1), value: 1 }] }),
    ).rejects.toThrow(RangeError);
  });

  it('seals an empty chain too, which no verifier accepts', async () => {
    const empty = await buildBundle(
      {
        ...{ chain: 'case-1', events: [], payloads: [], documents: [], execution: null, checkpoints: [], readme: '' },
        ...{ withheld: { payloads: [], documents: [] }, at: '2026-10-17T22:00:00Z', keyId: 'key-1' },
      },
      { sha256: CRYPTO.sha256, sign: signer.sign },
    );
    expect((await check(empty)).firstBad?.reason).toBe('events.jsonl holds no event');
  });
});

describe('checkpoints', () => {
  const head = headOf(testChain().at(-1)!);
  const at = '2026-10-17T22:00:00.000Z';
  const first = buildCheckpoint(
    null,
    [
      { ...head, chain: 'b' },
      { ...head, chain: 'a' },
    ],
    at,
    'key-1',
  );
  const second = buildCheckpoint({ number: first.number, hash: hashCheckpoint(first, CRYPTO.sha256) }, [], at, 'key-1');

  it('sort their heads, number themselves and link', () => {
    expect(first.heads.map(({ chain }) => chain)).toEqual(['a', 'b']);
    expect(headIn(first, 'b')?.hash).toBe(head.hash);
    expect(headIn(first, 'c')).toBeNull();
    expect(second.number).toBe(1);
    expect(findBrokenLink([first, second], CRYPTO.sha256)).toBeNull();
  });

  it('show a gap and a rewrite', () => {
    expect(findBrokenLink([first, { ...second, number: 2 }], CRYPTO.sha256)).toMatchObject({
      number: 2,
      reason: 'a checkpoint is missing',
    });
    expect(findBrokenLink([{ ...first, at: '2026-10-17T22:00:01.000Z' }, second], CRYPTO.sha256)).toMatchObject({
      number: 1,
    });
  });

  it('are trusted only under their own key and for their own content', async () => {
    const trust = async (checkpoint: typeof first, jws: string) =>
      distrustCheckpoint({ checkpoint, jws }, signer.publicKeys, CRYPTO.verifySignature);
    const jws = await signer.sign(canonicalJson(first));
    expect(await trust(first, jws)).toBeNull();
    expect(await trust(second, jws)).toBe('the signature is over another checkpoint');
    expect(await trust({ ...first, keyId: 'x' }, jws)).toBe('the checkpoint names another key than its signature');
    expect(await trust(first, 'a.b')).toContain('no compact JWS');
  });

  it('read back out of their payload', () => {
    expect(parseCheckpoint(canonicalJson(first))).toEqual(first);
    expect(parseCheckpoint('{}')).toBeNull();
    expect(parseCheckpoint('no')).toBeNull();
  });
});

describe('readJws', () => {
  it('takes ES256 only, and no fourth part', async () => {
    const none = `${Buffer.from('{"alg":"none","kid":"key-1"}').toString('base64url')}.e30.`;
    expect(await readJws(none, signer.publicKeys, CRYPTO.verifySignature)).toMatchObject({ kind: 'refused' });
    const good = await signer.sign('{}');
    expect(await readJws(good, signer.publicKeys, CRYPTO.verifySignature)).toEqual({
      kind: 'valid',
      keyId: 'key-1',
      payload: '{}',
    });
    expect(await readJws(`${good}.x`, signer.publicKeys, CRYPTO.verifySignature)).toMatchObject({ kind: 'refused' });
    const failing = () => Promise.reject(new Error('bad key'));
    expect(await readJws(good, signer.publicKeys, failing)).toMatchObject({
      reason: 'the signature does not fit the key',
    });
  });

  it('decodes the one canonical spelling only', () => {
    expect(decodeBytes('QQ')).toEqual(Uint8Array.of(65));
    expect(decodeBytes('QR')).toBeNull();
    expect(decodeBytes('Q=')).toBeNull();
    expect(decodeBase64('QQ==')).toEqual(Uint8Array.of(65));
    expect(decodeBase64('%')).toBeNull();
    expect(parseJson(null)).toBeUndefined();
  });

  it('leaves out keys that it cannot use', () => {
    expect(KeySet.parse({ keys: [{ kty: 'RSA' }, ...signer.publicKeys] })).toHaveLength(1);
  });

  it('starts a chain from nothing', () => {
    expect(emptyHead('c')).toEqual({ chain: 'c', seq: 0, hash: '0'.repeat(64) });
  });
});
