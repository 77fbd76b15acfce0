import { actFirstTerritories } from '#domain/effects';
import { ElementId } from '#domain/legal-basis';
import { elementSentence } from '#domain/messages/element-sentence';
import type { ImpossibilityFacts } from '#domain/messages/fact-sheet';
import { say } from '#domain/messages/say';
import type { Language } from '#domain/party';
import { basisOf } from '../shared/load-case.ts';
import type { Sources } from './sources.ts';
import {
  CORRECTION_NEEDED,
  LACKING,
  LACKS_SOMETHING,
  NOT_PROVEN_IN_TIME,
  TERRITORIES_NEEDED,
  TERRITORIES_OUTSIDE,
} from './texts.ts';

/**
 * Why an order cannot be executed, as its facts have it: before anybody acted on it by what it lacks (Reg. (EU)
 * 2021/784 Art 3(8)), afterwards since the effect is not proven (Art 3(7)), after review by the errors that the decision
 * names (Art 3(8)). Null where none of that is the reason.
 */
export function impossibilityFacts(
  sources: Sources,
  decisionId: string | null,
  language: Language,
): ImpossibilityFacts | null {
  if (sources.record.nature !== 'order') return null;
  if (sources.decision?.record.effect === 'overturn' && decisionId !== null) return errorFacts(sources, language);
  if (decisionId !== null) {
    return { reason: 'impossibility', explanation: NOT_PROVEN_IN_TIME[language], clarificationNeeded: null };
  }
  return lackingFacts(sources, language) ?? outsideFacts(sources, language);
}

/** The errors as those who decided wrote them down; a person looks where they wrote nothing. */
function errorFacts({ decision }: Sources, language: Language): ImpossibilityFacts | null {
  const named = [decision?.document.ground?.explanation ?? '', decision?.document.facts ?? ''];
  const explanation = [...new Set(named.map((text) => text.trim()))].filter((text) => text !== '').join('\n');
  if (explanation === '') return null;
  return { reason: 'manifest-errors', explanation, clarificationNeeded: CORRECTION_NEEDED[language] };
}

function lackingFacts({ record }: Sources, language: Language): ImpossibilityFacts | null {
  const missing = record.missing.flatMap((element) => ElementId.safeParse(element).data ?? []);
  if (missing.length === 0) return null;
  const explained = missing.map((element) => (LACKING[element] ?? LACKS_SOMETHING)[language]);
  return {
    reason: 'insufficient-information',
    explanation: [...new Set(explained)].join('\n'),
    clarificationNeeded: missing
      .map((element) => say(language, elementSentence(record.legalBasis, element), {}))
      .join('\n'),
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
