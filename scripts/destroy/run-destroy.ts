import type { StageConfig } from '../../infra/config.ts';
import { askStacks } from '../deploy/ask-stacks.ts';
import { ask } from '../deploy/asked.ts';
import type { CloudClients } from '../deploy/clients.ts';
import { confirmed, type Dialogue } from '../deploy/confirm.ts';
import { EXIT } from '../deploy/exit-status.ts';
import type { DeployedStack } from '../deploy/facts.ts';
import { emptyBucket } from './bucket-contents.ts';
import { deleteStack } from './delete-stack.ts';
import { fateOf, remainderOf } from './describe-holdings.ts';
import type { DestroyOptions } from './destroy-options.ts';
import type { Holding } from './holdings.ts';
import { countOpenCases } from './open-cases.ts';
import { surveyHoldings, surveyKey } from './survey.ts';

/** What a stage is destroyed with. */
export interface DestroyRun {
  readonly options: DestroyOptions;
  readonly config: StageConfig;
  /** The names of its stacks in the order of their removal. */
  readonly stackNames: readonly string[];
  readonly clients: CloudClients;
  readonly dialogue: Dialogue;
}

/** Lists, asks, removes, and says what is left. @returns the exit status */
export async function runDestroy(run: DestroyRun): Promise<number> {
  const { options, config, clients, dialogue } = run;
  const { say } = dialogue;
  const stacks = await askStacks(clients.stacks, run.stackNames);
  if (stacks.length === 0) {
    say(`Nothing of the stage ${config.stage} is deployed in ${config.region}.`);
    return EXIT.done;
  }
  const holdings = await surveyHoldings(clients, stacks);
  const resources = stacks.reduce((sum, { physicalIds }) => sum + physicalIds.size, 0);
  say(
    `The stage ${config.stage} in ${config.region}: ${stacks.length} stacks with ${resources} resources would go. Of these:`,
  );
  for (const holding of holdings) say(`  ${fateOf(holding)}`);
  const refusal = await refusalOf(run, stacks);
  if (refusal !== null) {
    say(`${refusal} Nothing was changed.`);
    return EXIT.refused;
  }
  if (options.check) return EXIT.done;
  if (!(await confirmed(config, options.yes, dialogue))) {
    say('Nothing was changed.');
    return EXIT.notConfirmed;
  }
  return await removeAll(run, stacks, holdings);
}

/** Why it must not be destroyed: cases are open, or nobody can tell whether they are. */
async function refusalOf({ options, clients }: DestroyRun, stacks: readonly DeployedStack[]): Promise<string | null> {
  const tables = stacks.flatMap(({ template, physicalIds }) =>
    template.resources
      .filter(({ type, logicalId }) => type === 'AWS::DynamoDB::GlobalTable' && logicalId.startsWith('TablesCases'))
      .flatMap(({ logicalId }) => physicalIds.get(logicalId) ?? []),
  );
  if (options['with-open-cases']) return null;
  for (const table of tables) {
    const open = await ask(() => countOpenCases(clients.database, table));
    const unless = 'give --with-open-cases if that is meant.';
    if (!open.known) return `Whether cases are open could not be asked (${open.reason}); ${unless}`;
    if (open.value > 0) {
      return `${open.value} cases are open, and their deadlines go on without Writ: close them first (\`npm run -s writ -- case list\`), or ${unless}`;
    }
  }
  return null;
}

async function removeAll(
  { clients, dialogue: { say }, config }: DestroyRun,
  stacks: readonly DeployedStack[],
  holdings: readonly Holding[],
): Promise<number> {
  const buckets = holdings.filter((holding) => holding.kind === 'bucket');
  for (const { name, retained } of buckets) {
    if (retained) continue;
    const kept = await emptyBucket(clients.storage, name);
    say(`  ${name}: ${kept === 0 ? 'emptied' : `emptied but for ${kept} versions that a lock keeps`}`);
  }
  for (const { name } of stacks) {
    const mayStay = new Set(
      buckets.filter(({ stack, lock }) => stack === name && lock !== null).map(({ logicalId }) => logicalId),
    );
    const undeleted = await deleteStack(clients.stacks, { stack: name, mayStay, say });
    for (const { logicalId, reason } of undeleted) say(`  ${name}: ${logicalId} could not be removed: ${reason}`);
    if (undeleted.length > 0) {
      say(`The stack ${name} is still there: mend what is said above, and run this again.`);
      return EXIT.failed;
    }
  }
  say(`\nThe stacks of the stage ${config.stage} are gone. What is left, and how to remove it later:`);
  for (const line of await remainders(clients, holdings)) say(`  ${line}`);
  return EXIT.done;
}

/** What is left, with the instants at which keys end as they are now known. */
async function remainders(clients: CloudClients, holdings: readonly Holding[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const holding of holdings) {
    const now =
      holding.kind === 'key' ? await surveyKey(clients, holding.id, holding.retained, holding.windowDays) : holding;
    lines.push(...[remainderOf(now)].filter((line) => line !== null));
  }
  return lines.length === 0 ? ['Nothing.'] : lines;
}
