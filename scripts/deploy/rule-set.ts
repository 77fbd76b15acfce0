import {
  DescribeActiveReceiptRuleSetCommand,
  type SESClient,
  SetActiveReceiptRuleSetCommand,
} from '@aws-sdk/client-ses';
import * as z from 'zod';
import type { StackTemplate } from '../templates.ts';

const RuleSet = z.object({ RuleSetName: z.string() });

/** The receipt rule set that the templates make; null when they make none. @throws z.ZodError when it has no fixed name */
export function ownRuleSet(stacks: readonly StackTemplate[]): string | null {
  const found = stacks.flatMap(({ resources }) => resources).find(({ type }) => type === 'AWS::SES::ReceiptRuleSet');
  return found === undefined ? null : RuleSet.parse(found.properties).RuleSetName;
}

/** What is to become of the account's active rule set: of all there are, one is active, and it takes all mail. */
export type RuleSetAction = 'leave' | 'activate' | 'take-over' | 'refuse';

/** The rule: a rule set that is not ours is never displaced unless somebody asked for it. */
export function ruleSetAction(active: string | null, own: string | null, takeOver: boolean): RuleSetAction {
  if (own === null || active === own) return 'leave';
  if (active === null) return 'activate';
  return takeOver ? 'take-over' : 'refuse';
}

/** The name of the active rule set; null when none is active. */
export async function askActiveRuleSet(client: SESClient): Promise<string | null> {
  const { Metadata } = await client.send(new DescribeActiveReceiptRuleSetCommand({}));
  return Metadata?.Name ?? null;
}

/**
 * Activates the templates' rule set, which CloudFormation cannot, by the rule above and by what is active now.
 * @returns what was done, in a sentence; null when nothing was to be done
 * @throws Error when another set became active since preflight
 */
export async function activateRuleSet(
  client: SESClient,
  stacks: readonly StackTemplate[],
  takeOver: boolean,
): Promise<string | null> {
  const own = ownRuleSet(stacks);
  const active = await askActiveRuleSet(client);
  const action = ruleSetAction(active, own, takeOver);
  if (own === null || action === 'leave') return null;
  if (action === 'refuse') throw new Error(`the receipt rule set ${active} became active and was left alone`);
  await client.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: own }));
  if (active === null) return `The receipt rule set ${own} is active.`;
  return `The receipt rule set ${own} is active in place of ${active}; to go back: \`aws ses set-active-receipt-rule-set --rule-set-name ${active}\`.`;
}
