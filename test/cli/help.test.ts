import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../cli/commands.ts';
import { runWrit } from '../../cli/run-writ.ts';

async function writ(line: string, environment: Record<string, string> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const output = { result: (text: string) => out.push(text), error: (text: string) => err.push(text) };
  const code = await runWrit(COMMANDS, line === '' ? [] : line.split(' '), environment, output);
  return { code, out: out.join(''), err: err.join('') };
}

describe('the help of writ', () => {
  it.each([
    ['--help', ['writ clock', 'writ audit verify', 'writ case decide', 'WRIT_URL', 'WRIT_TOKEN']],
    ['case --help', ['writ case list', 'writ case resume']],
    ['audit --help', ['writ audit verify']],
    ['case decide --help', ['--outcome <outcome>', '--territories', 'writ case decide case-']],
    ['case decide case-1 --outcome reject --help', ['--outcome <outcome>']],
    ['clock --help', ['--start', 'writ clock EU_TCO_ART3.disable --start 2026-10-17T23:40:00+02:00']],
    ['audit verify --help', ['--key', '--checkpoint <file or URL>', 'writ audit verify evidence.zip --key keys.json']],
  ])('goes to the result stream with an example and the environment: %s', async (line, parts) => {
    const { code, out, err } = await writ(line);
    expect([code, err]).toEqual([0, '']);
    for (const part of [...parts, 'Example:', '--lang en|de', 'WRIT_LANG']) expect(out).toContain(part);
    expect(Math.max(...out.split('\n').map((row) => row.length))).toBeLessThanOrEqual(140);
  });

  it.each(COMMANDS.map((command) => [command.name, command]))('has an example that calls %s', (name, command) => {
    expect(command.examples.length).toBeGreaterThan(0);
    const { examples, germanExamples = examples } = command;
    expect(germanExamples).toHaveLength(examples.length);
    for (const example of [...examples, ...germanExamples]) expect(example.startsWith(`${name} `)).toBe(true);
  });

  it('gives examples in German words in German', async () => {
    expect((await writ('case decide --help --lang de')).out).toContain('--explanation "Es ist ein Zitat."');
    expect((await writ('case approve --help --lang de')).out).toContain('--reason "Deutschland genügt."');
    expect((await writ('case decide --help --lang de')).out).not.toContain('It ');
  });

  it('speaks the language of --lang, then of WRIT_LANG, then of the locale', async () => {
    expect((await writ('case --help --lang de')).out).toContain('Beispiel:');
    expect((await writ('case --help', { WRIT_LANG: 'de', LANG: 'en_GB.UTF-8' })).out).toContain('Beispiel:');
    expect((await writ('case --help --lang en', { WRIT_LANG: 'de' })).out).toContain('Example:');
  });
});

describe('an unknown command', () => {
  it.each([
    ['case shw case-1', 'There is no command "case shw case-1". Did you mean "writ case show"?'],
    ['cse list --json', 'Did you mean "writ case list"?'],
    ['audti verify x', 'Did you mean "writ audit verify"?'],
    ['clok', 'Did you mean "writ clock"?'],
    ['shw --help', 'There is no command "shw"'],
    ['frobnicate', 'There is no command "frobnicate".\n'],
    ['case', '"case" needs one more word: "case list"'],
    ['', 'Name a command.'],
  ])('is an error that names the nearest: %s', async (line, sentence) => {
    const { code, out, err } = await writ(line);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(sentence);
    expect(err).toContain('"writ --help" lists the commands.');
  });
});
