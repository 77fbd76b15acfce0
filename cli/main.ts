#!/usr/bin/env node
import process from 'node:process';
import { AUDIT_VERIFY_COMMAND } from './audit-verify.ts';
import { CASE_COMMANDS } from './case-commands.ts';
import { CLOCK_COMMAND } from './clock.ts';
import type { Command } from './command.ts';
import { runWrit } from './run-writ.ts';

/** The commands of `writ`, in the order in which its help lists them. */
const COMMANDS: readonly Command[] = [CLOCK_COMMAND, AUDIT_VERIFY_COMMAND, ...CASE_COMMANDS];

process.exitCode = await runWrit(COMMANDS, process.argv.slice(2), process.env, {
  result: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
});
