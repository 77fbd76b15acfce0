import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { READ_MAIL_COMMAND } from '../../cli/read-mail.ts';
import { runWrit } from '../../cli/run-writ.ts';
import { COURT_DE, FORM_NOTICE, LETTER_DE, QUESTION } from '../domain/reading/messages.ts';

let folder = '';

async function writ(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const output = { result: (text: string) => out.push(text), error: (text: string) => err.push(text) };
  const code = await runWrit([READ_MAIL_COMMAND], ['read-mail', ...args], {}, output);
  return { code, out: out.join(''), err: err.join('') };
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const HEAD = `From: Kanzlei Muster <kanzlei@muster.example>
To: legal@writ.example
Date: Wed, 25 Nov 2026 10:00:00 +0100
Subject: =?utf-8?Q?L=C3=B6schung?=
MIME-Version: 1.0
`;
const PLAIN = `${HEAD}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${LETTER_DE}`;
const MIXED = `${HEAD}Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/html; charset=utf-8

<p>Den Beschluss finden Sie im Anhang.</p>
--b
Content-Type: message/rfc822

From: gericht@example.org
Subject: Beschluss
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

${COURT_DE}
--b
Content-Type: application/pdf; name="beschluss.pdf"
Content-Disposition: attachment; filename="beschluss.pdf"
Content-Transfer-Encoding: base64

AAAA
--b--
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'writ-read-mail-'));
});
afterAll(async () => await rm(folder, { recursive: true }));

describe('writ read-mail', () => {
  it('tells of a mail what it is, each conclusion with its certainty and passage', async () => {
    const { code, out } = await writ(await file('plain.eml', PLAIN));
    expect(code).toBe(0);
    expect(out).toContain('Kind: notice (sure)\n');
    expect(out).toContain('Legal basis: DSA_ART16, Notice of illegal content');
    expect(out).toContain('https://writ.example/tracks/trk-501 (likely)\n    “Rechtsverletzende Inhalte:”');
    expect(out).toContain("The claimant's own work\n  https://morgenrot.example/lied");
    expect(out).toContain('2026-11-25 (sure)');
  });

  it('speaks German', async () => {
    const { out } = await writ(await file('plain.eml', PLAIN), '--lang', 'de');
    expect(out).toContain('Art: Meldung (sicher)');
    expect(out).toContain(
      'Beanstandet\n  https://writ.example/tracks/trk-501 (wahrscheinlich)\n    „Rechtsverletzende Inhalte:“',
    );
  });

  it('gives one JSON value with every passage', async () => {
    const { out } = await writ(await file('plain.eml', PLAIN), '--json');
    expect(JSON.parse(out)).toMatchObject({
      kind: { value: 'notice', certainty: 'sure', passages: [{ text: expect.any(String) }] },
      elements: { email: { passage: { text: 'From: "Kanzlei Muster" <kanzlei@muster.example>' } } },
      missing: [],
      notRead: [],
    });
  });

  it('reads a mail that is attached to a mail, and names what it cannot read', async () => {
    const { out } = await writ(await file('mixed.eml', MIXED), '--json');
    expect(JSON.parse(out)).toMatchObject({
      kind: { value: 'order' },
      items: [{ url: 'https://writ.example/podcasts/pod-9' }],
      notRead: ['beschluss.pdf'],
    });
  });

  it('reads a mail again with what a person says of it', async () => {
    const said = await file('said.json', '{"works":["https://writ.example/tracks/trk-501"]}');
    const { out } = await writ(await file('plain.eml', PLAIN), '--correct', said);
    expect(out).toContain('own work\n  https://writ.example/tracks/trk-501 (corrected by a person)');
    expect(out).toContain('Complained of\n  https://writ.example/comments/cmt-7');
  });

  it('calls for a person first where a mail points to danger, and lets no mail write over the screen', async () => {
    const mail = `${HEAD}Content-Type: text/plain\n\nHelp! \u001b[2JHe says he wants to die.\n`;
    const { out } = await writ(await file('danger.eml', mail));
    expect(out).toMatch(/^SIGNALS OF DANGER.*\n {2}self-harm \(uncertain/);
    expect(out).not.toContain('\u001b');
  });

  it('reads a file of messages line by line', async () => {
    const lines = [FORM_NOTICE, QUESTION].map((text, index) => JSON.stringify({ id: `m${index}`, text }));
    const { code, out } = await writ('--jsonl', await file('mails.jsonl', `${lines.join('\n\n')}\n`));
    expect(code).toBe(0);
    const [first, second] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({
      id: 'm0',
      kind: 'notice',
      legalBasis: 'US_DMCA_512',
      language: 'en',
      items: [1, 2, 3].map((number) => `https://writ.example/tracks/trk-900${number}`),
      works: ['https://label.example/nachtzug'],
      elements: { 'good-faith': { certainty: 'sure', passage: { text: expect.stringContaining('good faith') } } },
      missing: [],
    });
    expect(second).toMatchObject({ id: 'm1', kind: 'other', legalBasis: null, items: [], works: [], missing: [] });
  });

  it('names lines that are no message, reads the others and ends with 1', async () => {
    const { code, out, err } = await writ('--jsonl', await file('bad.jsonl', '{"id":1}\n{\n{"id":2,"text":"Hi"}\n'));
    expect([code, out.trim().split('\n').length]).toEqual([1, 1]);
    expect(err).toContain('Line 1 is no message');
    expect(err).toContain('Line 2 is no message');
  });

  it.each([
    [[], 'Name exactly one mail'],
    [['no-such.eml'], 'The mail no-such.eml cannot be read.'],
    [['--jsonl', 'no-such.jsonl'], 'The messages no-such.jsonl cannot be read.'],
    [['a.eml', '--jsonl', 'b.jsonl'], '--jsonl takes a file of messages'],
    [['a.eml', '--correct', 'no-such.json'], 'cannot be read as JSON'],
  ])('says of %o: %s', async (args, sentence) => {
    const { code, err } = await writ(...args);
    expect(code).toBe(1);
    expect(err).toContain(sentence);
  });

  it('refuses a correction that it does not understand', async () => {
    const said = await file('wrong.json', '{"kind":"joke"}');
    expect((await writ('a.eml', '--correct', said)).err).toContain('is not understood at "kind"');
  });
});
