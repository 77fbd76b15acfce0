import { zipSync } from 'fflate';
import { type BundleParts, type BundleTools, buildBundle } from '#domain/bundle';

const TOO_LARGE = 'left out of this bundle because an answer of this size cannot be sent: ask for it by its name';

/** One part of a bundle that may be left out, with its size. */
interface Removable {
  readonly bytes: number;
  readonly remove: (parts: BundleParts) => BundleParts;
}

/**
 * The bundle as a zip file of at most `most` bytes: the largest documents, then the largest payloads, are left out by
 * name until it fits. Null when even the rest is too large.
 */
export async function fittedBundle(parts: BundleParts, tools: BundleTools, most: number): Promise<Uint8Array | null> {
  const removable = [...documentsOf(parts), ...payloadsOf(parts)];
  let fitting = parts;
  for (;;) {
    const entries = await buildBundle(fitting, tools);
    const zip = zipSync(Object.fromEntries(entries.map(({ name, bytes }) => [name, bytes])), { level: 6 });
    if (zip.length <= most) return zip;
    if (removable.length === 0) return null;
    for (let freed = 0; freed < zip.length - most && removable.length > 0; ) {
      const largest = removable.shift();
      freed += largest?.bytes ?? 0;
      fitting = largest?.remove(fitting) ?? fitting;
    }
  }
}

function documentsOf(parts: BundleParts): readonly Removable[] {
  const largestFirst = parts.documents.toSorted((one, other) => other.bytes.length - one.bytes.length);
  return largestFirst.map(({ name, bytes }) => ({
    bytes: bytes.length,
    remove: (rest) => ({
      ...rest,
      documents: rest.documents.filter((document) => document.name !== name),
      withheld: {
        ...rest.withheld,
        documents: [...rest.withheld.documents, { document: name, reason: 'withheld', ground: TOO_LARGE }],
      },
    }),
  }));
}

function payloadsOf(parts: BundleParts): readonly Removable[] {
  const sized = parts.payloads.map(({ payloadId, ...content }) => ({
    payloadId,
    bytes: JSON.stringify(content).length,
  }));
  const largestFirst = sized.toSorted((one, other) => other.bytes - one.bytes);
  return largestFirst.map(({ payloadId, bytes }) => ({
    bytes,
    remove: (rest) => ({
      ...rest,
      payloads: rest.payloads.filter((payload) => payload.payloadId !== payloadId),
      withheld: {
        ...rest.withheld,
        payloads: [...rest.withheld.payloads, { payloadId, reason: 'withheld', ground: TOO_LARGE }],
      },
    }),
  }));
}
