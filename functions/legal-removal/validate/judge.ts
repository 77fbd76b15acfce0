import { type Completeness, judgeCompleteness } from '#domain/completeness';
import { elementsOfNotice, elementsOfOrder } from '#domain/elements-present';
import { ElementId, type LegalBasis } from '#domain/legal-basis';
import type { LocatedItems } from '#domain/locate';
import type { KeptInformation, KeptRequest } from '#domain/submission';

/** What a demand is judged by. */
export interface JudgedDemand {
  readonly basis: LegalBasis;
  readonly kept: KeptRequest;
  readonly information: readonly KeptInformation[];
  readonly located: LocatedItems;
  /** Whether the platform knows at least one of the items. */
  readonly anyItemKnown: boolean;
}

/** Judges what a demand and the answers given since hold, and whether it came through the right door. */
export function judgeDemand({ basis, kept, information, located, anyItemKnown }: JudgedDemand): Completeness {
  const itemUrls = located.items.map(({ url }) => url);
  const answers = information.flatMap((piece) => (piece.kind === 'information' ? [piece.information.answers] : []));
  const answered = ElementId.options.filter((element) => answers.some((given) => isAnswer(given[element])));
  const present = [...new Set([...submittedElements(kept, itemUrls), ...answered])];
  const { everythingElsewhere } = located;
  return judgeCompleteness(basis, present, anyItemKnown, { submitter: kept.submittedBy, everythingElsewhere });
}

function submittedElements(kept: KeptRequest, itemUrls: readonly string[]): readonly ElementId[] {
  if (kept.kind === 'order') return elementsOfOrder({ ...kept, itemUrls, authorityId: kept.authority.id });
  return elementsOfNotice({
    itemUrls,
    explanation: kept.explanation,
    submitterName: kept.submitter.name,
    submitterEmail: kept.submitter.email,
    worksNamed: kept.works.length,
    signature: kept.signature,
    statements: kept.statements,
  });
}

function isAnswer(answer: unknown): boolean {
  return answer === true || (typeof answer === 'string' && answer.trim() !== '');
}
