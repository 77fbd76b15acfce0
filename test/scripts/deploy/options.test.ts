import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readDeployOptions } from '../../../scripts/deploy/deploy-options.ts';
import { readValues } from '../../../scripts/deploy/values.ts';
import { readDestroyOptions } from '../../../scripts/destroy/destroy-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'writ-values-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the command line of deploy', () => {
  it('takes a smoke test to the sealed audit, and asks, unless told otherwise', () => {
    expect(readDeployOptions(['--stage', 'dev'])).toMatchObject({ stage: 'dev', smoke: 'sealed', yes: false });
    const more = [
      '--stage',
      'dev',
      '--yes',
      '--smoke',
      'receipt',
      '--smoke-item',
      'https://p.example/x',
      '--take-over-mail',
    ];
    expect(readDeployOptions(more)).toMatchObject({ yes: true, smoke: 'receipt', 'take-over-mail': true });
  });

  it.each([
    [[], 'Name a stage with --stage.'],
    [['--stage', 'dev', '--smoke', 'all'], '--smoke is none, receipt or sealed.'],
    [['--stage', 'dev', '--force'], "Unknown option '--force'"],
  ])('refuses %j in a sentence', (args, sentence) => {
    expect(() => readDeployOptions(args)).toThrow(sentence);
  });

  it('is asked for help', () => {
    expect(readDeployOptions(['--help'])).toBeNull();
    expect(readDestroyOptions(['--help'])).toBeNull();
  });
});

describe('the file of values', () => {
  it('holds texts by the name of their parameter', () => {
    const path = join(folder, 'good.json');
    writeFileSync(path, '{"MailFrom":"legal@writ.example"}');
    expect(readValues(path)).toEqual({ MailFrom: 'legal@writ.example' });
  });

  it.each([
    ['[]', 'is not a JSON object of texts by the name of their parameter.'],
    ['{"MailFrom":"legal@writ.example","MailDomain":1}', 'the value of MailDomain must be a text, in quotation marks.'],
    ['{"MailFrom":"legal@writ.example",}', 'is no JSON.'],
  ])('is refused when it holds %s', (text, sentence) => {
    const path = join(folder, 'bad.json');
    writeFileSync(path, text);
    expect(() => readValues(path)).toThrow(`${path} ${sentence}`);
  });

  it('is said to be missing when it is not there', () => {
    const path = join(folder, 'none.json');
    expect(() => readValues(path)).toThrow(`There is no file ${path}: docs/parameters.md shows`);
  });

  it('is said to be unreadable when it is no file', () => {
    expect(() => readValues(folder)).toThrow(`The file ${folder} cannot be read.`);
  });
});
