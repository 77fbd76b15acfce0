import * as z from 'zod';
import { checked, parsed } from './command-line.ts';

export const DEPLOY_HELP = `npm run deploy -- --stage <stage> [options]

Looks at the account first, says what would be created and what it costs at rest, asks, deploys with the CDK's CLI and
tries the deployment with one notice.

  --stage <stage>          dev, staging or production (infra/config.ts)
  --parameters <file>      JSON object of parameter values (docs/parameters.md); those left out stay as deployed
  --yes                    do not ask; production wants its name typed all the same
  --smoke <level>          none, receipt or sealed (the default): how far the notice of the smoke test goes
  --smoke-item <address>   the item on the platform that this notice complains of; nothing is done to it
  --take-over-mail         displace an active SES receipt rule set that is not ours
  --assembly <folder>      deploy what was synthesized there before, and build nothing
  --check                  stop after what would be done

The smoke test uses the credentials you deploy with. It makes a specialist in the user pool of the stage
(writ-smoke-…@<MailDomain>, with a password and a second factor that nobody keeps), signs in as that person, rejects the
notice and removes the person again. The notice names the mail service's simulator as its sender and says of itself that
it is a test; its case stays.

Exit status: 0 done; 1 a fault; 2 usage; 3 preflight refused; 4 not confirmed; 5 the deployment failed; 6 it is deployed
and the smoke test failed.`;

const Options = z.object({
  stage: z.string('Name a stage with --stage.'),
  parameters: z.string().optional(),
  yes: z.boolean().default(false),
  smoke: z.enum(['none', 'receipt', 'sealed'], '--smoke is none, receipt or sealed.').default('sealed'),
  'smoke-item': z.string().optional(),
  'take-over-mail': z.boolean().default(false),
  assembly: z.string().optional(),
  check: z.boolean().default(false),
  help: z.boolean().default(false),
});
export type DeployOptions = z.infer<typeof Options>;

/** Reads the command line. @returns null when help is asked for @throws UsageError in a sentence */
export function readDeployOptions(args: readonly string[]): DeployOptions | null {
  const values = parsed(args, {
    stage: { type: 'string' },
    parameters: { type: 'string' },
    yes: { type: 'boolean' },
    smoke: { type: 'string' },
    'smoke-item': { type: 'string' },
    'take-over-mail': { type: 'boolean' },
    assembly: { type: 'string' },
    check: { type: 'boolean' },
    help: { type: 'boolean' },
  });
  if (values['help'] === true) return null;
  return checked(Options, values);
}
