import { App, DefaultStackSynthesizer, Tags } from 'aws-cdk-lib';
import { stageConfig } from './config.ts';
import { stackNames } from './names.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { StorageStack } from './stacks/storage-stack.ts';
import { WorkflowStack } from './stacks/workflow-stack.ts';

/** A stack as synthesized. */
export interface SynthesizedStack {
  readonly stackName: string;
  readonly resources: number;
}

/** Looks at the whole app before it is synthesized. */
export type Check = (app: App) => void;

/**
 * Builds the app of a stage and synthesizes it into `outdir`; needs the bundles in `dist/` and no network.
 * @param check looks at the app first @default nothing is checked
 * @throws Error when `check` leaves a finding that nobody acknowledged
 */
export function synthesize(stage: string, outdir?: string, check?: Check): readonly SynthesizedStack[] {
  const config = stageConfig(stage);
  // The rule only repeats what the CDK CLI checks, with functions that nothing else in the template needs.
  const defaultStackSynthesizer = new DefaultStackSynthesizer({ generateBootstrapVersionRule: false });
  const app = new App({
    outdir,
    analyticsReporting: false,
    treeMetadata: false,
    defaultStackSynthesizer,
    // The library's own look at the finished templates takes as long as the rest together.
    builtinCloudFormationValidation: check !== undefined,
  });
  Tags.of(app).add('product', 'writ');
  Tags.of(app).add('stage', stage);
  const names = stackNames(config.stage);
  const storage = new StorageStack(app, names.storage, { config });
  new WorkflowStack(app, names.workflow, { config, storage });
  new ApiStack(app, names.api, { config, storage });
  check?.(app);
  return app.synth().stacks.map(({ stackName, template }) => ({
    stackName,
    resources: Object.keys(template.Resources ?? {}).length,
  }));
}

if (import.meta.main) synthesize(process.env['WRIT_STAGE'] ?? 'local', process.env['CDK_OUTDIR']);
