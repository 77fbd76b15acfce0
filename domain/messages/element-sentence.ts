import { OWN_POLICY } from '#domain/catalogue/basis-parts';
import { findLegalBasis } from '#domain/catalogue/catalogue';
import type { ElementId, LegalBasisId } from '#domain/legal-basis';
import type { PlainSentenceKey } from './writer.ts';

/** Sentences for what we ask for of our own accord, where the usual one says that the law asks for it. */
const OWN_ACCORD: Readonly<Partial<Record<ElementId, PlainSentenceKey>>> = {
  'statement-of-reasons': 'element.statement-of-reasons.own-accord',
  provision: 'element.provision.own-accord',
};

/** Sentences of a basis by which an element asks for something else than on others. */
const OF_BASIS: Readonly<Partial<Record<LegalBasisId, Readonly<Partial<Record<ElementId, PlainSentenceKey>>>>>> = {
  GDPR_ART17: { explanation: 'element.explanation.erasure', name: 'element.name.erasure' },
};

/** The sentence that asks for an element on a basis: what it is and why it is needed, never more law than there is. */
export function elementSentence(legalBasis: LegalBasisId, element: ElementId): PlainSentenceKey {
  const rule = findLegalBasis(legalBasis)?.elements.find((one) => one.element === element);
  const own = rule?.source === OWN_POLICY ? OWN_ACCORD[element] : undefined;
  return own ?? OF_BASIS[legalBasis]?.[element] ?? `element.${element}`;
}
