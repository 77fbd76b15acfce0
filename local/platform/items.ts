import type { ContentReference } from '#domain/item';

/** Who uploaded an item, as the platform's management API tells it. */
export interface Uploader {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: 'en' | 'de';
  readonly country: string;
}

/** An item of the demo platform, without its restrictions. */
export interface PlatformItem {
  readonly kind: ContentReference['kind'];
  readonly id: string;
  readonly title: string;
  readonly components: readonly string[];
  /** Since when it is there. */
  readonly publishedAt: string;
  readonly uploader: Uploader;
}

const COMPONENTS = {
  tracks: ['audio', 'title', 'artwork', 'lyrics', 'description', 'profile', 'account'],
  podcasts: ['audio', 'title', 'artwork', 'transcript', 'description', 'profile', 'account'],
  comments: ['title', 'description', 'profile', 'account'],
} as const;

/** Everything went up half an hour before midnight in London, which is the next day in Berlin. */
const PUBLISHED_AT = '2026-03-01T23:30:00Z';

const ANNA = uploader('anna', 'Anna Adler', 'de', 'DE');
const BEN = uploader('ben', 'Ben Baker', 'en', 'GB');
const CHIARA = uploader('chiara', 'Chiara Conti', 'en', 'IT');
const DAVID = uploader('david', 'David Dietz', 'de', 'AT');

const SEEDED: readonly PlatformItem[] = [
  item('tracks', 'trk-1001', 'Nachtzug nach Norden', ANNA),
  item('tracks', 'trk-1002', 'Borrowed Refrain', BEN),
  item('tracks', 'trk-1003', 'Marktplatz (Live)', DAVID),
  item('podcasts', 'pod-2001', 'Hour of the Wolf, episode 12', CHIARA),
  item('comments', 'cmt-3001', 'Comment on "Borrowed Refrain"', ANNA),
];

/** Finds an item by kind and id: one of the seeded ones, or `trk-bulk-<number>`, of which there are as many as asked for. */
export function findItem(kind: string, id: string): PlatformItem | undefined {
  const seeded = SEEDED.find((candidate) => candidate.kind === kind && candidate.id === id);
  if (seeded !== undefined) return seeded;
  const number = /^trk-bulk-(\d{1,9})$/.exec(id)?.[1];
  if (number === undefined || kind !== 'tracks') return undefined;
  return item('tracks', id, `Bulk upload ${number}`, Number(number) % 2 === 0 ? ANNA : BEN);
}

function item(kind: PlatformItem['kind'], id: string, title: string, by: Uploader): PlatformItem {
  return { kind, id, title, components: COMPONENTS[kind], publishedAt: PUBLISHED_AT, uploader: by };
}

function uploader(id: string, name: string, language: 'en' | 'de', country: string): Uploader {
  return { id: `upl-${id}`, name, email: `uploader-${id}@uploads.example`, language, country };
}
