import { stageConfig } from '../../infra/config.ts';
import type { AssemblyFacts, Facts, Wishes } from '../../scripts/deploy/facts.ts';
import { parseTemplate, type StackTemplate } from '../../scripts/templates.ts';

const PARAMETERS = ['PlatformUrl', 'MailDomain', 'MailFrom'];

/** A template with parameters and resources, as synthesized. */
export function template(name: string, resources: object, parameters: readonly string[] = []): StackTemplate {
  const Parameters = Object.fromEntries(
    parameters.map((parameter) => [parameter, { Type: 'String', Description: `The ${parameter}` }]),
  );
  return parseTemplate(name, JSON.stringify({ Parameters, Resources: resources }));
}

/** An assembly of one stack. */
export function assembly(resources: object = {}): AssemblyFacts {
  const stage = {
    Type: 'AWS::ApiGatewayV2::Stage',
    Properties: { DefaultRouteSettings: { ThrottlingRateLimit: 500 } },
  };
  return { stacks: [template('writ-dev-api', { Stage: stage, ...resources }, PARAMETERS)], missingBundles: [] };
}

/** What is wished for a deployment of dev in which all is well. */
export const WISHES: Wishes = {
  stage: 'dev',
  values: { PlatformUrl: 'https://platform.example', MailDomain: 'writ.example', MailFrom: 'legal@writ.example' },
  takeOverMail: false,
  smoke: 'sealed',
  smokeItem: 'https://platform.example/tracks/smoke',
  environmentRegion: undefined,
};

const known = <T>(value: T) => ({ known: true, value }) as const;

/** An account and an assembly with which all is well. */
export function healthyFacts(): Facts {
  return {
    wishes: WISHES,
    config: stageConfig('dev'),
    assembly: assembly(),
    identity: known({ account: '111122223333', arn: 'arn:aws:iam::111122223333:user/ada' }),
    bootstrapVersion: known(28),
    stacks: known([
      {
        name: 'writ-dev-api',
        status: 'UPDATE_COMPLETE',
        parameters: {},
        template: template('writ-dev-api', { Domain: { Type: 'AWS::SES::EmailIdentity' } }),
        physicalIds: new Map([['Domain', 'writ.example']]),
      },
    ]),
    functionConcurrency: known(1_000),
    workflowQuotas: known(new Map([['StartExecution throttle token refill rate per second', 150]])),
    mail: known({ production: true, sending: true, enforcement: 'HEALTHY', dailyQuota: 50_000, sentToday: 10 }),
    mailIdentity: known({ verified: true }),
    activeRuleSet: known(null),
  };
}
