import { Duration } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  type ITableV2,
  ProjectionType,
  StreamViewType,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { KEY_BACKUP_DAYS } from '#domain/erasure';
import type { StageConfig } from '../config.ts';

/** Props of `Tables`. */
export interface TablesProps {
  readonly config: StageConfig;
}

/** The case table, the append-only audit table and the table of wrapped keys. */
export class Tables extends Construct {
  readonly cases: ITableV2;
  readonly audit: ITableV2;
  readonly keys: ITableV2;

  constructor(scope: Construct, id: string, { config }: TablesProps) {
    super(scope, id);
    const common = {
      billing: Billing.onDemand(),
      deletionProtection: config.deletionProtection,
      removalPolicy: config.removalPolicy,
    };
    this.cases = new TableV2(this, 'Cases', {
      ...common,
      partitionKey: string('pk'),
      sortKey: string('sk'),
      timeToLiveAttribute: 'expires',
      dynamoStream: StreamViewType.NEW_IMAGE,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      globalSecondaryIndexes: [
        { indexName: 'by-due', partitionKey: string('duePk'), sortKey: string('dueSk') },
        { indexName: 'by-basis-due', partitionKey: string('basisPk'), sortKey: string('dueSk') },
        {
          indexName: 'watch',
          partitionKey: string('watchPk'),
          sortKey: string('watchSk'),
          // Written with nearly every change, twice as its key moves, and read seldom: records would cost more than loading.
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
    });
    this.audit = new TableV2(this, 'Audit', {
      ...common,
      partitionKey: string('chain'),
      sortKey: { name: 'seq', type: AttributeType.NUMBER },
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      globalSecondaryIndexes: [
        {
          indexName: 'by-day',
          partitionKey: string('day'),
          sortKey: string('at'),
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: ['hash'],
        },
      ],
    });
    this.keys = new TableV2(this, 'Keys', {
      ...common,
      partitionKey: string('caseId'),
      sortKey: string('personId'),
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: Duration.days(KEY_BACKUP_DAYS).toDays(),
      },
    });
  }
}

function string(name: string): { name: string; type: AttributeType } {
  return { name, type: AttributeType.STRING };
}
