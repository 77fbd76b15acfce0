import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonFile, replaceFile } from '../files.ts';
import type { LoadedTemplate } from '../template/template.ts';
import { createDelivery, type DeliveryOptions } from './batch-delivery.ts';
import type { DatabaseCall } from './call.ts';
import { type EventSource, openEventSource } from './event-source.ts';
import { mappingSettings } from './mapping-settings.ts';
import { Checkpoint, openStream } from './stream-reader.ts';

/** What the template's event source mappings need. */
export interface StreamsOptions extends Omit<DeliveryOptions, 'settings'> {
  readonly template: LoadedTemplate;
  readonly call: DatabaseCall;
  /** Where each mapping keeps how far it has come. */
  readonly directory: string;
  /** Told in a line of faults that no caller sees. */
  readonly log: (line: string) => void;
}

/** Opens every event source mapping of the template; gives one handle for all. */
export async function openStreams(options: StreamsOptions): Promise<EventSource> {
  mkdirSync(options.directory, { recursive: true });
  const sources = await Promise.all(
    options.template.ofType('AWS::Lambda::EventSourceMapping').map(async (resource) => {
      const settings = mappingSettings(resource);
      const file = join(options.directory, `${settings.name}.json`);
      const reader = await openStream(options.call, settings.table, Checkpoint.optional().parse(readJsonFile(file)));
      const delivery = createDelivery({ ...options, settings });
      const keep = (checkpoint: Checkpoint): void => replaceFile(file, JSON.stringify(checkpoint));
      return openEventSource({ settings, reader, delivery, activity: options.activity, keep, log: options.log });
    }),
  );
  return {
    start() {
      for (const source of sources) source.start();
    },
    poke() {
      for (const source of sources) source.poke();
    },
    drain: async () => {
      await Promise.all(sources.map((source) => source.drain()));
    },
    close: async () => {
      await Promise.all(sources.map((source) => source.close()));
    },
  };
}
