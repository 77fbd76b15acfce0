/** The variable that holds the arguments of the CDK's CLI, a JSON list. */
export const ARGUMENTS_VARIABLE = 'WRIT_CDK_ARGUMENTS';

/** Loaded before the CLI: takes its arguments from the environment, where no list of processes shows them. */
const given = process.env[ARGUMENTS_VARIABLE];
if (given !== undefined) {
  process.argv.push(...JSON.parse(given));
  delete process.env[ARGUMENTS_VARIABLE];
}
