import { type Asking, askAgain, askWithoutPermission } from '../ask-again.ts';
import type { CheckReport } from '../check-report.ts';
import type { DeployedResource } from '../compare-resources.ts';
import { LEFT_OUT, leftOutLine } from '../left-out.ts';
import { checkAftermath } from './aftermath.ts';
import { type KeptDemand, sendNotice, sendOrder } from './demands.ts';
import { checkEvidenceLock } from './evidence-lock.ts';
import { checkKept } from './kept-demand.ts';
import { checkRoutes } from './routes.ts';

/** A deployment to try. */
export interface BehaviourWorld extends Omit<Asking, 'caseId'> {
  readonly deployed: readonly DeployedResource[];
  /** Where the platform and the partners are. */
  readonly outside: string;
}

/** Uses the deployment as its callers do, then asks again for what ministack lacks. */
export async function checkBehaviour(report: CheckReport, world: BehaviourWorld): Promise<void> {
  const { api, clients, deployed, logins, outside, places } = world;
  await report.check('permissions are enforced: a stranger is refused', async () => {
    const answer = await askWithoutPermission(world);
    if (answer === null) throw new Error('a user without a policy may list the tables');
    return answer;
  });
  const notice = await taken(report, 'a notice is acknowledged', () => sendNotice(api, outside));
  const order = await taken(report, 'an order is acknowledged', () => sendOrder(api, outside, logins));
  await checkKept(report, { ...world, demand: notice });
  await checkRoutes(report, { api, logins, deployed, notice, order });
  await checkEvidenceLock(report, clients, places.evidence);
  const { token: auditorToken } = await logins.of('auditor');
  await checkAftermath(report, { ...world, caseId: notice.caseId, auditorToken });
  for (const entry of LEFT_OUT) {
    report.note(leftOutLine(entry, await askAgain(entry, { ...world, caseId: notice.caseId })));
  }
}

/** A demand that later checks rest on. @throws Error when it was not taken */
async function taken(report: CheckReport, name: string, send: () => Promise<KeptDemand>): Promise<KeptDemand> {
  let kept: KeptDemand | undefined;
  await report.check(name, async () => {
    kept = await send();
    return kept.caseId;
  });
  if (kept === undefined) throw new Error(`no case to go on with: ${name} failed`);
  return kept;
}
