import { saysNoConsent } from './consent-words.ts';
import type { ElementId } from './legal-basis.ts';

/** What a notice holds, as far as its elements are concerned. Blank text counts as absent. */
export interface NoticeFacts {
  readonly itemUrls: readonly string[];
  readonly explanation?: string | null | undefined;
  readonly submitterName?: string | null | undefined;
  readonly submitterEmail?: string | null | undefined;
  readonly worksNamed: number;
  readonly signature?: string | null | undefined;
  readonly statements: {
    readonly goodFaith?: boolean | undefined;
    readonly accurate?: boolean | undefined;
    readonly authorised?: boolean | undefined;
    readonly underPenaltyOfPerjury?: boolean | undefined;
    readonly affectedPerson?: boolean | undefined;
    readonly withoutConsent?: boolean | undefined;
    readonly posterUnknown?: boolean | undefined;
  };
  readonly meaning?: string | null | undefined;
  readonly inaccuracies?: string | null | undefined;
}

/** What an order holds, as far as its elements are concerned. */
export interface OrderFacts {
  readonly itemUrls: readonly string[];
  readonly authorityId?: string | null | undefined;
  readonly statementOfReasons?: string | null | undefined;
  readonly provisions: readonly string[];
  readonly issuedAt?: string | null | undefined;
  readonly signed: boolean;
  readonly redress?: string | null | undefined;
  readonly reference?: string | null | undefined;
  readonly territories: readonly string[];
}

/** The elements that a notice holds. */
export function elementsOfNotice(facts: NoticeFacts): readonly ElementId[] {
  const { statements } = facts;
  return present([
    ['location', facts.itemUrls.some(isText)],
    ['explanation', isText(facts.explanation)],
    ['name', isText(facts.submitterName)],
    ['email', isText(facts.submitterEmail)],
    ['contact', isText(facts.submitterEmail)],
    ['work', facts.worksNamed > 0],
    ['signature', isText(facts.signature)],
    ['good-faith', statements.goodFaith === true],
    ['accuracy', statements.accurate === true],
    ['authorised', statements.authorised === true],
    ['penalty-of-perjury', statements.authorised === true && statements.underPenaltyOfPerjury === true],
    // Who declares to be authorised may act for the person concerned.
    ['affected-person', statements.affectedPerson === true || statements.authorised === true],
    ['non-consent', statements.withoutConsent === true || saysNoConsent(facts.explanation)],
    ['mark', facts.worksNamed > 0],
    ['meaning', isText(facts.meaning)],
    ['inaccuracies', isText(facts.inaccuracies)],
    ['poster-unknown', statements.posterUnknown === true],
  ]);
}

/** The elements that an order holds. */
export function elementsOfOrder(facts: OrderFacts): readonly ElementId[] {
  return present([
    ['location', facts.itemUrls.some(isText)],
    ['authority', isText(facts.authorityId)],
    ['statement-of-reasons', isText(facts.statementOfReasons)],
    ['provision', facts.provisions.some(isText)],
    ['issued-at', isText(facts.issuedAt)],
    ['signed', facts.signed],
    ['redress', isText(facts.redress)],
    ['order-reference', isText(facts.reference)],
    ['territory', facts.territories.length > 0],
  ]);
}

function isText(value: string | null | undefined): boolean {
  return value !== undefined && value !== null && value.trim() !== '';
}

function present(found: readonly (readonly [ElementId, boolean])[]): readonly ElementId[] {
  return found.flatMap(([element, isPresent]) => (isPresent ? [element] : []));
}
