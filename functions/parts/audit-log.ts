import { DynamoDbAuditLog } from '#adapters/dynamodb-audit-log';
import { documentClient } from '#adapters/dynamodb-client';
import { systemClock } from '#runtime/clock';
import { readConfig, Setting } from '#runtime/config';
import { randomIds } from '#runtime/ids';
import type { AuditLog } from '../ports/audit-log.ts';

/** The audit log of this process. */
export function buildAuditLog(): AuditLog {
  const { AUDIT_TABLE } = readConfig({ AUDIT_TABLE: Setting.AUDIT_TABLE });
  return new DynamoDbAuditLog({ client: documentClient(), table: AUDIT_TABLE, clock: systemClock, ids: randomIds });
}
