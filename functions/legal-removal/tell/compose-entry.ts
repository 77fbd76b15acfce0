import { createHash } from 'node:crypto';
import type { Delivery, EntryProgress } from '#domain/delivery';
import { MessageNotPermittedError } from '#domain/messages/errors';
import type { FactSheet } from '#domain/messages/fact-sheet';
import { refuseUnpermitted } from '#domain/messages/permission';
import type { ToldFacts } from '#domain/messages/told-facts';
import { eachOnce, type StatementRow } from '#domain/transparency-database/entries';
import { puidOf } from '#domain/transparency-database/puid';
import type { Statement } from '#domain/transparency-database/statement';
import { type StatementMaker, statementMaker } from '#domain/transparency-database/statement-maker';
import { digest } from '#runtime/digest';
import type { KeptMessage, Withheld } from './compose.ts';

/** An entry as a duty: what it states, and of which decision. */
export interface EntryDuty extends Delivery {
  readonly entry: EntryProgress;
  readonly decisionId: string;
}

/** What the entries of a decision are written from, prepared once for all of them. */
export interface EntrySource {
  readonly facts: FactSheet;
  readonly told: ToldFacts | null;
  readonly make: StatementMaker;
}

/** Prepares the facts of a decision for its entries. */
export function entrySource(facts: FactSheet, told: ToldFacts | null): EntrySource {
  return { facts, told, make: statementMaker(facts) };
}

/** The statements of an entry that may be sent, and those that may not. */
export interface ComposedEntry {
  readonly statements: readonly Statement[];
  readonly refused: readonly StatementRow[];
}

/** Writes the statements of an entry but for those settled, from the facts of its decision; or why there may be none. */
export function composeEntry(
  duty: EntryDuty,
  { facts, make }: EntrySource,
  settled: ReadonlySet<string>,
): ComposedEntry | Withheld {
  try {
    refuseUnpermitted(duty.kind, duty.to, facts);
  } catch (error) {
    if (error instanceof MessageNotPermittedError) return { withheld: error.name };
    throw error;
  }
  const stated = new Set(duty.entry.itemIds.filter((itemId) => !settled.has(itemId)));
  const built = facts.items
    .filter(({ itemId }) => stated.has(itemId))
    .map((item) => {
      const puid = puidOfItem(duty, item.itemId);
      return { itemId: item.itemId, puid, checked: make(item, { puid, language: duty.language }) };
    });
  return {
    statements: eachOnce(built.flatMap(({ checked }) => (checked.kind === 'good' ? checked.statement : []))),
    refused: built.flatMap(({ itemId, puid, checked }) =>
      checked.kind === 'bad' ? refusedRow(itemId, puid, checked.fields) : [],
    ),
  };
}

/** The identifier of the statement of an item: always the same. */
export function puidOfItem({ caseId, decisionId }: EntryDuty, itemId: string): string {
  return puidOf({ caseId, decisionId, itemId }, digest);
}

/** What is kept of a statement that was refused, by us or by the database, for some of its fields. */
export function refusedRow(itemId: string, puid: string, fields: readonly string[]): StatementRow {
  return { itemId, puid, state: 'refused', uuid: null, fields: [...fields] };
}

/** Statements as they are kept and sent. */
export function keptStatements(statements: readonly Statement[]): KeptMessage {
  const bytes = Buffer.from(JSON.stringify(statements));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes: bytes.toString('base64'), sha256, mediaType: 'application/json', to: '' };
}
