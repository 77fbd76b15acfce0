import { NODE_CRYPTO } from '../../cli/audit-verify.ts';
import { readPublicKeys } from '../../cli/public-keys.ts';
import { readZip } from '../../cli/read-zip.ts';
import type { ChainReport } from '../../domain/audit-chain.ts';
import { verifyBundle } from '../../domain/verify-bundle.ts';
import type { LocalClient } from '../../scripts/local-client.ts';

type PublicKeys = Awaited<ReturnType<typeof readPublicKeys>>;

/** The evidence bundle of a case as an auditor downloads it. */
export async function downloadBundle(api: string, client: LocalClient, caseId: string): Promise<Buffer> {
  const response = await fetch(`${api}/v1/cases/${caseId}/evidence`, {
    headers: { authorization: `Bearer ${await client.token('auditor', 'ada')}` },
  });
  if (response.status !== 200) throw new Error(`evidence answered ${response.status}: ${await response.text()}`);
  return Buffer.from(await response.arrayBuffer());
}

/** The public keys as the product publishes them. */
export async function publishedKeys(api: string): Promise<PublicKeys> {
  return await readPublicKeys(`${api}/.well-known/jwks.json`, {});
}

/** What `writ audit verify` finds in a bundle, with the public keys as the product publishes them. */
export async function verifyDownloaded(api: string, bundle: Buffer): Promise<ChainReport> {
  return await verifyWith(await publishedKeys(api), bundle);
}

/** The same with keys at hand, for many bundles. */
export async function verifyWith(keys: PublicKeys, bundle: Buffer): Promise<ChainReport> {
  const entries = readZip(bundle);
  if (entries === null) throw new Error('the bundle is no zip file');
  return await verifyBundle(entries, keys, NODE_CRYPTO);
}

/** An event of a case's audit, as the bundle holds it. */
export interface BundledEvent {
  readonly type: string;
  readonly data: { readonly deliveryId: string; readonly kind: string; readonly possibleDuplicate?: boolean };
}

/** The audit of a case out of its bundle. */
export function auditIn(bundle: Buffer): readonly BundledEvent[] {
  const events = readZip(bundle)?.find(({ name }) => name === 'events.jsonl');
  return Buffer.from(events?.bytes ?? [])
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as BundledEvent);
}
