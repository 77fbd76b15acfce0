import { describe, expect, it } from 'vitest';
import { admit } from '../../../domain/access.ts';
import { DeliveryKind } from '../../../domain/delivery.ts';
import { Role } from '../../../domain/party.ts';
import { mayReadText } from '../../../domain/reports/readers.ts';

describe('mayReadText', () => {
  it('lets a report of child abuse be read by those who may send it and by auditors, and by nobody else', () => {
    const senders = Role.options.filter((role) => admit('POST', '/v1/cases/{caseId}/resume', role) === 'admitted');
    const readers = Role.options.filter((role) => mayReadText('child-safety-report', role));
    expect(readers.toSorted()).toEqual([...senders, 'auditor'].toSorted());
  });

  it('closes no other message to anybody', () => {
    const others = DeliveryKind.options.filter((kind) => kind !== 'child-safety-report');
    expect(others.filter((kind) => !mayReadText(kind, 'specialist'))).toEqual([]);
  });
});
