import type { CaseRecord } from '#domain/case';
import { PersonRow, personKey } from '#domain/case-rows';
import type { DecisionRequest } from '#domain/decision';
import { Party } from '#domain/party';
import { type Answer, problem } from '#runtime/problem';
import type { CaseStore } from '../../ports/case-store.ts';
import { DocumentNotFoundError, KeyErasedError } from '../../ports/errors.ts';
import type { DocumentStore } from '../../ports/vault.ts';

/** The ports that an earlier case is looked up through. */
export interface EarlierCasePorts {
  readonly cases: Pick<CaseStore, 'load' | 'readRow'>;
  readonly documents: Pick<DocumentStore, 'get'>;
}

/** The reference of the earlier case as the letter names it: null where none is named or it came from somebody else. */
export async function earlierReference(
  ports: EarlierCasePorts,
  record: CaseRecord,
  { outcome, duplicateOf }: Pick<DecisionRequest, 'outcome' | 'duplicateOf'>,
): Promise<{ readonly reference: string | null } | Answer> {
  if (duplicateOf === undefined) return { reference: null };
  if (outcome !== 'duplicate') return refused(`the outcome ${outcome} has no earlier case`);
  const earlier = duplicateOf === record.caseId ? null : await ports.cases.load(duplicateOf);
  if (earlier === null) return refused('there is no such earlier case');
  return { reference: (await isSameSender(ports, record, earlier)) ? earlier.reference : null };
}

function refused(message: string): Answer {
  return problem(400, 'The decision names no earlier case.', [{ path: 'duplicateOf', message }]);
}

async function isSameSender(ports: EarlierCasePorts, one: CaseRecord, other: CaseRecord): Promise<boolean> {
  if (one.nature === 'order' || other.nature === 'order') {
    return one.authorityId !== null && one.authorityId === other.authorityId;
  }
  const [first, second] = await Promise.all([addressOf(ports, one), addressOf(ports, other)]);
  return first !== null && first === second;
}

/** The sender's address, or null where there is none, or none any more. */
async function addressOf({ cases, documents }: EarlierCasePorts, { caseId }: CaseRecord): Promise<string | null> {
  const row = await cases.readRow(caseId, personKey('sender'), PersonRow);
  if (row === null) return null;
  try {
    return (
      Party.parse(await documents.get(row.documentKey))
        .email?.trim()
        .toLowerCase() ?? null
    );
  } catch (error) {
    if (error instanceof DocumentNotFoundError || error instanceof KeyErasedError) return null;
    throw error;
  }
}
