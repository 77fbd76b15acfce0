import { type Completeness, judgeCompleteness } from '#domain/completeness';
import { detectDanger } from '#domain/danger';
import { elementsOfNotice, elementsOfOrder } from '#domain/elements-present';
import { absenceOf, type Item } from '#domain/item';
import type { ElementId, LegalBasis } from '#domain/legal-basis';
import type { LocatedItems } from '#domain/locate';
import { elementsFilledBy, type KeptInformation, type KeptRequest, textsOf, textsOfLater } from '#domain/submission';

/** What a demand is judged by. */
export interface JudgedDemand {
  readonly basis: LegalBasis;
  readonly kept: KeptRequest;
  readonly information: readonly KeptInformation[];
  readonly located: LocatedItems;
}

/**
 * Judges what a demand and the answers given since hold, and whether it came through the right door. Where only some
 * items were found, review goes on with those and the others are asked for.
 */
export function judgeDemand({ basis, kept, information, located }: JudgedDemand): Completeness {
  const itemUrls = located.items.map(({ url }) => url);
  const answered = information.flatMap(elementsFilledBy);
  const present = [...new Set([...submittedElements(kept, itemUrls), ...answered])];
  const { everythingElsewhere } = located;
  const found = located.items.filter((item) => !isLost(item));
  const anyFound = found.length > 0;
  const signals = detectDanger([...textsOf(kept), ...information.flatMap(textsOfLater)]);
  const facts = { submitter: kept.submittedBy, everythingElsewhere, signals };
  const judged = judgeCompleteness(basis, present, anyFound, facts);
  if (!anyFound || judged.verdict === 'wrong-door' || !isAnyOpen(located.items, found)) return judged;
  return { ...judged, verdict: 'incomplete-locatable', missing: [...judged.missing, REST] };
}

/**
 * How many places that led nowhere were corrected: those that came with the demand, once as many that were named since
 * are found. A place that was corrected is no item more.
 */
export function correctedItems(items: readonly Item[]): number {
  const lost = items.filter((item) => item.addedAt === undefined && isLost(item)).length;
  const found = items.filter((item) => item.addedAt !== undefined && !isLost(item)).length;
  return found >= lost ? lost : 0;
}

function isLost(item: Item): boolean {
  return absenceOf(item, undefined) !== null;
}

/** Tells whether an item was not found and nothing that was found has been named since, as an answer would. */
function isAnyOpen(items: readonly Item[], found: readonly Item[]): boolean {
  const namedAt = ({ addedAt }: Item): string => addedAt ?? '';
  const latest = found.map(namedAt).toSorted().at(-1) ?? '';
  return items.some((item) => !found.includes(item) && namedAt(item) >= latest);
}

/** What is asked for when some items were found and others were not. */
const REST: ElementId = 'remaining-locations';

function submittedElements(kept: KeptRequest, itemUrls: readonly string[]): readonly ElementId[] {
  if (kept.kind === 'order') {
    const territories = [...kept.territories, ...kept.items.flatMap((item) => item.territories)];
    return elementsOfOrder({ ...kept, itemUrls, territories, authorityId: kept.authority.id });
  }
  return elementsOfNotice({
    itemUrls,
    explanation: kept.explanation,
    submitterName: kept.submitter.name,
    submitterEmail: kept.submitter.email,
    worksNamed: kept.works.length,
    signature: kept.signature,
    statements: kept.statements,
    meaning: kept.meaning,
    inaccuracies: kept.inaccuracies,
  });
}
