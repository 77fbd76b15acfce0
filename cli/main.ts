#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import process from 'node:process';

/** What a shell reports of a program that SIGPIPE ended: 128 and the number of the signal. */
const NOBODY_READS = 141;

// Compiling takes most of the time of a short command: the second call finds what the first one compiled.
enableCompileCache();
const { COMMANDS } = await import('./commands.ts');
const { runWrit } = await import('./run-writ.ts');

// Whoever reads may have seen enough, as `head` has: that is no fault to report.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(NOBODY_READS);
});

process.exitCode = await runWrit(COMMANDS, process.argv.slice(2), process.env, {
  result: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
});
