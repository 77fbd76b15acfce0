import { createHash, createHmac, createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { SignedCheckpoint } from '#domain/audit-event';
import type { BundleCrypto } from '#domain/bundle';
import type { PublicKey } from '#domain/jws';
import type { Language } from '#domain/party';
import { type BundleReport, refusedBundle, verifyBundle } from '#domain/verify-bundle';
import { readArguments } from './arguments.ts';
import { faultInWords } from './bundle-faults.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';
import { writeJson, writeLines } from './output.ts';
import { readPublicKeys } from './public-keys.ts';
import { readCheckpoints } from './read-checkpoints.ts';
import { readZip } from './read-zip.ts';
import { faultOfZip } from './zip-form.ts';

/** `writ audit verify`: verifies an evidence bundle offline; exit code 1 when it is not valid. */
export const AUDIT_VERIFY_COMMAND: Command = {
  name: 'audit verify',
  usage: 'audit verify <bundle.zip> [--key <file or URL of a JWKS>] [--checkpoint <file or URL>]',
  summary: {
    en: 'Verifies an evidence bundle against a public key from elsewhere (offline with a key file).',
    de: 'Prüft ein Beweispaket gegen einen öffentlichen Schlüssel von anderswo (mit Schlüsseldatei offline).',
  },
  flags: [
    {
      flag: '--checkpoint <file or URL>',
      en: 'holds it against a signed checkpoint kept elsewhere: seal.json of an earlier bundle, or from the operator',
      de: 'hält es gegen einen anderswo verwahrten Prüfpunkt: seal.json eines früheren Pakets, oder vom Betreiber',
    },
  ],
  examples: [
    'audit verify evidence.zip --key keys.json',
    'audit verify evidence.zip --key keys.json --checkpoint earlier/seal.json',
  ],
  run: runAuditVerify,
};

/** SHA-256, HMAC and ES256 as Node provides them. */
export const NODE_CRYPTO: BundleCrypto = {
  sha256: (data) => createHash('sha256').update(data).digest('hex'),
  hmacSha256: (key, text) => createHmac('sha256', key).update(text).digest('hex'),
  verifySignature: async (key, text, signature) =>
    verify(
      'sha256',
      Buffer.from(text),
      { key: createPublicKey({ key, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
      signature,
    ),
};

async function runAuditVerify(args: readonly string[], context: CommandContext): Promise<number> {
  const read = readArguments(args, context, { text: ['key', 'checkpoint'] });
  const [path, ...rest] = read.positionals;
  if (path === undefined || rest.length > 0)
    throw new UsageError('Name exactly one bundle: writ audit verify <bundle.zip>.');
  const bytes = await readBytes(path);
  const keys = await readPublicKeys(read.text['key'], context.environment);
  const kept = read.text['checkpoint'];
  const outside = kept === undefined ? [] : await readCheckpoints(kept);
  const report = await verifyZip(bytes, keys, outside);
  if (kept !== undefined && report.valid && report.checkpointAt === null) {
    throw new UsageError(
      `No checkpoint in ${kept} speaks of this case: each names only the cases that changed since the one before it.`,
    );
  }
  if (read.json) writeJson(context.output, report);
  else writeLines(context.output, describeReport(report, read.language));
  return report.valid ? 0 : 1;
}

/** A fault of the events goes before one of the zip around them, since it says more. */
async function verifyZip(
  bytes: Uint8Array,
  keys: readonly PublicKey[],
  outside: readonly SignedCheckpoint[],
): Promise<BundleReport> {
  const entries = readZip(bytes);
  if (entries === null) return refusedBundle('the bundle is no zip file that can be read');
  const report = await verifyBundle(entries, keys, NODE_CRYPTO, outside);
  const fault = report.valid ? faultOfZip(bytes) : null;
  return fault === null ? report : { ...report, valid: false, firstBad: { seq: 0, reason: fault } };
}

function describeReport(report: BundleReport, language: Language): string[] {
  const { firstBad, events, head, sealedAt, checkpointAt } = report;
  if (firstBad === null) {
    const against = checkpointAt === null ? [] : [checkpointAt];
    return {
      en: [
        `VALID: all ${events} events until the bundle was sealed at ${sealedAt}, their payloads, documents and signatures fit.`,
        `Head: ${head}`,
        ...against.map((at) => `It fits the checkpoint from elsewhere that was made at ${at}.`),
        'What happened later is not in it.',
      ],
      de: [
        `GÜLTIG: alle ${events} Ereignisse bis zur Versiegelung um ${sealedAt}, ihre Inhalte, Dokumente und Signaturen passen.`,
        `Ende der Kette: ${head}`,
        ...against.map((at) => `Es passt zum anderswo verwahrten Prüfpunkt von ${at}.`),
        'Was danach geschah, steht nicht darin.',
      ],
    }[language];
  }
  const place =
    firstBad.seq === 0
      ? { en: 'The bundle itself', de: 'Das Paket selbst' }[language]
      : { en: `Event ${firstBad.seq}`, de: `Ereignis ${firstBad.seq}` }[language];
  return [{ en: 'NOT VALID', de: 'UNGÜLTIG' }[language], `${place}: ${faultInWords(firstBad.reason, language)}`];
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new UsageError(`The bundle ${path} cannot be read.`, { cause });
  }
}
