import { describe, expect, it } from 'vitest';
import { judgeValues } from '../../scripts/deploy/judge-values.ts';
import { WISHES } from '../support/deployable.ts';
import { synthesizedStage } from '../support/synthesized.ts';
import { documentText } from './documented-commands.ts';

const TEXT = documentText('docs/parameters.md');
const skeleton: Readonly<Record<string, string>> = JSON.parse(/```json\n(.*?)```/s.exec(TEXT)?.[1] ?? '');
const declared = [
  ...new Set(
    synthesizedStage().stacks.flatMap(({ parameters }) =>
      parameters.filter(({ hasDefault }) => !hasDefault).map(({ name }) => name),
    ),
  ),
].toSorted();

describe('docs/parameters.md', () => {
  it('shows a file with every parameter of the templates, and no other', () => {
    expect(declared.length).toBeGreaterThan(10);
    expect(Object.keys(skeleton).toSorted()).toEqual(declared);
  });

  it('explains every one of them', () => {
    const rows = TEXT.split('\n').filter((line) => line.startsWith('| `'));
    const explained = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name),
    );
    expect(explained.toSorted()).toEqual(declared);
  });

  it('shows values that preflight takes, but for those that somebody has to put in', () => {
    const values = Object.fromEntries(Object.entries(skeleton).filter(([, value]) => !value.startsWith('<')));
    expect(Object.keys(values).length).toBeGreaterThan(8);
    expect(judgeValues({ config: null, wishes: { ...WISHES, values } })).toEqual([]);
  });

  it('makes a secret that preflight takes', () => {
    expect(TEXT).toContain('echo "whsec_$(openssl rand -base64 32)"');
    const values = { WebhookSecret: `whsec_${Buffer.alloc(32, 1).toString('base64')}` };
    expect(judgeValues({ config: null, wishes: { ...WISHES, values } })).toEqual([]);
  });
});
