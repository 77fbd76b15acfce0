import { type ChainFault, type ChainReport, verifyChain } from './audit-chain.ts';
import { AuditEvent, type SignedCheckpoint } from './audit-event.ts';
import { type BundleCrypto, type BundleEntry, type BundleSeal, faultOfName, SealFile } from './bundle.ts';
import { faultOfContents } from './bundle-contents.ts';
import { canonicalJson } from './canonical-json.ts';
import { distrustCheckpoint, findContradiction } from './checkpoints.ts';
import { decodeUtf8, type PublicKey, parseJson, readJws } from './jws.ts';
import { holdAgainst } from './outside-checkpoints.ts';

/** Number under which a fault is reported that lies in the bundle itself and in no event. */
const WHOLE_BUNDLE = 0;

/** What verifying a bundle found. */
export interface BundleReport extends ChainReport {
  /** When the bundle was sealed, and so up to when it speaks; null where chain or seal cannot be trusted. */
  readonly sealedAt: string | null;
  /** The instant of the latest checkpoint from elsewhere that speaks of the chain; null when none does. */
  readonly checkpointAt: string | null;
}

const UNSEALED = { sealedAt: null, checkpointAt: null };

/**
 * Verifies an evidence bundle, offline, against public keys that the caller got elsewhere: names, the chain event by
 * event, seal and checkpoints, payloads, documents, every remaining byte. Never throws for what it is given.
 * `firstBad.seq` is the event that does not fit or is missing, or 0 when the bundle itself is at fault. `outside` are
 * signed checkpoints that the caller kept, against which the chain is held as well.
 */
export async function verifyBundle(
  entries: readonly BundleEntry[],
  publicKeys: readonly PublicKey[],
  crypto: BundleCrypto,
  outside: readonly SignedCheckpoint[] = [],
): Promise<BundleReport> {
  const files = new Map<string, Uint8Array>();
  for (const { name, bytes } of entries.filter((entry) => !isFolder(entry))) {
    const fault = files.has(name) ? `the bundle holds two files named ${JSON.stringify(name)}` : faultOfName(name);
    if (fault !== null) return refusedBundle(fault);
    files.set(name, bytes);
  }
  const { report, events } = readEvents(files.get('events.jsonl'), crypto);
  if (report.firstBad !== null) return { ...report, ...UNSEALED };
  const seal = await readSeal(files.get('seal.json'), publicKeys, crypto);
  if (typeof seal === 'string') return { ...refusal(events.length, WHOLE_BUNDLE, seal, report.head), ...UNSEALED };
  const held = await holdAgainst(outside, seal, events, publicKeys, crypto.verifySignature);
  const fault =
    (await faultOfSeal(seal, events, publicKeys, crypto)) ??
    faultOfContents(events, files, crypto) ??
    faultOfFiles(seal, files, crypto) ??
    held.fault;
  const judged = fault === null ? report : refusal(events.length, fault.seq, fault.reason, report.head);
  return { ...judged, sealedAt: seal.at, checkpointAt: held.checkpointAt };
}

/** The report on a bundle that is at fault before anything in it is looked at. */
export function refusedBundle(reason: string): BundleReport {
  return { ...refusal(0, WHOLE_BUNDLE, reason, null), ...UNSEALED };
}

/** An empty entry that some packers write for a folder; one with bytes is a file that nothing speaks of. */
function isFolder({ name, bytes }: BundleEntry): boolean {
  return /^(?:payloads|documents)\/$/.test(name) && bytes.length === 0;
}

function readEvents(
  bytes: Uint8Array | undefined,
  crypto: BundleCrypto,
): { readonly report: ChainReport; readonly events: readonly AuditEvent[] } {
  const broken = (reason: string): ReturnType<typeof readEvents> => ({
    report: refusal(0, WHOLE_BUNDLE, reason, null),
    events: [],
  });
  if (bytes === undefined) return broken('events.jsonl is missing');
  const text = decodeUtf8(bytes);
  if (text === null) return broken('events.jsonl is not UTF-8');
  const lines = text.split('\n');
  const rest = lines.pop();
  const values = lines.map((line) => parseJson(line));
  const report = verifyChain(values, crypto.sha256);
  const events = values.flatMap((value) => AuditEvent.safeParse(value).data ?? []);
  if (report.firstBad !== null) return { report, events };
  const foreign = lines.findIndex((line, index) => line !== canonicalLine(values[index]));
  if (foreign !== -1) {
    return {
      report: refusal(lines.length, foreign + 1, 'the line is not the canonical JSON of its event', null),
      events,
    };
  }
  if (rest !== '')
    return { report: refusal(lines.length, lines.length + 1, 'events.jsonl is cut off', report.head), events };
  return events.length === 0 ? broken('events.jsonl holds no event') : { report, events };
}

async function readSeal(
  bytes: Uint8Array | undefined,
  publicKeys: readonly PublicKey[],
  crypto: BundleCrypto,
): Promise<BundleSeal | string> {
  if (bytes === undefined) return 'seal.json is missing';
  const text = decodeUtf8(bytes);
  const value = parseJson(text);
  const parsed = SealFile.safeParse(value);
  if (!parsed.success || text !== canonicalLine(value)) return 'seal.json is not what a seal looks like';
  const read = await readJws(parsed.data.jws, publicKeys, crypto.verifySignature);
  if (read.kind === 'refused') return `the seal is not trusted: ${read.reason}`;
  const { seal } = parsed.data;
  return read.payload === canonicalJson(seal) && read.keyId === seal.keyId
    ? seal
    : 'the signature is over another seal';
}

async function faultOfSeal(
  seal: BundleSeal,
  events: readonly AuditEvent[],
  publicKeys: readonly PublicKey[],
  crypto: BundleCrypto,
): Promise<ChainFault | null> {
  const heads = [seal.head];
  for (const signed of seal.checkpoints) {
    const distrust = await distrustCheckpoint(signed, publicKeys, crypto.verifySignature);
    if (distrust !== null) return { seq: WHOLE_BUNDLE, reason: `a checkpoint is not trusted: ${distrust}` };
    heads.unshift(...signed.checkpoint.heads.filter((head) => head.chain === seal.chain));
  }
  if (events.some((event) => event.chain !== seal.chain)) return { seq: 1, reason: 'the seal is of another chain' };
  const contradiction = findContradiction(heads, events);
  if (contradiction !== null) return contradiction;
  return seal.head.seq < events.length
    ? { seq: seal.head.seq + 1, reason: 'the event was added after the bundle was sealed' }
    : null;
}

function faultOfFiles(
  seal: BundleSeal,
  files: ReadonlyMap<string, Uint8Array>,
  crypto: BundleCrypto,
): ChainFault | null {
  const fault = (reason: string): ChainFault => ({ seq: WHOLE_BUNDLE, reason });
  for (const [name, bytes] of files) {
    if (name === 'seal.json') continue;
    const signed = Object.hasOwn(seal.files, name) ? seal.files[name] : undefined;
    if (signed === undefined) return fault(`${name} was added after the bundle was sealed`);
    if (signed !== crypto.sha256(bytes)) return fault(`${name} is not the file that was sealed`);
  }
  const missing = Object.keys(seal.files).find((name) => !files.has(name));
  return missing === undefined ? null : fault(`${missing} is missing`);
}

function canonicalLine(value: unknown): string | null {
  try {
    return canonicalJson(value);
  } catch {
    return null;
  }
}

function refusal(events: number, seq: number, reason: string, head: string | null): ChainReport {
  return { valid: false, events, firstBad: { seq, reason }, head };
}
