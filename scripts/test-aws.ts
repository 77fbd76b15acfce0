import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../infra/app.ts';
import { checkDeployment, DEPLOYED_STAGE } from './aws/check-deployment.ts';
import { CheckReport } from './aws/check-report.ts';
import { lintTemplates } from './aws/lint-templates.ts';
import { type Ministack, startMinistack } from './aws/ministack.ts';
import { startOutsideWorld } from './aws/outside-world.ts';
import { type PythonTools, pythonTools, ToolsNotInstalledError } from './aws/python-tools.ts';
import { assembleProduct } from './product.ts';

/** The exit status that says: nothing was tested here. */
const NOT_RUN = 3;

const tools = await installed();
const startedAt = Date.now();
const folder = mkdtempSync(join(tmpdir(), 'writ-aws-'));
const report = new CheckReport((line) => console.log(line));
try {
  await run();
} catch (error) {
  await report.check('the checks ran to their end', () => Promise.reject(error));
}
if (report.failed > 0) console.log(`The log and the data of ministack are in ${folder}.`);
else rmSync(folder, { recursive: true, force: true });
console.log(`The checks took ${Math.round((Date.now() - startedAt) / 1_000)} s.`);
console.log(report.summary());
process.exit(report.failed > 0 ? 1 : 0);

/** Synthesizes, lints, deploys and checks; the servers are stopped in any case. */
async function run(): Promise<void> {
  const assembly = join(folder, 'cdk.out');
  const production = join(folder, 'cdk.out.production');
  await assembleProduct(assembly, DEPLOYED_STAGE);
  synthesize('production', production);
  await report.check('cfn-lint finds no error in the templates', () => lintTemplates(tools, [assembly, production]));
  const outside = await startOutsideWorld(folder);
  const ministack = await startMinistack(tools, join(folder, 'ministack'));
  stopOnSignal(ministack);
  try {
    await checkDeployment(report, { ministack, outside, assembly, programs: tools.folder, folder });
  } finally {
    await ministack.stop();
    await outside.close();
  }
}

async function installed(): Promise<PythonTools> {
  try {
    return await pythonTools(join(import.meta.dirname, '..', '.venv'));
  } catch (error) {
    if (!(error instanceof ToolsNotInstalledError)) throw error;
    console.error(error.message);
    process.exit(NOT_RUN);
  }
}

/** An interrupted run leaves no server behind. */
function stopOnSignal(running: Ministack): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void running.stop().finally(() => process.exit(1));
    });
  }
}
