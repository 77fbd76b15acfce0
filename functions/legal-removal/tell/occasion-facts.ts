import type { DecisionRecord } from '#domain/decision';
import { normalInstant } from '#domain/instant';
import { ElementId } from '#domain/legal-basis';
import type { FactSheet, InformationFacts, ReinstatementFacts, RerouteFacts } from '#domain/messages/fact-sheet';
import { type Decision, isLifting } from '../shared/decisions.ts';
import { liftedItems } from './lifted-items.ts';
import type { Sources } from './sources.ts';
import { OTHER_CHANNEL, OTHER_PROVIDER } from './texts.ts';

/** What a fact sheet says of the occasion of a message: each part is null where there is none. */
export type OccasionFacts = Pick<FactSheet, 'information' | 'withdrawal' | 'reroute' | 'reinstatement'>;

/** The occasion of a message as the case stands: what is missing, withdrawn, elsewhere or restored. */
export function occasionFacts(sources: Sources, now: string, publicUrl: string): OccasionFacts {
  const { record } = sources;
  const withdrawn = record.outcome === 'withdrawn';
  const result = liftedItems(sources).length > 0 ? 'restored' : 'closed';
  return {
    information: informationFacts(sources),
    withdrawal: withdrawn ? { at: now, result } : null,
    reroute: record.outcome === 'rerouted' ? rerouteFacts(sources, publicUrl) : null,
    reinstatement: reinstatementFacts(sources, now),
  };
}

function informationFacts({ record }: Sources): InformationFacts | null {
  const missing = record.missing.flatMap((element) => ElementId.safeParse(element).data ?? []);
  if (missing.length === 0) return null;
  const respondBy = record.state === 'awaiting-information' ? record.informationDueAt : null;
  return { missing, locatable: !missing.includes('location'), respondBy };
}

function rerouteFacts({ items }: Sources, publicUrl: string): RerouteFacts {
  const foundHere = items.some(({ reference }) => reference !== null);
  return foundHere
    ? { reason: 'other-channel', ...OTHER_CHANNEL, url: `${publicUrl}/docs` }
    : { reason: 'not-our-service', ...OTHER_PROVIDER };
}

function reinstatementFacts(sources: Sources, now: string): ReinstatementFacts | null {
  const { record, decision, effects, restricting } = sources;
  if (decision === null || !isLifting(decision.record)) return null;
  const lifted = liftedItems(sources);
  const itemIds = lifted.map(({ itemId }) => itemId);
  const at = record.provenAt ?? now;
  const ended = (restricting?.document.items ?? []).flatMap(({ itemId, until }) => {
    const end = until === null || !itemIds.includes(itemId) ? null : normalInstant(until);
    return end !== null && end <= (effects.get(itemId)?.appliedAt ?? at) ? [{ itemId, at: end }] : [];
  });
  const reason = reasonOf(decision.record, record);
  return { at, reason, itemIds, ended, explanation: record.outcome === 'withdrawn' ? null : writtenWhy(decision) };
}

/** Why restrictions were taken back, as a person of ours wrote it; of a withdrawal the reason is the sender's own. */
function writtenWhy({ document: { ground, facts, reason = '' } }: Decision): string | null {
  const written = [ground?.explanation ?? '', facts].map((text) => text.trim()).filter((text) => text !== '');
  const told = written.length > 0 ? [...new Set(written)].join('\n') : reason.trim();
  return told === '' ? null : told;
}

function reasonOf(
  { effect, because }: DecisionRecord,
  { outcome, nature }: Sources['record'],
): ReinstatementFacts['reason'] {
  if (outcome === 'withdrawn') return nature === 'order' ? 'order-lifted' : 'notice-withdrawn';
  if (because !== undefined) return because;
  return effect === 'overturn' && nature === 'order' ? 'order-not-upheld' : 'decision-reversed';
}
