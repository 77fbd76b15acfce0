import { createHash, randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { payloadKey, sealEvents } from '#adapters/case-transaction';
import { sha256 } from '#adapters/crypto';
import { historyName, openHistory, sealHistory } from '#adapters/history-archive';
import { KmsSigner } from '#adapters/kms-signer';
import { appendEvents, headOf } from '#domain/audit-chain';
import type { NewAuditEvent, SignedCheckpoint } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import { buildCheckpoint, checkpointPayload, hashCheckpoint } from '#domain/checkpoints';
import { plus } from '#domain/instant';
import { KeySet } from '#domain/jws';
import type { Role } from '#domain/party';
import { verifyBundle } from '#domain/verify-bundle';
import { checkpointBytes, checkpointName, headName } from '#runtime/checkpoint-files';
import { commitTo } from '#runtime/commitment';
import { NODE_CRYPTO } from '../../../../cli/audit-verify.ts';
import { readZip } from '../../../../cli/read-zip.ts';
import { fittedBundle } from '../../../../functions/http/evidence/fit-bundle.ts';
import { type ReadEvidenceDependencies, showEvidence } from '../../../../functions/http/evidence/handler.ts';
import type { StoredEvent } from '../../../../functions/ports/audit-log.ts';
import { DocumentNotFoundError, KeyErasedError } from '../../../../functions/ports/errors.ts';
import { fakeKeyService } from '../../support/key-service.ts';
import { auditorRequest, clock } from '../../support/request.ts';
import { NOW, sampleCase, sampleEvent } from '../../support/sample-case.ts';

const SECRET = randomBytes(32);
const FILE = Buffer.from([0x25, 0x50, 0x44, 0x46, 0xff, 0x00]);
const MAIL = Buffer.from('Subject: Decision\r\n\r\nGr\u00fc\u00dfe\r\n');

/** A case with three changes, its documents, its locked files, and everything the route needs. */
async function world() {
  const { kms } = fakeKeyService();
  const signer = new KmsSigner(kms, 'signing-key');
  const base = sampleCase({ version: 1, audit: { seq: 0, hash: '0'.repeat(64) } });
  const documents = new Map<string, unknown>();
  const locked = new Map<string, Uint8Array>();
  const stored: StoredEvent[] = [];
  let record: CaseRecord | null = null;
  const change = (
    events: NewAuditEvent[],
    set: Partial<CaseRecord>,
    at: string,
    bound: { documentKey: string; sha256: string }[] = [],
  ) => {
    const after = { ...(record ?? base), ...set };
    const entry = sealEvents({ before: record, after, events, documents: bound, at }, SECRET);
    const last = entry.events.at(-1)!;
    record = { ...after, audit: { seq: last.seq, hash: last.hash, at } };
    stored.push(...entry.events.map((event) => ({ event, payloads: event === last ? entry.payloads : {} })));
  };
  const requestKey = `${base.caseId}/sender/request`;
  documents.set(requestKey, { explanation: 'Das ist mein Lied.', items: [] });
  const messageKey = `${base.caseId}/sender/messages/${base.caseId}.d1.decision-to-sender.sender`;
  const sent = createHash('sha256').update(MAIL).digest('hex');
  documents.set(messageKey, {
    bytes: MAIL.toString('base64'),
    sha256: sent,
    mediaType: 'message/rfc822',
    to: 'a@b.example',
  });
  const fileKey = `${base.caseId}/sender/attachments/1`;
  documents.set(fileKey, { fileName: 'b.pdf', mediaType: 'application/pdf', content: FILE.toString('base64') });
  const received = {
    ...sampleEvent('case.received'),
    data: { document: requestKey },
    commitments: [commitTo(SECRET, requestKey, documents.get(requestKey))],
  };
  change([received], { state: 'received' }, NOW, [{ documentKey: fileKey, sha256: sha256(FILE) }]);
  change([sampleEvent('review.started')], { state: 'in-review' }, plus(NOW, { minutes: 1 }));
  const claimed = {
    ...sampleEvent('delivery.claimed'),
    commitments: [commitTo(SECRET, messageKey, documents.get(messageKey))],
  };
  change([sampleEvent(), claimed], { state: 'notifying' }, plus(NOW, { minutes: 2 }), [
    { documentKey: messageKey, sha256: sent },
  ]);
  const put = async (
    heads: SignedCheckpoint['checkpoint']['heads'],
    previous: { number: number; hash: string } | null,
    at: string,
  ) => {
    const checkpoint = buildCheckpoint(previous, heads, at, await signer.keyId());
    locked.set(
      checkpointName(checkpoint.number),
      checkpointBytes({ checkpoint, jws: await signer.sign(checkpointPayload(checkpoint)) }),
    );
    for (const head of heads) locked.set(headName(checkpoint.number, head), new Uint8Array());
    return { number: checkpoint.number, hash: hashCheckpoint(checkpoint, sha256), at };
  };
  const append = vi.fn();
  const log = vi.fn();
  let latest: { number: number; hash: string; at: string } | null = null;
  const dependencies: ReadEvidenceDependencies = {
    cases: { load: async () => record, listRows: async () => [] },
    audit: { read: async () => stored, append },
    documents: {
      get: async (key) => {
        if (!documents.has(key)) throw new DocumentNotFoundError(key);
        return documents.get(key);
      },
    },
    evidence: {
      get: async (name) => locked.get(name) ?? null,
      list: async (prefix) => [...locked.keys()].filter((name) => name.startsWith(prefix)).toSorted(),
    },
    executions: { history: async () => [{ id: 1, type: 'ExecutionStarted' }] },
    signer,
    vault: { key: async () => SECRET },
    archive: { nameOf: historyName, open: openHistory },
    clock: { now: () => plus(NOW, { minutes: 10 }) },
    log,
    publicUrl: 'http://localhost:4400',
    sha256,
    payloadKey,
  };
  const cover = async (seq: number, at: string) => {
    latest = await put([headOf(stored[seq - 1]!.event)], latest, at);
  };
  const coverOther = async (at: string) => {
    latest = await put([{ chain: 'case-other', seq: 1, hash: 'f'.repeat(64) }], latest, at);
  };
  return {
    dependencies,
    documents,
    locked,
    append,
    log,
    stored,
    change,
    cover,
    coverOther,
    signer,
    requestKey,
    messageKey,
  };
}

type World = Awaited<ReturnType<typeof world>>;

async function downloaded({ dependencies, signer }: World, role: Role = 'auditor') {
  const request = auditorRequest();
  const answer = await showEvidence(dependencies, { ...request, caller: { ...request.caller, role } });
  expect(answer).toMatchObject({ status: 200, bytesOf: 'application/zip' });
  const entries = readZip(Buffer.from(String(answer.body), 'base64'));
  if (entries === null) throw new Error('no zip file');
  const keys = KeySet.parse(await signer.publicKeys());
  const textOf = (name: string): string =>
    Buffer.from(entries.find((entry) => entry.name === name)?.bytes ?? []).toString('utf8');
  return {
    entries,
    textOf,
    names: entries.map(({ name }) => name),
    report: await verifyBundle(entries, keys, NODE_CRYPTO),
  };
}

describe('showEvidence', () => {
  let made: World;

  beforeEach(async () => {
    made = await world();
  });

  it('hands out a bundle that verifies offline, with the demand, its file and the exact bytes sent', async () => {
    await made.cover(2, plus(NOW, { minutes: 1 }));
    await made.cover(4, plus(NOW, { minutes: 3 }));
    const bundle = await downloaded(made);

    expect(bundle.report).toMatchObject({ valid: true, events: 4, firstBad: null });
    expect(JSON.parse(bundle.textOf('documents/sender.request.json'))).toMatchObject({
      explanation: 'Das ist mein Lied.',
    });
    expect(JSON.parse(bundle.textOf('payloads/sender.request.json'))).toMatchObject({
      document: 'sender.request.json',
    });
    expect(bundle.entries.find(({ name }) => name === 'documents/sender.attachments.1.attachment')?.bytes).toEqual(
      new Uint8Array(FILE),
    );
    expect(bundle.textOf(`documents/sender.messages.${sampleCase().caseId}.d1.decision-to-sender.sender.message`)).toBe(
      MAIL.toString(),
    );
    expect(JSON.parse(bundle.textOf('execution.json'))).toEqual([{ id: 1, type: 'ExecutionStarted', run: 1 }]);
    expect(bundle.textOf('README.txt')).toMatch(/How to verify it[\s\S]*So wird geprüft/);
    const { seal } = JSON.parse(bundle.textOf('seal.json'));
    expect(seal.checkpoints).toMatchObject([{ checkpoint: { kind: 'minute', number: 1 } }]);
  });

  it('seals the head itself while no minute checkpoint covers it, and keeps the one before', async () => {
    await made.cover(2, plus(NOW, { minutes: 1 }));
    const bundle = await downloaded(made);
    const { seal } = JSON.parse(bundle.textOf('seal.json'));
    expect(bundle.report.valid).toBe(true);
    expect(seal.checkpoints).toMatchObject([
      { checkpoint: { kind: 'minute' } },
      { checkpoint: { kind: 'seal', heads: [{ seq: 4 }] } },
    ]);
  });

  it('keeps the documents apart from what the record was before and after each change', async () => {
    const { names } = await downloaded(made);
    const values = names.filter((name) => /^payloads\/(?:record|documents)-/.test(name));
    const pointers = names.filter((name) => name.startsWith('payloads/') && !values.includes(name));
    expect(values).toContain('payloads/record-2-after.json');
    expect(pointers.map((name) => name.replace('payloads/', 'documents/')).sort()).toEqual(
      names.filter((name) => name.startsWith('documents/') && name.endsWith('.json')).sort(),
    );
  });

  it('shows a file sent along that was exchanged', async () => {
    const content = Buffer.from('another file').toString('base64');
    const fileKey = `${sampleCase().caseId}/sender/attachments/1`;
    made.documents.set(fileKey, { fileName: 'b.pdf', mediaType: 'application/pdf', content });
    expect((await downloaded(made)).report).toMatchObject({
      valid: false,
      firstBad: { seq: 1, reason: 'the document sender.attachments.1.attachment was changed' },
    });
  });

  it('finds the latest checkpoint of a case, however much later it was made', async () => {
    await made.cover(2, plus(NOW, { minutes: 3 }));
    for (let minute = 4; minute < 30; minute += 1) await made.coverOther(plus(NOW, { minutes: minute }));
    await made.cover(4, plus(NOW, { minutes: 30 }));
    await made.coverOther(plus(NOW, { minutes: 31 }));
    const bundle = await downloaded(made);
    expect(JSON.parse(bundle.textOf('seal.json')).seal.checkpoints).toMatchObject([
      { checkpoint: { kind: 'minute', number: 27 } },
    ]);
  });

  it('seals nothing once an event that a checkpoint covered was cut off, and says so to the operators', async () => {
    await made.cover(2, plus(NOW, { minutes: 3 }));
    for (let minute = 4; minute < 30; minute += 1) await made.coverOther(plus(NOW, { minutes: minute }));
    await made.cover(4, plus(NOW, { minutes: 30 }));
    made.stored.pop();
    expect(await showEvidence(made.dependencies, auditorRequest())).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('Event 4: events are missing: 4 were signed for, 3 are here.') },
    });
    expect(made.log).toHaveBeenCalledWith('error', expect.objectContaining({ code: 'WRIT_AUDIT_CONTRADICTED' }), {
      caseId: sampleCase().caseId,
      seq: 4,
    });
  });

  it('seals nothing over a chain that was rewritten, although a later checkpoint covers what it holds now', async () => {
    await made.cover(4, plus(NOW, { minutes: 3 }));
    const [first] = made.stored;
    const events = appendEvents(
      headOf(first!.event),
      [sampleEvent('review.started'), sampleEvent(), sampleEvent('delivery.claimed'), sampleEvent()],
      { at: NOW, basisVersion: null },
      sha256,
    );
    made.stored.splice(1, 3, ...events.map((event) => ({ event, payloads: {} })));
    await made.cover(5, plus(NOW, { minutes: 4 }));
    expect(await showEvidence(made.dependencies, auditorRequest())).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('Event 4: the event is not the one that was signed') },
    });
  });

  it('hands out what grew and was signed while it was asked for', async () => {
    await made.cover(2, plus(NOW, { minutes: 3 }));
    const last = made.stored.splice(2);
    const read = async () => {
      made.stored.push(...last);
      await made.cover(4, plus(NOW, { minutes: 4 }));
      return made.stored;
    };
    const audit = { ...made.dependencies.audit, read };
    expect((await downloaded({ ...made, dependencies: { ...made.dependencies, audit } })).report.valid).toBe(true);
  });

  it.each([
    ['specialist', false],
    ['counsel', false],
    ['lead', true],
    ['auditor', true],
  ] as const)('holds the draft of a report of child abuse and the report itself for a %s: %s', async (role, holds) => {
    const bound = ['parked', 'claimed'].map((moment) => {
      const name = `danger.child-safety-report.bka.${moment}`;
      const documentKey = `${sampleCase().caseId}/reports/messages/${name}`;
      const bytes = Buffer.from(`The report, ${moment}.`);
      const document = { bytes: bytes.toString('base64'), draft: { text: `The report, ${moment}.` } };
      made.documents.set(documentKey, document);
      const commitments = [commitTo(SECRET, documentKey, document)];
      const type = moment === 'parked' ? ('delivery.parked' as const) : ('delivery.claimed' as const);
      const event = { ...sampleEvent(type), data: { kind: 'child-safety-report' }, commitments };
      return { event, document: { documentKey, sha256: sha256(bytes) } };
    });
    made.change(
      bound.map(({ event }) => event),
      { state: 'closed' },
      plus(NOW, { minutes: 3 }),
      bound.map(({ document }) => document),
    );
    const { report, entries, textOf, names } = await downloaded(made, role);
    expect(report).toMatchObject({ valid: true, firstBad: null });
    const texts = entries.map(({ bytes }) => Buffer.from(bytes).toString('utf8')).join('\n');
    const encoded = Buffer.from('The report, claimed.').toString('base64');
    expect([texts.includes('The report, '), texts.includes(encoded)]).toEqual([holds, holds]);
    expect(names.filter((name) => /child-safety-report.*[.](?:json|message)$/.test(name))).toHaveLength(holds ? 6 : 0);
    const { payloads, documents } = JSON.parse(textOf('withheld.json'));
    const left = [...payloads, ...documents].filter(({ reason }) => reason === 'withheld');
    expect(left).toHaveLength(holds ? 0 : 4);
    expect(textOf('documents/sender.request.json')).toContain('Das ist mein Lied.');
  });

  it('names the ground on which a person was erased, whatever is still remembered of their key, and verifies', async () => {
    const erasure = {
      ...{ number: 1, personIds: ['sender'], whole: false, ground: 'gdpr-art-17', reference: 'DSR-1', by: 'cora' },
      ...{ recordedAt: NOW, state: 'pending', destroyedAt: NOW, backupsUntil: plus(NOW, { hours: 24 }) },
    };
    const listRows = (async () => [erasure]) as never;
    const dependencies = { ...made.dependencies, cases: { ...made.dependencies.cases, listRows } };
    const { report, names, textOf } = await downloaded({ ...made, dependencies });
    expect(report).toMatchObject({ valid: true, firstBad: null });
    expect(names.filter((name) => name.startsWith('documents/sender.'))).toEqual([]);
    const withheld = JSON.parse(textOf('withheld.json'));
    expect(withheld.payloads).toContainEqual({
      payloadId: 'sender.request',
      reason: 'erased',
      ground: expect.stringMatching(
        /^erased at 2026-.*: request upheld under Art 17 GDPR \(DSR-1\); backups of the key/,
      ),
    });
  });

  it('names what was erased and still verifies', async () => {
    made.documents.delete(made.requestKey);
    made.documents.delete(made.messageKey);
    const bundle = await downloaded(made);
    expect(bundle.report.valid).toBe(true);
    expect(JSON.parse(bundle.textOf('withheld.json'))).toMatchObject({
      payloads: expect.arrayContaining([expect.objectContaining({ payloadId: 'sender.request', reason: 'erased' })]),
      documents: [{ reason: 'erased' }],
    });
    expect(bundle.names.filter((name) => name.startsWith('documents/'))).toEqual([
      'documents/sender.attachments.1.attachment',
    ]);
  });

  it('leaves the chain verifiable once the key of the case was destroyed', async () => {
    const vault = { key: () => Promise.reject(new KeyErasedError('gone')) };
    const bundle = await downloaded({ ...made, dependencies: { ...made.dependencies, vault } });
    expect(bundle.report).toMatchObject({ valid: true, events: 4 });
    expect(bundle.names.some((name) => name.startsWith('payloads/'))).toBe(false);
  });

  it('shows a document that was exchanged', async () => {
    made.documents.set(made.requestKey, { explanation: 'Something else.' });
    expect((await downloaded(made)).report).toMatchObject({ valid: false, firstBad: { seq: 1 } });
  });

  it('takes the history from the archive once Step Functions has forgotten it', async () => {
    made.locked.set(
      historyName(sampleCase().caseId, 1),
      sealHistory(SECRET, sampleCase().caseId, 1, [{ id: 7 }]).bytes,
    );
    const executions = { history: async () => null };
    const bundle = await downloaded({ ...made, dependencies: { ...made.dependencies, executions } });
    expect(JSON.parse(bundle.textOf('execution.json'))).toEqual([{ id: 7, run: 1 }]);
  });

  it('records the read before anything is shown', async () => {
    made.append.mockRejectedValue(new Error('log down'));
    await expect(showEvidence(made.dependencies, auditorRequest())).rejects.toThrow('log down');
    expect(made.append).toHaveBeenCalledWith(expect.any(String), [
      expect.objectContaining({ type: 'personal-data.read', data: expect.objectContaining({ what: 'evidence' }) }),
    ]);
  });

  it('refuses a case that does not exist', async () => {
    const cases = { load: async () => null, listRows: async () => [] };
    await expect(showEvidence({ ...made.dependencies, cases }, auditorRequest())).rejects.toMatchObject({
      name: 'CaseNotFoundError',
    });
  });
});

