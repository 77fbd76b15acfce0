import * as z from 'zod';
import { readZip } from '../../cli/read-zip.ts';
import type { ApiClient } from '../api-client.ts';
import { rejection } from '../examples.ts';
import { CaseView } from '../local-client.ts';
import { verifyEvidence } from '../verify-evidence.ts';
import type { SmokeLevel } from './facts.ts';

/** The mail service's own address for mail that is delivered to nobody: it works in the sandbox and costs no quota. */
export const MAIL_SIMULATOR = 'success@simulator.amazonses.com';

/** What the smoke test is made with. */
export interface SmokeWorld {
  readonly api: ApiClient;
  readonly stage: string;
  readonly level: Exclude<SmokeLevel, 'none'>;
  /** The item that the notice complains of; nothing is done to it. */
  readonly item: string;
  /** Where the mail to the sender goes. */
  readonly sender: string;
  /** The access token of a specialist. */
  readonly token: string;
  /** Waits a little between two looks; throws when there was enough waiting. */
  readonly pause: () => Promise<void>;
  readonly say: (line: string) => void;
}

/** Thrown when the deployment does not do what it must; its message says at which step. */
export class SmokeTestError extends Error {
  override readonly name = 'SmokeTestError';
}

const Receipt = z.object({ caseId: z.string(), reference: z.string(), accessToken: z.string() });
const Lease = z.object({ leaseId: z.string() });

/**
 * Takes one notice through the deployment by its public interface. At the level `sealed` a person rejects it, which
 * changes nothing on the platform, and the sealed audit is verified; at `receipt` its evidence so far is verified and
 * the notice is withdrawn.
 * @returns the id of the case, which stays as evidence that this deployment worked
 * @throws SmokeTestError
 */
export async function smokeTest(world: SmokeWorld): Promise<string> {
  const { api, level, say } = world;
  const { caseId, reference, accessToken } = await step('a notice is taken', async () =>
    Receipt.parse(await api.must('POST', '/v1/notices', smokeNotice(world))),
  );
  say(`  a notice is taken: ${reference} (${caseId})`);
  const view = await step('it comes before a person', () => until(world, caseId, arrived));
  say(`  it comes before a person: ${view.state}`);
  if (level === 'receipt') {
    say(`  ${await step('its evidence verifies', () => evidence(world, caseId, 'case.received'))}`);
    const reason = 'The smoke test is over.';
    await step('it is withdrawn', () => api.must('POST', `/v1/notices/${caseId}/withdrawal`, { reason }, accessToken));
    say('  it is withdrawn');
    return caseId;
  }
  await step('a person decides', () => decide(world, caseId));
  say('  a person rejects it');
  const closed = await step('it is closed', () => until(world, caseId, ({ state }) => state === 'closed'));
  say(`  it is closed: ${closed.outcome}, ${closed.deliveries.length} told`);
  await step('everybody is told', async () => allTold(closed));
  say(`  ${await step('its sealed audit verifies', () => evidence(world, caseId, 'case.sealed'))}`);
  return caseId;
}

/** The notice: it says of itself that it is a test, so that nobody who finds it takes it for one that counts. */
function smokeNotice({ stage, item, sender }: SmokeWorld): Record<string, unknown> {
  return {
    legalBasis: 'DSA_ART16',
    language: 'en',
    submitter: { name: `Writ smoke test (${stage})`, email: sender, role: 'other', country: 'DE' },
    items: [{ url: item, note: 'Smoke test: no complaint.' }],
    explanation: `SMOKE TEST of the deployment of ${stage} at ${new Date().toISOString()}. This is no complaint: the test itself rejects or withdraws it.`,
    statements: { goodFaith: true, accurate: true, authorised: true, underPenaltyOfPerjury: false },
    signature: `Writ smoke test (${stage})`,
  };
}

function arrived({ state }: CaseView): boolean {
  return state !== 'received' && state !== 'validating';
}

async function decide({ api, token }: SmokeWorld, caseId: string): Promise<void> {
  const { leaseId } = Lease.parse(await api.must('POST', `/v1/cases/${caseId}/claim`, {}, token));
  const decision = { ...rejection(), facts: 'Smoke test of a deployment: there is nothing to decide.', leaseId };
  await api.must('POST', `/v1/cases/${caseId}/decision`, decision, token);
}

/** Looks again until it is so, or a person would be needed. */
async function until(world: SmokeWorld, caseId: string, reached: (view: CaseView) => boolean): Promise<CaseView> {
  for (;;) {
    const view = CaseView.parse(await world.api.must('GET', `/v1/cases/${caseId}`, undefined, world.token));
    if (reached(view)) return view;
    if (view.parked !== null) throw new Error(`${caseId} is parked: ${view.parked.reason}`);
    await world.pause();
  }
}

function allTold({ deliveries }: CaseView): void {
  const failed = deliveries.filter(({ state }) => state === 'parked' || state === 'bounced');
  if (failed.length > 0)
    throw new Error(failed.map(({ kind, to, state }) => `${kind} to ${to} is ${state}`).join('; '));
}

/** Downloads the evidence, looks for an event in it and verifies it away from the deployment. */
async function evidence({ api, token }: SmokeWorld, caseId: string, event: string): Promise<string> {
  const bundle = await api.download(`/v1/cases/${caseId}/evidence`, token);
  const keys = await api.call('GET', '/.well-known/jwks.json');
  const { valid, lines } = await verifyEvidence(bundle, keys.text);
  if (!valid) throw new Error(lines.join('; '));
  const events = readZip(bundle)?.find(({ name }) => name === 'events.jsonl');
  if (!Buffer.from(events?.bytes ?? []).includes(`"${event}"`)) throw new Error(`its audit has no ${event}`);
  return `its evidence holds ${event} and verifies offline: ${lines.join('; ')}`;
}

async function step<T>(name: string, probe: () => Promise<T>): Promise<T> {
  try {
    return await probe();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SmokeTestError(`${name}: ${reason}`, { cause });
  }
}
