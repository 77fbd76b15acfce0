import { applyBatch } from '../../functions/legal-removal/apply-batch/contract.ts';
import { authenticateDemand } from '../../functions/legal-removal/authenticate-demand/contract.ts';
import { claimRun } from '../../functions/legal-removal/claim-run/contract.ts';
import { hear } from '../../functions/legal-removal/hear/contract.ts';
import { openDoorbell } from '../../functions/legal-removal/open-doorbell/contract.ts';
import { paceRound } from '../../functions/legal-removal/pace-round/contract.ts';
import { park } from '../../functions/legal-removal/park/contract.ts';
import { plan } from '../../functions/legal-removal/plan/contract.ts';
import { proveBatch } from '../../functions/legal-removal/prove-batch/contract.ts';
import { raiseTier } from '../../functions/legal-removal/raise-tier/contract.ts';
import { sealCapsules } from '../../functions/legal-removal/seal-capsules/contract.ts';
import { sealCase } from '../../functions/legal-removal/seal-case/contract.ts';
import { tell } from '../../functions/legal-removal/tell/contract.ts';
import { validate } from '../../functions/legal-removal/validate/contract.ts';

/** The contracts of the steps that the machine calls: one function each. */
export const LEGAL_REMOVAL_STEPS = [
  claimRun,
  validate,
  plan,
  authenticateDemand,
  hear,
  openDoorbell,
  raiseTier,
  sealCapsules,
  applyBatch,
  proveBatch,
  paceRound,
  tell,
  sealCase,
  park,
] as const;
