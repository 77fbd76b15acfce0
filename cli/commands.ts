import { AUDIT_PURGE_REPORT_COMMAND } from './audit-purge-report.ts';
import { AUDIT_VERIFY_COMMAND } from './audit-verify.ts';
import { CASE_COMMANDS } from './case-commands.ts';
import { CLOCK_COMMAND } from './clock.ts';
import type { Command } from './command.ts';
import { READ_MAIL_COMMAND } from './read-mail.ts';

/** The commands of `writ`, in the order in which its help lists them. */
export const COMMANDS: readonly Command[] = [
  CLOCK_COMMAND,
  READ_MAIL_COMMAND,
  AUDIT_VERIFY_COMMAND,
  AUDIT_PURGE_REPORT_COMMAND,
  ...CASE_COMMANDS,
];
