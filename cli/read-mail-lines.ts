import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { readMessage } from '#domain/reading/read-message';
import { readingLine } from '#domain/reading/reading-line';
import { UsageError } from './command.ts';
import type { Output } from './output.ts';

const Message = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** So many readings are written at once. */
const TOGETHER = 50;

/**
 * Reads a file of messages line by line and writes a reading for each. Exit code 1 when a line was no message; each such
 * line is named, and the others are read. @throws UsageError when there is no such file
 */
export async function readMailLines(path: string, output: Output): Promise<number> {
  const file = createReadStream(path);
  await opened(file, path);
  let [number, faults] = [0, 0];
  let written: string[] = [];
  for await (const line of createInterface({ input: file, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const message = parse(line);
    if (message === null) {
      faults += 1;
      output.error(`Line ${number} is no message: {"id","text"} as JSON is expected.\n`);
      continue;
    }
    written.push(`${JSON.stringify({ id: message.id, ...readingLine(readMessage(message.text)) })}\n`);
    if (written.length < TOGETHER) continue;
    output.result(written.join(''));
    written = [];
  }
  if (written.length > 0) output.result(written.join(''));
  return faults === 0 ? 0 : 1;
}

async function opened(file: ReturnType<typeof createReadStream>, path: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  file.once('open', () => resolve());
  file.once('error', (cause) => reject(new UsageError(`The messages ${path} cannot be read.`, { cause })));
  await promise;
}

function parse(line: string): z.infer<typeof Message> | null {
  try {
    return Message.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
