import { expandTerritories } from '#domain/territory';
import type { EffectFacts, FactSheet, ItemFacts } from './fact-sheet.ts';
import { impossibilitiesIn } from './find-impossible-facts.ts';

/**
 * A reason not to send a set of messages: a field on which two fact sheets differ, or that is impossible beside
 * another field of the same sheet. Names fields, items and sheets (by their place in the list), never values.
 */
export interface Contradiction {
  readonly problem: 'differs' | 'impossible';
  readonly field: string;
  readonly itemId: string | null;
  readonly sheets: readonly number[];
}

interface Statement {
  readonly field: string;
  readonly itemId: string | null;
  readonly country?: string;
  readonly value: string;
}

/** Makes values comparable: order within lists, precision of instants and spelling of territory groups do not count. */
function canonical(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(value)) return String(Date.parse(value));
  if (Array.isArray(value)) return JSON.stringify(value.map(canonical).sort());
  return JSON.stringify(value);
}

/** Since when an item is restricted in each country, one statement each: a later sheet may know of more countries. */
function effectStatements(item: ItemFacts): readonly Statement[] {
  return item.effects.flatMap(({ territories, effectiveAt }: EffectFacts) =>
    expandTerritories(effectiveAt === null ? [] : territories).map((country) => ({
      field: 'items[].effects[].effectiveAt',
      itemId: item.itemId,
      country,
      value: canonical(effectiveAt),
    })),
  );
}

function itemFields(item: ItemFacts): Readonly<Record<string, unknown>> {
  return {
    'items[].url': item.url,
    'items[].contentId': item.contentId,
    'items[].action': item.action,
    'items[].components': item.components,
    'items[].territories': expandTerritories(item.territories),
    'items[].until': item.until,
  };
}

function caseFields(sheet: FactSheet): Readonly<Record<string, unknown>> {
  return {
    caseId: sheet.caseId,
    reference: sheet.reference,
    legalBasis: sheet.legalBasis,
    trigger: sheet.trigger,
    receivedAt: sheet.receivedAt,
    senderDisclosed: sheet.senderDisclosed,
    'platform.name': sheet.platform.name,
    'sender.name': sheet.sender?.name,
    'sender.email': sheet.sender?.email,
  };
}

function decisionFields({ decision }: FactSheet): Readonly<Record<string, unknown>> {
  return {
    'decision.decisionId': decision?.decisionId,
    'decision.decidedAt': decision?.decidedAt,
    'decision.outcome': decision?.outcome,
    'decision.ground.type': decision?.ground?.type,
    'decision.ground.provision': decision?.ground?.provision,
    'decision.ground.explanation': decision?.ground?.explanation,
    'decision.automation.detection': decision?.automation.detection,
    'decision.automation.decision': decision?.automation.decision,
  };
}

function orderFields({ order, reinstatement, hearing }: FactSheet): Readonly<Record<string, unknown>> {
  return {
    'order.authorityName': order?.authorityName,
    'order.reference': order?.reference,
    'order.issuedAt': order?.issuedAt,
    'order.issuedInUnion': order?.issuedInUnion,
    'order.provisions': order?.provisions,
    'order.nonDisclosureUntil': order?.nonDisclosureUntil,
    'reinstatement.at': reinstatement?.at,
    'reinstatement.reason': reinstatement?.reason,
    'hearing.sentAt': hearing?.sentAt,
    'hearing.answerUntil': hearing?.answerUntil,
    'hearing.result': hearing?.result,
  };
}

function stated(fields: Readonly<Record<string, unknown>>, itemId: string | null): readonly Statement[] {
  return Object.entries(fields).flatMap(([field, value]) =>
    value === null || value === undefined ? [] : [{ field, itemId, value: canonical(value) }],
  );
}

function statementsOf(sheet: FactSheet): readonly Statement[] {
  return [
    ...stated({ ...caseFields(sheet), ...decisionFields(sheet), ...orderFields(sheet) }, null),
    ...sheet.items.flatMap((item) => [...stated(itemFields(item), item.itemId), ...effectStatements(item)]),
  ];
}

function differences(sheets: readonly FactSheet[]): readonly Contradiction[] {
  const seen = new Map<string, { statement: Statement; values: Set<string>; sheets: Set<number> }>();
  for (const [index, sheet] of sheets.entries()) {
    for (const statement of statementsOf(sheet)) {
      const key = `${statement.field} ${statement.itemId ?? ''} ${statement.country ?? ''}`;
      const entry = seen.get(key) ?? { statement, values: new Set<string>(), sheets: new Set<number>() };
      entry.values.add(statement.value);
      entry.sheets.add(index);
      seen.set(key, entry);
    }
  }
  return [...seen.values()]
    .filter(({ values }) => values.size > 1)
    .map(({ statement: { field, itemId }, sheets: places }) => ({
      problem: 'differs',
      field,
      itemId,
      sheets: [...places],
    }));
}

/**
 * Compares the fact sheets from which the messages of one decision are rendered: dates, ground, scope, automation and
 * parties must agree wherever two sheets state them (an uploader's sheet may hold fewer items, or none of a section),
 * and each sheet must be possible in itself. An empty list means that the set may go out.
 */
export function findContradictions(sheets: readonly FactSheet[]): readonly Contradiction[] {
  const impossible = sheets.flatMap((sheet, index) =>
    impossibilitiesIn(sheet).map(
      ({ field, itemId }): Contradiction => ({ problem: 'impossible', field, itemId, sheets: [index] }),
    ),
  );
  return [...differences(sheets), ...impossible];
}
