import { DatabaseSync } from 'node:sqlite';

/** How long another writer may hold the file, in milliseconds. */
const longestWait = 5_000;

const Exists = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '_stream_records'";
const Indexes = `
  CREATE INDEX IF NOT EXISTS writ_stream_order ON _stream_records (table_name, CAST(sequence_number AS INTEGER));
  CREATE INDEX IF NOT EXISTS writ_stream_range ON _stream_records (table_name, shard_id, sequence_number);`;

/**
 * Gives the embedded database's list of stream records the indexes it lacks. Without them each write to a table with
 * a stream reads every record kept so far, and writing slows down with every case.
 * @param file the database's own file, while it is idle
 */
export function indexStreamRecords(file: string): void {
  const database = new DatabaseSync(file, { timeout: longestWait });
  try {
    if (database.prepare(Exists).get() !== undefined) database.exec(Indexes);
  } finally {
    database.close();
  }
}
