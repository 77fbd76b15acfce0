import * as z from 'zod';
import { checked, parsed } from '../deploy/command-line.ts';

export const UNDELIVERED_HELP = `npm run undelivered -- --stage <stage> --queue <queue> [options]

Lists what waits in a queue of failures: the cases, and what was to be done for them. Nobody's address is shown.

  --stage <stage>   dev, staging or production (infra/config.ts)
  --queue <queue>   events: ends of executions and fates of mails; outbox: what changes of cases asked for
  --retake          give each message to its function again, and remove it once it was taken
  --save <file>     write the messages to a new file, a JSON object a line; those of events may name people
  --remove          remove the messages although nothing took them; only with --save

Exit status: 0 done, an empty queue too; 1 a fault; 2 usage; 3 refused; 5 something was not taken again, and waits on.`;

const Options = z
  .object({
    stage: z.string('Name a stage with --stage.'),
    queue: z.enum(['events', 'outbox'], '--queue is events or outbox.'),
    retake: z.boolean().default(false),
    save: z.string().optional(),
    remove: z.boolean().default(false),
  })
  .refine(({ save, remove }) => !remove || save !== undefined, '--remove needs --save: what is removed is gone.')
  .refine(({ retake, remove }) => !(retake && remove), 'Give --retake or --remove, not both.');
export type UndeliveredOptions = z.infer<typeof Options>;

/** Reads the command line. @returns null when help is asked for @throws UsageError in a sentence */
export function readUndeliveredOptions(args: readonly string[]): UndeliveredOptions | null {
  const values = parsed(args, {
    stage: { type: 'string' },
    queue: { type: 'string' },
    retake: { type: 'boolean' },
    save: { type: 'string' },
    remove: { type: 'boolean' },
    help: { type: 'boolean' },
  });
  return values['help'] === true ? null : checked(Options, values);
}
