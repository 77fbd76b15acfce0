import { ownsOrder } from '#domain/access';
import { orderSender } from '#domain/authority';
import type { CaseRecord } from '#domain/case';
import { personOfToken } from '#runtime/case-token';
import type { RouteRequest } from '#runtime/route';
import type { AuthorityRegister } from '../../ports/authorities.ts';
import type { CaseStore, OpenCase } from '../../ports/case-store.ts';
import { CaseNotFoundError, KeyErasedError } from '../../ports/errors.ts';
import { CASE_SECRET, type Vault } from '../../ports/vault.ts';

/** The case id in a request's path. @throws CaseNotFoundError when it can be no case's */
export function caseIdOf(request: Pick<RouteRequest, 'params'>): string {
  const caseId = request.params['caseId'] ?? '';
  if (!/^[A-Za-z0-9-]{1,64}$/.test(caseId)) throw new CaseNotFoundError('malformed');
  return caseId;
}

/** The case that a request names. @throws CaseNotFoundError when there is none */
export async function requestedCase(
  cases: Pick<CaseStore, 'load'>,
  request: Pick<RouteRequest, 'params'>,
): Promise<CaseRecord> {
  const record = await cases.load(caseIdOf(request));
  if (record === null) throw new CaseNotFoundError('unknown');
  return record;
}

/** The case that a request names, as a whole. @throws CaseNotFoundError when there is none */
export async function requestedWhole(
  cases: Pick<CaseStore, 'open'>,
  request: Pick<RouteRequest, 'params'>,
): Promise<OpenCase> {
  const opened = await cases.open(caseIdOf(request));
  if (opened === null) throw new CaseNotFoundError('unknown');
  return opened;
}

/** What finding the order of an authority needs. */
export interface OwnOrderDependencies {
  readonly cases: Pick<CaseStore, 'load'>;
  readonly authorities: AuthorityRegister;
}

/**
 * The order that a request names, for the authority that sent it through whichever of its clients.
 * @throws CaseNotFoundError when there is none or another sent it: for this one the case does not exist
 */
export async function ownOrder(
  { cases, authorities }: OwnOrderDependencies,
  request: Pick<RouteRequest, 'params' | 'caller'>,
): Promise<CaseRecord> {
  const { client } = request.caller;
  const [record, entry] = await Promise.all([requestedCase(cases, request), authorities.find(client)]);
  if (!ownsOrder(record.authorityId, orderSender(entry, client).id)) throw new CaseNotFoundError('not its own');
  return record;
}

/**
 * The case and person that the access token of a request belongs to.
 * @throws CaseNotFoundError when the token is not one of the case named, or of somebody who has no part in the route
 */
export async function caseOfToken(
  vault: Pick<Vault, 'key'>,
  request: Pick<RouteRequest, 'params' | 'token'>,
  isMeant: (personId: string) => boolean = isSender,
): Promise<{ readonly caseId: string; readonly personId: string; readonly caseSecret: Uint8Array }> {
  const caseId = caseIdOf(request);
  const caseSecret = await secretOf(vault, caseId);
  const personId = personOfToken(caseSecret, caseId, request.token);
  if (personId === null) throw new CaseNotFoundError('token of another case');
  if (!isMeant(personId)) throw new CaseNotFoundError('token of somebody else');
  return { caseId, personId, caseSecret };
}

/** Tells whether a person is one of those whose content it is. */
export function isUploader(personId: string): boolean {
  return personId.startsWith('uploader-');
}

/** The routes of a notice are for its sender: others of the case hold tokens too, and see nothing through them. */
function isSender(personId: string): boolean {
  return personId === 'sender';
}

async function secretOf(vault: Pick<Vault, 'key'>, caseId: string): Promise<Uint8Array> {
  try {
    return await vault.key(caseId, CASE_SECRET);
  } catch (error) {
    if (error instanceof KeyErasedError) throw new CaseNotFoundError('unknown', { cause: error });
    throw error;
  }
}
