import { fdatasync, write } from 'node:fs';
import { promisify } from 'node:util';

const writeAll = promisify(write);

/** The two calls that put bytes on the disk; tests count and fail them. */
export interface DiskCalls {
  write(descriptor: number, bytes: Buffer): Promise<number>;
  sync(descriptor: number): Promise<void>;
}

/** The real ones. */
export const diskCalls: DiskCalls = {
  write: async (descriptor, bytes) => {
    const { bytesWritten } = await writeAll(descriptor, bytes);
    return bytesWritten;
  },
  sync: promisify(fdatasync),
};

interface Batch {
  readonly texts: string[];
  readonly executions: Set<number>;
  readonly done: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Gives the file for the next write, told how many bytes of which executions go into it. */
export type Target = (bytes: number, executions: ReadonlySet<number>) => number;

/**
 * Appends lines and makes them durable in groups: whatever comes in while the disk is busy goes out with the next
 * write and one sync. After a failed write nothing is acknowledged any more, since the file's end is unknown.
 */
export class GroupCommit {
  private batch: Batch = newBatch();
  private flushing = false;
  private inFlight: Promise<void> = Promise.resolve();
  private readonly disk: DiskCalls;
  private readonly target: Target;
  private readonly onFailure: (error: unknown) => void;

  constructor(disk: DiskCalls, target: Target, onFailure: (error: unknown) => void) {
    this.disk = disk;
    this.target = target;
    this.onFailure = onFailure;
  }

  /** Adds a line; it is on disk when `durable()`, called after this, resolves. */
  append(execution: number, line: string): void {
    this.batch.texts.push(line);
    this.batch.executions.add(execution);
    if (!this.flushing) {
      this.flushing = true;
      setImmediate(() => void this.flush());
    }
  }

  /** Resolves when every line appended so far is on disk. */
  durable(): Promise<void> {
    return this.batch.texts.length > 0 ? this.batch.done : this.inFlight;
  }

  private async flush(): Promise<void> {
    while (this.batch.texts.length > 0) {
      const batch = this.batch;
      this.batch = newBatch();
      this.inFlight = batch.done;
      try {
        await this.commit(Buffer.from(`${batch.texts.join('\n')}\n`, 'utf8'), batch.executions);
        batch.resolve();
      } catch (error) {
        batch.reject(error);
        this.onFailure(error);
        return;
      }
    }
    this.flushing = false;
  }

  private async commit(bytes: Buffer, executions: ReadonlySet<number>): Promise<void> {
    const descriptor = this.target(bytes.length, executions);
    let rest = bytes;
    while (rest.length > 0) rest = rest.subarray(await this.disk.write(descriptor, rest));
    await this.disk.sync(descriptor);
  }
}

function newBatch(): Batch {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  promise.catch(() => undefined);
  return { texts: [], executions: new Set(), done: promise, resolve, reject };
}
