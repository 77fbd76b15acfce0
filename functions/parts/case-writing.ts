import { systemClock } from '#runtime/clock';
import { randomIds } from '#runtime/ids';
import type { TokenVerifier } from '../ports/callers.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Throttle } from '../ports/throttle.ts';
import type { DocumentStore, Vault } from '../ports/vault.ts';
import { buildCases } from './cases.ts';
import { buildDocuments } from './documents.ts';
import { buildThrottle } from './throttle.ts';
import { buildVault } from './vault.ts';
import { buildVerifier } from './verifier.ts';

/** What every route that keeps something in a case is made of. */
export interface CaseWriting {
  readonly verifier: TokenVerifier;
  readonly cases: CaseStore;
  readonly documents: DocumentStore;
  readonly vault: Vault;
  readonly throttle: Throttle;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** The parts of a route that keeps something in a case, in this process. */
export function buildCaseWriting(): CaseWriting {
  return {
    verifier: buildVerifier(),
    cases: buildCases(),
    documents: buildDocuments(),
    vault: buildVault(),
    throttle: buildThrottle(),
    clock: systemClock,
    ids: randomIds,
  };
}
