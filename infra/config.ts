import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** The stages by name. */
export type StageName = 'local' | 'dev' | 'staging' | 'production';

/** The parameters of the stacks that are no secret: their values may stand in a stage's data. */
export type OpenParameter =
  | 'LoginPrefix'
  | 'MailDomain'
  | 'MailFrom'
  | 'OnCallUrl'
  | 'PartnerUrl'
  | 'PlatformAddress'
  | 'PlatformName'
  | 'PlatformUrl'
  | 'PublicUrl';

/** All that differs between stages; what is not known here, and every secret, is a parameter of the stacks. */
export interface StageConfig {
  readonly stage: StageName;
  /** Whether it is deployed to AWS at all, or only ever runs on one machine. */
  readonly deployed: boolean;
  /** The only account it may be deployed to. @default whichever the credentials belong to */
  readonly account?: string;
  /** The only region it may be deployed to. */
  readonly region: string;
  /** Values of parameters that are known: domain, sender, addresses. @default none */
  readonly parameters?: Readonly<Partial<Record<OpenParameter, string>>>;
  /** Whether somebody has to type its name before it is changed or destroyed. */
  readonly confirmByName: boolean;
  /** Where the runbooks are that alarms link: a path of the repository, or an address. */
  readonly runbooks: string;
  /** What becomes of tables, buckets and keys when their stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
  readonly deletionProtection: boolean;
  /** Whether even the account's root must wait for the end of a retention (compliance) or not (governance). */
  readonly objectLockMode: 'compliance' | 'governance';
  readonly objectLockRetention: Duration;
  readonly logRetention: RetentionDays;
}

const COMMON = { deployed: true, region: 'eu-central-1', runbooks: 'docs/runbooks' } as const;

const TEMPORARY = {
  ...COMMON,
  confirmByName: false,
  removalPolicy: RemovalPolicy.DESTROY,
  deletionProtection: false,
  objectLockMode: 'governance',
  objectLockRetention: Duration.days(1),
  logRetention: RetentionDays.TWO_WEEKS,
} as const;

const STAGES: Readonly<Record<StageName, StageConfig>> = {
  local: { stage: 'local', ...TEMPORARY, deployed: false },
  dev: { stage: 'dev', ...TEMPORARY },
  staging: { stage: 'staging', ...TEMPORARY, logRetention: RetentionDays.ONE_MONTH },
  production: {
    stage: 'production',
    ...COMMON,
    confirmByName: true,
    removalPolicy: RemovalPolicy.RETAIN,
    deletionProtection: true,
    objectLockMode: 'compliance',
    // Four years: the longest retention of a closed case in the catalogue.
    objectLockRetention: Duration.days(4 * 366),
    logRetention: RetentionDays.ONE_YEAR,
  },
};

/** The stages that are deployed to AWS. */
export const DEPLOYED_STAGES: readonly StageName[] = Object.values(STAGES)
  .filter(({ deployed }) => deployed)
  .map(({ stage }) => stage);

/** The configuration of a stage. @throws TypeError when there is no stage of that name */
export function stageConfig(name: string): StageConfig {
  const found = Object.values(STAGES).find(({ stage }) => stage === name);
  if (found === undefined) throw new TypeError(`no stage ${name}; there are ${Object.keys(STAGES).join(', ')}`);
  return found;
}
