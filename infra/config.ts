import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** The stages by name. */
export type StageName = 'local' | 'dev' | 'staging' | 'production';

/** All that differs between stages; secrets and addresses are parameters of the stacks. */
export interface StageConfig {
  readonly stage: StageName;
  /** What becomes of tables, buckets and keys when their stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
  readonly deletionProtection: boolean;
  /** Whether even the account's root must wait for the end of a retention (compliance) or not (governance). */
  readonly objectLockMode: 'compliance' | 'governance';
  readonly objectLockRetention: Duration;
  readonly logRetention: RetentionDays;
}

const TEMPORARY = {
  removalPolicy: RemovalPolicy.DESTROY,
  deletionProtection: false,
  objectLockMode: 'governance',
  objectLockRetention: Duration.days(1),
  logRetention: RetentionDays.TWO_WEEKS,
} as const;

const STAGES: Readonly<Record<StageName, StageConfig>> = {
  local: { stage: 'local', ...TEMPORARY },
  dev: { stage: 'dev', ...TEMPORARY },
  staging: { stage: 'staging', ...TEMPORARY, logRetention: RetentionDays.ONE_MONTH },
  production: {
    stage: 'production',
    removalPolicy: RemovalPolicy.RETAIN,
    deletionProtection: true,
    objectLockMode: 'compliance',
    // Four years: the longest retention of a closed case in the catalogue.
    objectLockRetention: Duration.days(4 * 366),
    logRetention: RetentionDays.ONE_YEAR,
  },
};

/** The configuration of a stage. @throws TypeError when there is no stage of that name */
export function stageConfig(name: string): StageConfig {
  const found = Object.values(STAGES).find(({ stage }) => stage === name);
  if (found === undefined) throw new TypeError(`no stage ${name}; there are ${Object.keys(STAGES).join(', ')}`);
  return found;
}
