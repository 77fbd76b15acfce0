#!/usr/bin/env node
import process from 'node:process';
import { COMMANDS } from './commands.ts';
import { runWrit } from './run-writ.ts';

process.exitCode = await runWrit(COMMANDS, process.argv.slice(2), process.env, {
  result: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
});