describe('fittedBundle', () => {
  const tools = { sha256, sign: async () => 'x.y.z' };
  const parts = {
    chain: 'c',
    events: [],
    payloads: [{ payloadId: 'p', key: new Uint8Array(32), value: randomBytes(40_000).toString('hex') }],
    documents: [
      { name: 'small', bytes: randomBytes(1_000) },
      { name: 'large', bytes: randomBytes(60_000) },
    ],
    withheld: { payloads: [], documents: [] },
    execution: [],
    checkpoints: [],
    readme: '',
    at: clock.now(),
    keyId: 'k',
  };

  it.each([
    [200_000, [], []],
    [60_000, ['large'], []],
    [20_000, ['large', 'small'], ['p']],
  ])('fits into %i bytes by leaving out the largest documents first, by name', async (most, documents, payloads) => {
    const zip = await fittedBundle(parts, tools, most);
    const entries = readZip(zip ?? new Uint8Array()) ?? [];
    const withheld = JSON.parse(
      Buffer.from(entries.find(({ name }) => name === 'withheld.json')?.bytes ?? []).toString(),
    );
    expect(zip?.length).toBeLessThanOrEqual(most);
    expect(withheld.documents.map(({ document }: { document: string }) => document)).toEqual(documents);
    expect(withheld.payloads.map(({ payloadId }: { payloadId: string }) => payloadId)).toEqual(payloads);
  });

  it('gives nothing when even the rest is too large', async () => {
    expect(await fittedBundle(parts, tools, 100)).toBeNull();
  });
});
