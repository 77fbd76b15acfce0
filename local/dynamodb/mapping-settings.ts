import { z } from 'zod';
import type { TemplateResource } from '../template/template.ts';

const Properties = z.object({
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  BatchSize: z.number().default(100),
  ParallelizationFactor: z.number().default(1),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: z.number().default(-1),
  FunctionResponseTypes: z.array(z.string()).default([]),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }).default({ Filters: [] }),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).optional(),
});

/** An event source mapping from a table's stream to a function. */
export interface MappingSettings {
  readonly name: string;
  readonly table: string;
  readonly streamArn: string;
  readonly functionName: string;
  /** Event patterns of which a record has to match one; every record matches when there are none. */
  readonly patterns: readonly unknown[];
  readonly batchSize: number;
  readonly lanes: number;
  readonly bisects: boolean;
  /** Infinity: retried until it succeeds. */
  readonly retries: number;
  readonly reportsItems: boolean;
  /** The ARN of the queue for records whose retries are used up. */
  readonly failureQueue: string | undefined;
}

/**
 * Reads an `AWS::Lambda::EventSourceMapping`; throws for a source other than a table's stream. The batching window and
 * the record age have no effect: records go out as soon as they are there.
 */
export function mappingSettings(resource: TemplateResource): MappingSettings {
  const properties = Properties.parse(resource.properties);
  const [, table] = /:table\/([^/]+)\/stream\//.exec(properties.EventSourceArn) ?? [];
  if (!table) {
    throw new Error(
      `${resource.name}: nothing on one machine reads ${properties.EventSourceArn}; serve it in local/dynamodb/`,
    );
  }
  return {
    name: resource.name,
    table,
    streamArn: properties.EventSourceArn,
    functionName: properties.FunctionName,
    patterns: properties.FilterCriteria.Filters.map(({ Pattern }) => JSON.parse(Pattern)),
    batchSize: properties.BatchSize,
    lanes: properties.ParallelizationFactor,
    bisects: properties.BisectBatchOnFunctionError,
    retries: properties.MaximumRetryAttempts < 0 ? Number.POSITIVE_INFINITY : properties.MaximumRetryAttempts,
    reportsItems: properties.FunctionResponseTypes.includes('ReportBatchItemFailures'),
    failureQueue: properties.DestinationConfig?.OnFailure?.Destination,
  };
}
