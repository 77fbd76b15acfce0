import type { CaseRecord } from '#domain/case';
import { BatchRow, batchKey } from '#domain/case-rows';
import { DecisionDocument, type DecisionRecord } from '#domain/decision';
import type { PlannedEffect } from '#domain/effects';
import { expandTerritories } from '#domain/territory';
import { isKeptByRule } from '../../legal-removal/shared/decisions.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { currentOf, decisionInForce, decisionsOf } from '../shared/restrictions-in-force.ts';

/** What is in force before anybody has reviewed it: by which decision, and on which items. */
export interface Standing {
  readonly decisionId: string;
  readonly effects: readonly PlannedEffect[];
  /** The items that the platform no longer had when they were to be restricted. */
  readonly gone: ReadonlySet<string>;
}

/** What a rule has decided before anybody reviewed it: what it put in force, or that everything stays as it is. */
export interface Before {
  readonly standing: Standing | null;
  readonly kept: boolean;
}

interface StandingPorts {
  readonly cases: Pick<CaseStore, 'listRows'>;
  readonly documents: Pick<DocumentStore, 'get'>;
}

/** Reads what a rule has decided on a case before anybody reviewed it. */
export async function readBefore(ports: StandingPorts, record: CaseRecord): Promise<Before> {
  const decisions = await decisionsOf(ports.cases, record.caseId);
  const standing = await readStanding(ports, record, decisionInForce(record, decisions));
  return { standing, kept: isKeptByRule(currentOf(record, decisions)) };
}

/** What acting first has put in force, with every territory spelled out; null where nothing is. */
async function readStanding(
  ports: StandingPorts,
  { caseId }: CaseRecord,
  decision: DecisionRecord | null,
): Promise<Standing | null> {
  if (decision === null) return null;
  const { decisionId, documentKey } = decision;
  const { items } = DecisionDocument.parse(await ports.documents.get(documentKey));
  const batches = await ports.cases.listRows(caseId, batchKey(decisionId, 0).slice(0, -5), BatchRow);
  const gone = new Set(
    batches.flatMap((batch) => batch.items.filter(({ state }) => state === 'gone').map(({ itemId }) => itemId)),
  );
  const effects = items.flatMap(({ itemId, action, components, territories, until }): PlannedEffect[] => {
    if (action === 'none' || gone.has(itemId)) return [];
    return [{ itemId, action, components, territories: [...expandTerritories(territories)], until }];
  });
  return { decisionId, effects, gone };
}
