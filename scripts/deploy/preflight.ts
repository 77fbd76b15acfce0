import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import { judgeMailAccount, judgeMailIdentity, judgeRuleSet } from './judge-mail.ts';
import { judgeAccount, judgeBootstrap, judgeCredentials, judgeRegion, judgeStage } from './judge-place.ts';
import { judgeFunctionQuota, judgeWorkflowQuotas } from './judge-quotas.ts';
import { judgeBundle, judgeParameters, judgeSmokeTest, judgeStackStates } from './judge-stacks.ts';
import { judgeValues } from './judge-values.ts';

/** What can be judged without an answer of AWS. */
const HERE = [judgeStage, judgeRegion, judgeParameters, judgeValues, judgeBundle, judgeSmokeTest];

/** What only AWS can tell. */
const THERE = [
  judgeAccount,
  judgeBootstrap,
  judgeStackStates,
  judgeFunctionQuota,
  judgeWorkflowQuotas,
  judgeMailAccount,
  judgeMailIdentity,
  judgeRuleSet,
];

/** All that keeps a deployment from beginning or that somebody should know, together; what stops it comes first. */
export function preflight(facts: Facts): readonly Finding[] {
  // Without credentials every other question fails for the same reason.
  const judges = [...HERE, judgeCredentials, ...(facts.identity.known ? THERE : [])];
  const findings = judges.flatMap((judge) => judge(facts));
  return [...findings.filter(({ level }) => level === 'stop'), ...findings.filter(({ level }) => level === 'note')];
}
