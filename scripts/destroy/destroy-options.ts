import * as z from 'zod';
import { checked, parsed } from '../deploy/command-line.ts';

export const DESTROY_HELP = `npm run destroy -- --stage <stage> [options]

Lists what would go and what the law or a lock keeps, asks, removes the stacks of the stage, and says what is left and how
to remove that later.

  --stage <stage>      dev, staging or production (infra/config.ts)
  --yes                do not ask; production wants its name typed all the same
  --with-open-cases    go on although cases are open: their deadlines go on as well, and nobody is reminded of them
  --check              stop after the list

Exit status: 0 done; 1 a fault; 2 usage; 3 refused; 4 not confirmed; 5 a stack could not be removed.`;

const Options = z.object({
  stage: z.string('Name a stage with --stage.'),
  yes: z.boolean().default(false),
  'with-open-cases': z.boolean().default(false),
  check: z.boolean().default(false),
});
export type DestroyOptions = z.infer<typeof Options>;

/** Reads the command line. @returns null when help is asked for @throws UsageError in a sentence */
export function readDestroyOptions(args: readonly string[]): DestroyOptions | null {
  const values = parsed(args, {
    stage: { type: 'string' },
    yes: { type: 'boolean' },
    'with-open-cases': { type: 'boolean' },
    check: { type: 'boolean' },
    help: { type: 'boolean' },
  });
  return values['help'] === true ? null : checked(Options, values);
}
