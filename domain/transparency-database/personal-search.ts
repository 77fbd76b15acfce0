import type { ConfidentialFact, FactSheet } from '#domain/messages/fact-sheet';
import { leakSearch } from '#domain/messages/find-leaks';
import { mailAddressesIn, phoneNumbersIn, streetAddressesIn } from '#domain/messages/personal-details';
import type { Statement } from './statement.ts';

/** The fields of free text. */
const TEXTS = [
  'decision_visibility_other',
  'decision_monetary_other',
  'illegal_content_legal_ground',
  'illegal_content_explanation',
  'incompatible_content_ground',
  'incompatible_content_explanation',
  'content_type_other',
  'category_specification_other',
  'decision_facts',
  'source_identity',
] as const satisfies readonly (keyof Statement)[];

/**
 * Finds the fields of a statement that hold what nobody may read in public (Art 24(5): no personal data): anything of the
 * sender or of an uploader that the fact sheet holds, an item's address, or any address or telephone number at all. The
 * search is prepared once, and each text is searched once: the statements of a decision say much the same.
 */
export function personalSearch(facts: FactSheet): (statement: Statement) => string[] {
  const isPersonal = personalText(facts);
  return (statement) => TEXTS.filter((field) => isPersonal(statement[field] ?? ''));
}

/**
 * Tells whether a text holds what nobody may read in public: anything of the sender or of an uploader that the fact sheet
 * holds, an item's address, or any address or telephone number at all. Each text is searched once.
 */
export function personalText(facts: FactSheet): (text: string) => boolean {
  const search = leakSearch(asPublished(facts), 'uploader');
  const known = new Map<string, boolean>();
  return (text) => {
    const found = known.get(text) ?? (hasContact(text) || search({ subject: '', text }).length > 0);
    known.set(text, found);
    return found;
  };
}

function hasContact(text: string): boolean {
  return [mailAddressesIn, phoneNumbersIn, streetAddressesIn].some((find) => find(text).length > 0);
}

/** The sheet as anybody may read it: what an uploader is told of the decision, and nothing that names anybody. */
function asPublished(facts: FactSheet): FactSheet {
  const { uploader, items, reference } = facts;
  const secrets = [uploader?.name, uploader?.email, reference, ...items.map(({ url }) => url)];
  return {
    ...facts,
    reference: '',
    senderDisclosed: false,
    uploader: null,
    items: items.map((item) => ({ ...item, url: null, contentId: null })),
    confidential: [...facts.confidential, ...secrets.flatMap(secretFact)],
  };
}

function secretFact(value: string | null | undefined): ConfidentialFact[] {
  return value ? [{ label: 'not for the public', value, audiences: [] }] : [];
}
