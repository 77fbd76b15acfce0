import { DEPLOYED_STAGES } from '../../infra/config.ts';
import type { Facts } from './facts.ts';
import { type Finding, note, stop } from './finding.ts';
import { RECEIVING_REGIONS } from './receiving-regions.ts';

/** The bootstrap that the templates' synthesizer needs; the CLI checks the same. */
const LEAST_BOOTSTRAP = 6;

/** What is known of the place to deploy to. */
export interface PlaceFacts extends Pick<Facts, 'identity' | 'config'> {
  readonly wishes: Pick<Facts['wishes'], 'stage' | 'environmentRegion'>;
}

/** Whether there is such a stage, and whether it is one that is deployed. */
export function judgeStage({ wishes: { stage }, config }: PlaceFacts): readonly Finding[] {
  const stages = DEPLOYED_STAGES.join(', ');
  if (config === null) {
    return [stop('stage', `There is no stage ${stage}: name one of ${stages}, or add it to infra/config.ts.`)];
  }
  if (config.deployed) return [];
  return [
    stop('stage', `The stage ${stage} runs on one machine: start it with \`npm start\`, or deploy one of ${stages}.`),
  ];
}

/** Whether AWS knows who calls. */
export function judgeCredentials({ identity }: PlaceFacts): readonly Finding[] {
  if (identity.known) return [];
  return [
    stop(
      'credentials',
      `AWS does not accept the credentials (${identity.reason}): sign in, for example with \`aws sso login\`, and name the profile in AWS_PROFILE.`,
    ),
  ];
}

/** Whether it is the account of the stage. */
export function judgeAccount({ identity, config }: PlaceFacts): readonly Finding[] {
  if (!identity.known || config?.account === undefined || config.account === identity.value.account) return [];
  return [
    stop(
      'account',
      `The credentials belong to the account ${identity.value.account}, but the stage ${config.stage} lives in ${config.account}: use a profile of that account, or change the stage in infra/config.ts.`,
    ),
  ];
}

/** Whether it is the region of the stage, and one in which mail can be received. */
export function judgeRegion({ config, wishes: { environmentRegion } }: PlaceFacts): readonly Finding[] {
  if (config === null) return [];
  const { region, stage } = config;
  const findings: Finding[] = [];
  if (environmentRegion !== undefined && environmentRegion !== region) {
    findings.push(
      stop(
        'region',
        `AWS_REGION says ${environmentRegion}, but the stage ${stage} lives in ${region}: unset it, or change the stage in infra/config.ts.`,
      ),
    );
  }
  if (!RECEIVING_REGIONS.has(region)) {
    findings.push(
      stop(
        'region',
        `SES receives no mail in ${region}: give the stage ${stage} one of ${[...RECEIVING_REGIONS].join(', ')} in infra/config.ts.`,
      ),
    );
  }
  return findings;
}

/** Whether the account and region were prepared for the CDK. */
export function judgeBootstrap({ bootstrapVersion: asked, identity, config }: Facts): readonly Finding[] {
  if (config === null) return [];
  const place = `aws://${identity.known ? identity.value.account : '<account>'}/${config.region}`;
  const command = `\`npx cdk bootstrap ${place}\``;
  if (!asked.known) {
    return [note('bootstrap', `Whether the CDK was bootstrapped could not be asked (${asked.reason}).`)];
  }
  if (asked.value === null) {
    return [stop('bootstrap', `${place} was never bootstrapped for the CDK: run ${command}.`)];
  }
  if (asked.value >= LEAST_BOOTSTRAP) return [];
  return [
    stop(
      'bootstrap',
      `The CDK's bootstrap of ${place} is version ${asked.value}, and ${LEAST_BOOTSTRAP} is needed: run ${command} again.`,
    ),
  ];
}
