import { CASE_CLOCK_ENTRY_COMMAND } from './case-clock-entry.ts';
import { CASE_DECIDE_COMMAND } from './case-decide.ts';
import { CASE_HISTORY_COMMAND } from './case-history.ts';
import { CASE_KEEPING_COMMANDS } from './case-keeping.ts';
import { CASE_LIST_COMMAND } from './case-list.ts';
import { CASE_SHOW_COMMAND } from './case-show.ts';
import { CASE_WORK_COMMANDS } from './case-work.ts';
import type { Command } from './command.ts';

/** The commands with which a specialist works from a terminal (`WRIT_URL`, `WRIT_TOKEN`). */
export const CASE_COMMANDS: readonly Command[] = [
  CASE_LIST_COMMAND,
  CASE_SHOW_COMMAND,
  CASE_HISTORY_COMMAND,
  CASE_DECIDE_COMMAND,
  ...CASE_WORK_COMMANDS,
  CASE_CLOCK_ENTRY_COMMAND,
  ...CASE_KEEPING_COMMANDS,
];
