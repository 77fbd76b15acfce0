import type { StageConfig } from '../../infra/config.ts';
import type { StackTemplate } from '../templates.ts';
import type { Asked } from './asked.ts';

/** How far the smoke test goes: not at all, until a notice is taken and withdrawn, or until its audit is sealed. */
export type SmokeLevel = 'none' | 'receipt' | 'sealed';

/** What was asked for on the command line. */
export interface Wishes {
  readonly stage: string;
  /** Values of parameters, from the file that was named. */
  readonly values: Readonly<Record<string, string>>;
  readonly takeOverMail: boolean;
  readonly smoke: SmokeLevel;
  /** The item of the platform that the smoke test complains of. */
  readonly smokeItem: string | undefined;
  /** The region that the environment names. */
  readonly environmentRegion: string | undefined;
}

/** A stack as it stands in the account. */
export interface DeployedStack {
  readonly name: string;
  readonly status: string;
  /** Its parameters; those that are secret have stars for a value. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The template it was last deployed from. */
  readonly template: StackTemplate;
  /** Physical ids by logical id. */
  readonly physicalIds: ReadonlyMap<string, string>;
}

/** The mail service's word on this account in this region. */
export interface MailAccount {
  /** Whether mail reaches anybody, or verified addresses only (the sandbox). */
  readonly production: boolean;
  readonly sending: boolean;
  /** HEALTHY, PROBATION or SHUTDOWN. */
  readonly enforcement: string;
  /** Mails in 24 hours; -1 is without limit. */
  readonly dailyQuota: number;
  readonly sentToday: number;
}

/** The deployed functions that a template names and that no asset holds, and all else that is known of the assembly. */
export interface AssemblyFacts {
  readonly stacks: readonly StackTemplate[];
  /** Functions whose bundle is not in the assembly. */
  readonly missingBundles: readonly string[];
}

/** What AWS says of the account and region, each with its reason where there is no answer. */
export interface CloudFacts {
  readonly identity: Asked<{ readonly account: string; readonly arn: string }>;
  /** Version of the bootstrap; null where there is none. */
  readonly bootstrapVersion: Asked<number | null>;
  /** The stacks of the stage that there are. */
  readonly stacks: Asked<readonly DeployedStack[]>;
  /** How many functions may run at once in the account. */
  readonly functionConcurrency: Asked<number>;
  /** Applied quotas of Step Functions by their name. */
  readonly workflowQuotas: Asked<ReadonlyMap<string, number>>;
  readonly mail: Asked<MailAccount>;
  /** The sending identity of the domain, whether it may send; null where there is none. */
  readonly mailIdentity: Asked<{ readonly verified: boolean } | null>;
  /** The receipt rule set that is active; null where none is. */
  readonly activeRuleSet: Asked<string | null>;
}

/** All that preflight judges. */
export interface Facts extends CloudFacts {
  readonly wishes: Wishes;
  /** Null where there is no such stage. */
  readonly config: StageConfig | null;
  /** Null where nothing could be synthesized because the stage is unknown. */
  readonly assembly: AssemblyFacts | null;
}
