import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type LogGroup } from 'aws-cdk-lib/aws-logs';
import { AUDIT_CONTRADICTED, DEADLINE_AT_RISK } from '../../functions/ports/log-codes.ts';
import type { StageConfig } from '../config.ts';

/** The lines that are counted, by the name of their metric. */
const COUNTED = { DeadlineAtRisk: DEADLINE_AT_RISK, AuditContradicted: AUDIT_CONTRADICTED } as const;

/** The name of a metric that counts lines. */
export type CountedLine = keyof typeof COUNTED;

/** Counts the lines of a log that hold the code of `name`. */
export function countLines(logGroup: LogGroup, { stage }: StageConfig, name: CountedLine): void {
  logGroup.addMetricFilter(name, {
    filterPattern: FilterPattern.stringValue('$.code', '=', COUNTED[name]),
    metricNamespace: namespaceOf(stage),
    metricName: name,
  });
}

/** How many such lines a minute had, in whichever stack their log lies. */
export function countedLines({ stage }: StageConfig, name: CountedLine): Metric {
  return new Metric({
    namespace: namespaceOf(stage),
    metricName: name,
    period: Duration.minutes(1),
    statistic: 'Sum',
  });
}

function namespaceOf(stage: string): string {
  return `Writ/${stage}`;
}
