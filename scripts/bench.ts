import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { benchCases } from '../bench/cases.ts';
import { benchClocks } from '../bench/clocks.ts';
import { benchDocuments } from '../bench/documents.ts';
import { benchEngine } from '../bench/engine.ts';
import { benchReading } from '../bench/reading.ts';

const { messages } = parseArgs({ args: process.argv.slice(2), options: { messages: { type: 'string' } } }).values;

if (messages === undefined) {
  const results = [
    ...(await benchEngine()),
    ...(await benchCases()),
    ...(await benchClocks()),
    ...(await benchDocuments()),
  ];
  writeFileSync(join(import.meta.dirname, '..', 'bench', 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  for (const { name, value, unit, peer, ratio } of results) {
    console.log(`${name}: ${value.toFixed(2)} ${unit}, ${ratio.toFixed(3)} of ${peer}`);
  }
} else {
  for (const line of benchReading(messages)) console.log(line);
}
