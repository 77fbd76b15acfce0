import { describe, expect, it } from 'vitest';
import { Stage } from '../../domain/case.ts';
import { pascalCase } from '../../infra/constructs/function-set.ts';
import { stepOf, synthesizeRemoval } from '../workflows/legal-removal/synthesized.ts';
import { documentText } from './documented-commands.ts';

const TEXT = documentText('docs/runbooks/case-parked.md');

/** Stage, state and log of every task, as the machine's own catches say at which stage a case is parked. */
function tasks(): { readonly stage: string; readonly state: string; readonly log: string }[] {
  return Object.entries(synthesizeRemoval().states).flatMap(([state, definition]) => {
    const catches = (definition['Catch'] ?? []) as { Assign?: { failedStage?: string } }[];
    const stage = catches.map(({ Assign }) => Assign?.failedStage).find((found) => found !== undefined);
    return stage === undefined ? [] : [{ stage, state, log: `LegalRemoval${pascalCase(stepOf(definition))}` }];
  });
}

/** The table as it has to be: a row for each stage and log. */
function expectedRows(): string[] {
  const rows = Stage.options.flatMap((stage) => {
    const here = tasks().filter((task) => task.stage === stage);
    return [...new Set(here.map(({ log }) => log))].map((log) => {
      const states = here.filter((task) => task.log === log).map(({ state }) => state);
      return `| \`${stage}\` | ${states.join(', ')} | \`faults ${log}\` |`;
    });
  });
  return rows;
}

describe('the runbook of a parked case', () => {
  it('names for each stage the states that fail there and the logs of their functions', () => {
    const rows = TEXT.split('\n').filter((line) => /^\| `/.test(line));
    expect(rows).toEqual(expectedRows());
    expect(rows.length).toBeGreaterThan(10);
  });

  it.each(Stage.options)('speaks of the stage %s', (stage) => {
    expect(TEXT).toContain(`\`${stage}\``);
  });
});
