import type { DeployedStack, Facts } from './facts.ts';
import { type Finding, note, stop } from './finding.ts';
import { givenValues, knownValue } from './values.ts';

/** Whether each stack is in a state that can be deployed to. */
export function judgeStackStates({ stacks, config }: Facts): readonly Finding[] {
  if (config === null) return [];
  if (!stacks.known) return [note('stack-state', `CloudFormation could not be asked (${stacks.reason}).`)];
  return stacks.value.flatMap((stack) => {
    const remedy = remedyFor(stack);
    return remedy === null ? [] : [stop('stack-state', `The stack ${stack.name} is ${stack.status}: ${remedy}`)];
  });
}

function remedyFor({ name, status }: DeployedStack): string | null {
  const command = (verb: string): string => `\`aws cloudformation ${verb} --stack-name ${name}\``;
  switch (status) {
    case 'ROLLBACK_COMPLETE':
    case 'ROLLBACK_FAILED':
    case 'CREATE_FAILED':
      return `its first creation failed; see why with ${command('describe-stack-events')}, then remove it with ${command('delete-stack')}.`;
    case 'UPDATE_ROLLBACK_FAILED':
    case 'UPDATE_FAILED':
      return `see why with ${command('describe-stack-events')}, mend it, then run ${command('continue-update-rollback')}.`;
    case 'DELETE_FAILED':
      return `finish its removal with \`npm run destroy\` first.`;
    default:
      // A change set that was made for a stack that is not there yet leaves this; the CLI goes on from it.
      if (status === 'REVIEW_IN_PROGRESS' || !status.endsWith('_IN_PROGRESS')) return null;
      return `another operation is at work on it; wait with ${command('describe-stacks')} until it has ended.`;
  }
}

/** Whether every parameter without a default has a value, and every value a parameter. */
export function judgeParameters(facts: Facts): readonly Finding[] {
  const { assembly } = facts;
  if (assembly === null) return [];
  const declared = new Map(assembly.stacks.flatMap(({ parameters }) => parameters.map((each) => [each.name, each])));
  const missing = [...declared.values()]
    .filter(({ name, hasDefault }) => !hasDefault && knownValue(facts, name) === undefined)
    .map(({ name, description }) => `${name} (${description})`);
  const strange = Object.keys(givenValues(facts)).filter((name) => !declared.has(name));
  const empty = Object.entries(givenValues(facts)).flatMap(([name, value]) => (value === '' ? [name] : []));
  return [
    ...missing.map((parameter) =>
      stop('parameters', `The parameter ${parameter} has no value: put it into the file that --parameters names.`),
    ),
    ...strange.map((name) =>
      stop('parameters', `${name} is no parameter of any stack: correct its name in the file that --parameters names.`),
    ),
    ...empty.map((name) => stop('parameters', `The parameter ${name} is empty: give it a value.`)),
  ];
}

/** Whether the assembly holds the code of every function. */
export function judgeBundle({ assembly }: Facts): readonly Finding[] {
  if (assembly === null || assembly.missingBundles.length === 0) return [];
  const [first = '', ...others] = assembly.missingBundles;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return [
    stop(
      'bundle',
      `The code of ${first}${more} is not in the assembly: leave out --assembly to have it built, or build and synthesize it again.`,
    ),
  ];
}

/** Whether the smoke test has what it needs. */
export function judgeSmokeTest(facts: Facts): readonly Finding[] {
  const { config, wishes } = facts;
  if (config === null || wishes.smoke === 'none') return [];
  const platform = knownValue(facts, 'PlatformUrl');
  if (wishes.smokeItem === undefined) {
    return [
      stop(
        'smoke-test',
        'The smoke test has no item to complain of: name one that you keep on the platform for it with --smoke-item <address>, or deploy without it (--smoke none).',
      ),
    ];
  }
  if (platform === undefined || wishes.smokeItem.startsWith(`${platform.replace(/\/$/, '')}/`)) return [];
  return [
    stop(
      'smoke-test',
      `The item of the smoke test, ${wishes.smokeItem}, is not below PlatformUrl (${platform}): name one that is.`,
    ),
  ];
}
