import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AUDIT_CONTRADICTED, DEADLINE_AT_RISK } from '../../../functions/ports/log-codes.ts';
import { synthesizedStage } from '../../support/synthesized.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const RUNBOOKS = join(ROOT, 'docs', 'runbooks');

const resources = synthesizedStage('production').stacks.flatMap((stack) => stack.resources);

const alarms = () =>
  resources
    .filter(({ type }) => type === 'AWS::CloudWatch::Alarm')
    .map(({ properties }) => ({
      name: String(properties['AlarmName']),
      description: String(properties['AlarmDescription']),
    }));
const runbooks = () => readdirSync(RUNBOOKS).filter((file) => file !== 'README.md');
const textOf = (file: string) => readFileSync(join(RUNBOOKS, file), 'utf8');

describe('the alarms', () => {
  it('say what they mean and link the runbook of their name', () => {
    expect(alarms().length).toBeGreaterThan(0);
    for (const { name, description } of alarms()) {
      const [, meaning = '', path = ''] = /^(.+\.) Runbook: (\S+)$/.exec(description) ?? [];
      expect(meaning, name).not.toBe('');
      expect(textOf(path.replace('docs/runbooks/', '')), name).toMatch(
        new RegExp(`^# ${name.replace('writ-production-', '')}\n`),
      );
    }
  });

  it('have a runbook each, and no runbook is left without its alarm', () => {
    const linked = alarms().map(({ description }) => description.split('docs/runbooks/')[1]);
    expect(runbooks().toSorted()).toEqual(linked.toSorted());
  });

  it('wake somebody', () => {
    const actions = resources
      .filter(({ type }) => type === 'AWS::CloudWatch::Alarm')
      .map(({ properties }) => properties['AlarmActions']);
    for (const action of actions) expect(action).toEqual([{ Ref: expect.stringMatching(/^AlarmsTopic/) }]);
  });

  it('count the lines that say so, each in the log of the function that writes them', () => {
    const filters = resources.filter(({ type }) => type === 'AWS::Logs::MetricFilter');
    const counted = filters.map(({ properties }) => [
      properties['FilterPattern'],
      Object(properties['LogGroupName']).Ref.replace(/[0-9A-F]{8}$/, ''),
    ]);
    expect(Object.fromEntries(counted)).toEqual({
      [`{ $.code = "${DEADLINE_AT_RISK}" }`]: 'LegalRemovalRaiseTierLogs',
      [`{ $.code = "${AUDIT_CONTRADICTED}" }`]: 'EvidenceLogs',
    });
  });

  it('look at metrics that a filter counts', () => {
    const nameOf = (properties: Record<string, unknown>) => `${properties['Namespace']} ${properties['MetricName']}`;
    const made = resources
      .filter(({ type }) => type === 'AWS::Logs::MetricFilter')
      .flatMap(({ properties }) => properties['MetricTransformations'] as Record<string, unknown>[])
      .map((made) => `${made['MetricNamespace']} ${made['MetricName']}`);
    const watched = resources
      .filter(({ type }) => type === 'AWS::CloudWatch::Alarm')
      .map(({ properties }) => nameOf(properties))
      .filter((name) => name.startsWith('Writ/'));
    expect(watched.toSorted()).toEqual(made.toSorted());
  });
});

describe('the runbooks', () => {
  it.each(runbooks())(
    '%s tells what it means, who is affected, where to look, what to do and when it is over',
    (file) => {
      const text = textOf(file);
      for (const part of [
        '**What it means.**',
        '**Who is affected, by when.**',
        '## Look first',
        '## Do',
        '## Over when',
      ]) {
        expect(text).toContain(part);
      }
      expect(text).toMatch(/```sh\n/);
    },
  );

  it('look at functions, schedules and queues that there are', () => {
    const ids = resources.map(({ logicalId, type }) => `${logicalId} ${type}`);
    const named = runbooks().flatMap((file) => [
      ...[...textOf(file).matchAll(/\b(?:logs|faults) ([A-Z]\w+)/g)].map(([, id]) => [
        `${id}Logs`,
        'AWS::Logs::LogGroup',
      ]),
      ...[...textOf(file).matchAll(/resource (\w+) (AWS::[\w:]+)/g)].map(([, id, type]) => [String(id), String(type)]),
    ]);
    expect(named.length).toBeGreaterThan(10);
    for (const [id = '', type = ''] of named) {
      expect(
        ids.filter((known) => known.startsWith(id) && known.endsWith(` ${type}`)),
        id,
      ).toHaveLength(1);
    }
  });

  it('are all in their table of contents', () => {
    const contents = textOf('README.md');
    for (const file of runbooks()) expect(contents).toContain(`(${file})`);
  });
});
