import { createHmac } from 'node:crypto';
import { SENDER_LIMITS } from '#domain/sender-limits';
import { networkOf } from '#runtime/network-of';
import { type Answer, problem } from '#runtime/problem';
import type { RouteRequest } from '#runtime/route';
import type { Throttle } from '../../ports/throttle.ts';
import type { Vault } from '../../ports/vault.ts';

/** What throttling needs. */
export interface ThrottlingDependencies {
  readonly throttle: Throttle;
}

/** Under these names lies the key that hides network addresses: from hashes alone they could be guessed. */
const SENDERS = { caseId: 'senders', personId: 'network' } as const;

/** Refuses a demand whose sender sends too many, or gives null: by client where one is known, else by network address. */
export async function refuseTooMany(
  { throttle, vault }: ThrottlingDependencies & { readonly vault: Pick<Vault, 'ensureKey'> },
  { caller, sourceIp }: Pick<RouteRequest, 'caller' | 'sourceIp'>,
): Promise<Answer | null> {
  if (caller.role !== 'public') return await refuseTooManyOfClient({ throttle }, { caller });
  const key = await vault.ensureKey(SENDERS.caseId, SENDERS.personId);
  const hidden = createHmac('sha256', key).update(networkOf(sourceIp)).digest('hex');
  return tooMany(await throttle.take(`NETWORK#${hidden}`, SENDER_LIMITS.network));
}

/** The same for a client with a token. */
export async function refuseTooManyOfClient(
  { throttle }: ThrottlingDependencies,
  { caller: { role, client } }: Pick<RouteRequest, 'caller'>,
): Promise<Answer | null> {
  return tooMany(await throttle.take(`CLIENT#${role}#${client}`, SENDER_LIMITS.client));
}

/** The same for what one person sends to one case with their access token: nobody uses up what another may send. */
export async function refuseTooManyToCase(
  { throttle }: ThrottlingDependencies,
  caseId: string,
  personId: string,
): Promise<Answer | null> {
  return tooMany(await throttle.take(`CASE#${caseId}#${personId}`, SENDER_LIMITS.case));
}

function tooMany(seconds: number | null): Answer | null {
  if (seconds === null) return null;
  const answer = problem(429, `More than we take from one sender at once. Send it again in ${seconds} seconds.`);
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(seconds) } };
}
