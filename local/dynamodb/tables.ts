import { z } from 'zod';
import type { Activity, LocalClock } from '../ports.ts';
import type { LoadedTemplate } from '../template/template.ts';
import { type DatabaseCall, DatabaseError } from './call.ts';

/** How often expired items are looked for, in milliseconds of the driven clock. */
const sweepEvery = 6 * 3_600_000;

const Index = z.object({ IndexName: z.string().min(3), KeySchema: z.unknown(), Projection: z.unknown() });
const Properties = z.object({
  AttributeDefinitions: z.unknown(),
  KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.string() })),
  GlobalSecondaryIndexes: z.array(Index).optional(),
  LocalSecondaryIndexes: z.array(Index).optional(),
  StreamSpecification: z.object({ StreamViewType: z.string() }).optional(),
  TimeToLiveSpecification: z.object({ AttributeName: z.string().optional(), Enabled: z.boolean() }).optional(),
});
type Properties = z.infer<typeof Properties>;
const Page = z.object({
  Items: z.array(z.record(z.string(), z.unknown())),
  LastEvaluatedKey: z.record(z.string(), z.unknown()).optional(),
});

/** The time-to-live rule of a table. */
interface Expiry {
  readonly table: string;
  readonly keys: readonly string[];
  readonly attribute: string;
}

async function createTable(call: DatabaseCall, name: string, properties: Properties): Promise<void> {
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, LocalSecondaryIndexes, StreamSpecification } =
    properties;
  try {
    await call('CreateTable', {
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions,
      KeySchema,
      GlobalSecondaryIndexes,
      LocalSecondaryIndexes,
      StreamSpecification: StreamSpecification && { StreamEnabled: true, ...StreamSpecification },
    });
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== 'ResourceInUseException') throw error;
  }
}

/** Creates the template's tables that are not there yet; returns the time-to-live rules to be swept. */
export async function createTables(call: DatabaseCall, template: LoadedTemplate): Promise<readonly Expiry[]> {
  const tables = template.ofType('AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table');
  const expiries = await Promise.all(
    tables.map(async (resource): Promise<Expiry[]> => {
      const properties = Properties.parse(resource.properties);
      await createTable(call, resource.name, properties);
      const { Enabled = false, AttributeName } = properties.TimeToLiveSpecification ?? {};
      const keys = properties.KeySchema.map((key) => key.AttributeName);
      return Enabled && AttributeName ? [{ table: resource.name, keys, attribute: AttributeName }] : [];
    }),
  );
  return expiries.flat();
}

async function sweep(call: DatabaseCall, { table, keys, attribute }: Expiry, now: number): Promise<void> {
  const names = Object.fromEntries(keys.map((key, index) => [`#k${index}`, key]));
  let from: Record<string, unknown> | undefined;
  do {
    const page = Page.parse(
      await call('Scan', {
        TableName: table,
        Limit: 500,
        ExclusiveStartKey: from,
        ProjectionExpression: Object.keys(names).join(','),
        FilterExpression: '#ttl < :now',
        ExpressionAttributeNames: { ...names, '#ttl': attribute },
        ExpressionAttributeValues: { ':now': { N: String(Math.floor(now / 1000)) } },
      }),
    );
    for (const Key of page.Items) await call('DeleteItem', { TableName: table, Key });
    from = page.LastEvaluatedKey;
  } while (from);
}

/** Deletes expired items now and then by the driven clock, as the embedded database does not; returns the stop. */
export function sweepExpired(
  call: DatabaseCall,
  expiries: readonly Expiry[],
  { clock, activity }: { readonly clock: LocalClock; readonly activity: Activity },
): () => void {
  let cancel = (): void => undefined;
  const run = async (): Promise<void> => {
    const end = activity.begin('time-to-live sweep');
    try {
      for (const expiry of expiries) await sweep(call, expiry, clock.now());
    } catch {
      // A database that is just restarting is swept the next time.
    } finally {
      end();
    }
  };
  const arm = (): void => {
    cancel = clock.setTimer(clock.now() + sweepEvery, () => {
      arm();
      void run();
    });
  };
  if (expiries.length > 0) arm();
  return () => cancel();
}
