import { type ActivityTracker, createActivity } from './activity.ts';
import { createClock, type DrivenClock } from './clock/clock.ts';
import { type DataDirectory, takeDataDirectory } from './data-directory.ts';
import { type Database, startDatabase } from './dynamodb/process.ts';
import { largestRequest } from './http/api-gateway.ts';
import { type Listener, openListener } from './http/listener.ts';

/** The longest body of an AWS call, in bytes: a file for S3. */
const largestUpload = 512 * 1024 * 1024;

/** What everything else in the runtime stands on. */
export interface Foundation {
  readonly data: DataDirectory;
  readonly clock: DrivenClock;
  readonly activity: ActivityTracker;
  readonly database: Database;
  /** The listener of the product and of `/_local`. */
  readonly publicListener: Listener;
  /** The listener of the AWS services. */
  readonly awsListener: Listener;
  readonly addresses: {
    readonly api: string;
    readonly aws: string;
    readonly issuer: string;
  };
  /** Runs when the runtime closes; the last one given runs first. */
  readonly onClose: (close: () => Promise<void> | void) => void;
  readonly close: () => Promise<void>;
}

/** How the foundation is laid. */
export interface FoundationOptions {
  readonly dataDirectory: string;
  /** The public port; 0 takes a free one. */
  readonly port: number;
  /** Where the driven clock starts (epoch milliseconds) when the directory knows no offset. */
  readonly startAt?: number | undefined;
  /** Any other DynamoDB in place of the embedded one. */
  readonly databaseEndpoint?: string | undefined;
}

/** Takes the data directory, starts clock and database and opens both listeners; undoes all of it when one fails. */
export async function layFoundation(options: FoundationOptions): Promise<Foundation> {
  const closers: (() => Promise<void> | void)[] = [];
  const close = async (): Promise<void> => {
    for (let next = closers.pop(); next; next = closers.pop()) await next();
  };
  try {
    const data = takeDataDirectory(options.dataDirectory);
    closers.push(() => data.release());
    const clock = createClock({ directory: data.path, startAt: options.startAt });
    closers.push(() => clock.close());
    const database = await startDatabase({ directory: data.path, endpoint: options.databaseEndpoint });
    closers.push(() => database.close());
    const publicListener = await openListener(options.port, largestRequest);
    closers.push(() => publicListener.close());
    const awsListener = await openListener(0, largestUpload);
    closers.push(() => awsListener.close());
    const { port } = publicListener;
    const addresses = {
      api: `http://localhost:${port}`,
      aws: `http://127.0.0.1:${awsListener.port}`,
      issuer: `http://127.0.0.1:${port}/_local/issuer`,
    };
    const onClose = (closer: () => Promise<void> | void): void => void closers.push(closer);
    return {
      data,
      clock,
      activity: createActivity(),
      database,
      publicListener,
      awsListener,
      addresses,
      onClose,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
