import type { Delivery } from '#domain/delivery';
import type { FactSheet } from '#domain/messages/fact-sheet';
import { findContradictions } from '#domain/messages/find-contradictions';
import { impossibilitiesIn } from '#domain/messages/find-impossible-facts';
import { differingFacts, type ToldFacts, toldFacts } from '#domain/messages/told-facts';
import type { Language, Party } from '#domain/party';
import { caseDigest } from '#runtime/case-digest';
import { CASE_SECRET, type Vault } from '../../ports/vault.ts';
import type { Withheld } from './compose.ts';
import { factSheetOf, type House } from './fact-sheet-of.ts';
import type { Sources } from './sources.ts';

/** What the messages of a case that were written say, by decision and message, and what each decision says, once known. */
export interface SaidBefore {
  readonly messages: Map<string, Map<string, ToldFacts>>;
  readonly decisions: Map<Sources, ToldFacts>;
}

/** A fact sheet on which the messages of its decision agree, with its digests; of no decision there are none. */
export interface Agreed {
  readonly facts: FactSheet;
  readonly told: ToldFacts | null;
}

/** What comparing uses. */
export interface AgreementDependencies {
  readonly vault: Pick<Vault, 'key'>;
  readonly house: House;
  readonly said: SaidBefore;
}

/** What a message is written from: as it was decided, and with the words that a person gave this message instead. */
export interface Told {
  readonly decided: Sources;
  readonly worded: Sources;
}

/** What the duties of a case have said so far: a draft has said nothing to anybody. */
export function saidBefore(duties: readonly Delivery[]): SaidBefore {
  const said: SaidBefore = { messages: new Map(), decisions: new Map() };
  for (const duty of duties) note(said, duty, duty.told);
  return said;
}

function note({ messages }: SaidBefore, { decisionId, deliveryId, channel }: Delivery, told?: ToldFacts): void {
  if (decisionId === null || told === undefined || channel === 'draft') return;
  messages.set(decisionId, new Map(messages.get(decisionId)).set(deliveryId, told));
}

/**
 * Compares what a message is about to say with the whole fact sheet of its decision, and that with what the other
 * messages of the decision were written from: withheld where a date, ground, scope, automation or party differs, or
 * where one fact is impossible beside another. The digests are taken of what was decided, in one language: a rule's
 * ground that is worded for its reader, and words that a person gave one message, contradict nothing.
 */
export async function agreeing(
  dependencies: AgreementDependencies,
  duty: Delivery,
  facts: FactSheet,
  { decided, worded }: Told,
): Promise<Agreed | Withheld> {
  const { house, said } = dependencies;
  const { decisionId, deliveryId, language } = duty;
  if (decisionId === null) return { facts, told: null };
  const whole = sheetOfAll(itemsOf(worded, facts), house, facts.composedAt, language);
  const found = [...findContradictions(differing(facts, whole)), ...impossibilitiesIn(facts)];
  const told = await wholeDigest(dependencies, decided, facts.composedAt);
  const others = [...(said.messages.get(decisionId) ?? [])].flatMap(([id, before]) =>
    id === deliveryId ? [] : before,
  );
  const fields = new Set([...found.map(({ field }) => field), ...differingFacts(others, told)]);
  if (fields.size > 0) return { withheld: 'contradiction-found', fields: [...fields] };
  note(said, duty, told);
  return { facts, told };
}

/** The digests of what a decision says, taken once. */
async function wholeDigest(
  { vault, house, said: { decisions } }: AgreementDependencies,
  decided: Sources,
  now: string,
): Promise<ToldFacts> {
  const known = decisions.get(decided);
  if (known !== undefined) return known;
  const secret = await vault.key(decided.record.caseId, CASE_SECRET);
  const items = decided.restricting?.document.items ?? [];
  const told = toldFacts(sheetOfAll(decided, house, now, 'en'), items, (text) => caseDigest(secret, text));
  decisions.set(decided, told);
  return told;
}

/** The fact sheet of a decision with all of its items, for nobody in particular. */
function sheetOfAll(sources: Sources, house: House, now: string, language: Language): FactSheet {
  const nobody: Party = { personId: '', role: 'sender', name: null, email: null, language, country: null };
  return factSheetOf(sources, nobody, house, now);
}

/** Sources with the items alone that a sheet tells of. */
function itemsOf(sources: Sources, { items }: FactSheet): Sources {
  const told = new Set(items.map(({ itemId }) => itemId));
  return { ...sources, items: sources.items.filter(({ itemId }) => told.has(itemId)) };
}

/** Two sheets without the items that are the same in both to the letter: of thousands, few or none are left. */
function differing(facts: FactSheet, whole: FactSheet): readonly FactSheet[] {
  const known = new Map(whole.items.map((item) => [item.itemId, JSON.stringify(item)]));
  const same = new Set(
    facts.items.flatMap((item) => (known.get(item.itemId) === JSON.stringify(item) ? item.itemId : [])),
  );
  return [facts, whole].map((sheet) => ({ ...sheet, items: sheet.items.filter(({ itemId }) => !same.has(itemId)) }));
}
