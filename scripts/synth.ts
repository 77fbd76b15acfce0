import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { synthesize } from '../infra/app.ts';
import { buildFunctions } from './build-functions.ts';
import { buildPages } from './build-pages.ts';
import { checkTemplates } from './check-templates.ts';

const root = join(import.meta.dirname, '..');
const outdir = join(root, 'cdk.out');
const stage = process.argv[2] ?? 'local';

const [names] = await Promise.all([buildFunctions(root), buildPages(root)]);
const stacks = synthesize(stage, outdir, (app) => Validations.of(app).addPlugins(new AwsSolutionsChecks(app)));
const faults = checkTemplates(outdir);
console.log(`${names.length} functions built; stage ${stage} synthesized into cdk.out:`);
for (const { stackName, resources } of stacks) console.log(`  ${stackName}: ${resources} resources`);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
