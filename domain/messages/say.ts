import type { Language } from '#domain/party';
import { UnresolvedPlaceholderError } from './errors.ts';
import { inlineText } from './plain-text.ts';
import { type Fact, type FactsOf, SENTENCES, type SentenceKey } from './sentence-catalogue.ts';

/**
 * Fills the placeholders of a template once: a brace inside a fact is text and never a placeholder. Facts are put on
 * one line. Throws `UnresolvedPlaceholderError` for a fact that is absent or empty.
 */
export function fillPlaceholders(name: string, template: string, facts: ReadonlyMap<string, Fact>): string {
  return template.replace(/\{([^{}]*)\}/g, (_match, placeholder: string) => {
    const text = inlineText(facts.get(placeholder) ?? '');
    if (text === '') throw new UnresolvedPlaceholderError(name, placeholder);
    return text;
  });
}

/** One sentence in one language with its facts. Throws `UnresolvedPlaceholderError` for an absent fact. */
export function say<Key extends SentenceKey>(language: Language, key: Key, facts: FactsOf<Key>): string {
  return fillPlaceholders(key, SENTENCES[language][key], new Map<string, Fact>(Object.entries(facts)));
}
