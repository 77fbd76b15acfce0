import { actFirstTerritories } from '#domain/effects';
import { ElementId } from '#domain/legal-basis';
import type { ImpossibilityFacts } from '#domain/messages/fact-sheet';
import { say } from '#domain/messages/say';
import type { Language } from '#domain/party';
import { basisOf } from '../shared/load-case.ts';
import type { Sources } from './sources.ts';
import { LACKING, LACKS_SOMETHING, NOT_PROVEN_IN_TIME, TERRITORIES_NEEDED, TERRITORIES_OUTSIDE } from './texts.ts';

/**
 * Why an order cannot be executed, as its facts have it: before anybody acted on it by what it lacks (Reg. (EU)
 * 2021/784 Art 3(8)), afterwards since the effect is not proven (Art 3(7)). Null where neither is the reason.
 */
export function impossibilityFacts(
  sources: Sources,
  decisionId: string | null,
  language: Language,
): ImpossibilityFacts | null {
  if (sources.record.nature !== 'order') return null;
  if (decisionId !== null) {
    return { reason: 'impossibility', explanation: NOT_PROVEN_IN_TIME[language], clarificationNeeded: null };
  }
  return lackingFacts(sources, language) ?? outsideFacts(sources, language);
}

function lackingFacts({ record }: Sources, language: Language): ImpossibilityFacts | null {
  const missing = record.missing.flatMap((element) => ElementId.safeParse(element).data ?? []);
  if (missing.length === 0) return null;
  const explained = missing.map((element) => (LACKING[element] ?? LACKS_SOMETHING)[language]);
  return {
    reason: 'insufficient-information',
    explanation: [...new Set(explained)].join('\n'),
    clarificationNeeded: missing.map((element) => say(language, `element.${element}`, {})).join('\n'),
  };
}

/** An order that was changed to territories in which its basis obliges to nothing. */
function outsideFacts({ record }: Sources, language: Language): ImpossibilityFacts | null {
  const amended = record.territoriesAmendedAt === null ? null : record.territories;
  if (actFirstTerritories(basisOf(record), amended).length > 0) return null;
  return {
    reason: 'insufficient-information',
    explanation: TERRITORIES_OUTSIDE[language],
    clarificationNeeded: TERRITORIES_NEEDED[language],
  };
}
