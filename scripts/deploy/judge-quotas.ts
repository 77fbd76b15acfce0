import * as z from 'zod';
import type { StackTemplate } from '../templates.ts';
import type { Facts } from './facts.ts';
import { type Finding, note, stop } from './finding.ts';
import { WORKFLOW_QUOTAS } from './workflow-quotas.ts';

const Throttle = z.object({ DefaultRouteSettings: z.object({ ThrottlingRateLimit: z.number() }) });

/** Requests a second that the interface takes before it throttles; each may hold a function for about a second. */
function mostRequests(stacks: readonly StackTemplate[]): number {
  const limits = stacks
    .flatMap(({ resources }) => resources)
    .filter(({ type }) => type === 'AWS::ApiGatewayV2::Stage')
    .map(({ properties }) => Throttle.safeParse(properties).data?.DefaultRouteSettings.ThrottlingRateLimit ?? 0);
  return Math.max(0, ...limits);
}

/** Whether enough functions may run at once for what the interface lets in. */
export function judgeFunctionQuota({ functionConcurrency: asked, assembly, config }: Facts): readonly Finding[] {
  if (assembly === null || config === null) return [];
  if (!asked.known) {
    return [note('function-quota', `How many functions may run at once could not be asked (${asked.reason}).`)];
  }
  const needed = mostRequests(assembly.stacks);
  if (asked.value >= needed) return [];
  const sentence = `Only ${asked.value} functions may run at once in this account, and the interface takes ${needed} requests a second: ask for more with \`aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value ${needed}\`.`;
  return [config.confirmByName ? stop('function-quota', sentence) : note('function-quota', sentence)];
}

/** Whether the quotas of Step Functions are those that the ways of a case are reckoned with. */
export function judgeWorkflowQuotas({ workflowQuotas: asked, config }: Facts): readonly Finding[] {
  if (config === null) return [];
  if (!asked.known) {
    return [
      note(
        'workflow-quota',
        `The quotas of Step Functions could not be asked (${asked.reason}): look them up in the Service Quotas console.`,
      ),
    ];
  }
  return WORKFLOW_QUOTAS.flatMap(({ name, bounds, least }) => {
    const [found] = [...asked.value].filter(([known]) => name.test(known));
    if (found === undefined || found[1] >= least) return [];
    const sentence = `Step Functions allows ${found[1]} ${bounds} in this account, and ${least} is the default that Writ is made for: ask for it in the Service Quotas console under "${found[0]}".`;
    return [config.confirmByName ? stop('workflow-quota', sentence) : note('workflow-quota', sentence)];
  });
}
