import { DynamoDbCases } from '#adapters/dynamodb-cases';
import { documentClient } from '#adapters/dynamodb-client';
import { systemClock } from '#runtime/clock';
import { readConfig, Setting } from '#runtime/config';
import { randomIds } from '#runtime/ids';
import type { CaseStore } from '../ports/case-store.ts';
import { buildVault } from './vault.ts';

/** The case store of this process. */
export function buildCases(): CaseStore {
  const { CASE_TABLE, AUDIT_TABLE, KEY_TABLE } = readConfig({
    CASE_TABLE: Setting.CASE_TABLE,
    AUDIT_TABLE: Setting.AUDIT_TABLE,
    KEY_TABLE: Setting.KEY_TABLE,
  });
  return new DynamoDbCases({
    client: documentClient(),
    caseTable: CASE_TABLE,
    auditTable: AUDIT_TABLE,
    keyTable: KEY_TABLE,
    // Asked for only by a change: a function that reads needs neither the keys nor their settings.
    vault: { key: (caseId, personId) => buildVault().key(caseId, personId) },
    clock: systemClock,
    ids: randomIds,
  });
}
