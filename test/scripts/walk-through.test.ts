import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writtenLanguage } from '#domain/messages/written-language';
import { germanNotice, takedownNotice } from '../../scripts/examples.ts';

const API = 'http://localhost:4400';
const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
const blocks = [...readme.matchAll(/```sh\n(.*?)```/gs)].map(([, commands = '']) => commands);

it.each([
  ['--basis US_DMCA_512', takedownNotice(API)['language']],
  ['--state awaiting-approval', germanNotice(API)['language']],
])('the walk-through decides the case found by %s in the language that its letters are in', (found, language) => {
  const commands = blocks.find((block) => block.includes(found)) ?? '';
  const texts = [...commands.matchAll(/--(?:explanation|facts) "([^"]+)"/g)].map(([, text = '']) => text);
  expect(texts.length).toBeGreaterThan(0);
  expect(new Set(texts.map(writtenLanguage))).toEqual(new Set([language]));
});
