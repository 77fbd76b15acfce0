import { describe, expect, it } from 'vitest';
import { historyTable } from '../../cli/case-history.ts';
import { CaseHistory } from '../../domain/api/audit-views.ts';
import { auditSentence } from '../../domain/audit-words.ts';

function history(messages: readonly object[], reason: string | null = null): CaseHistory {
  const type = 'delivery.parked';
  const line = { seq: 7, at: '2026-10-05T09:00:00.000Z', actor: { kind: 'step', id: 'tell' }, type, reason, data: {} };
  const event = { ...line, text: auditSentence(type, {}), messages, hash: '1'.repeat(64) };
  return CaseHistory.parse({ events: [event], execution: [], executionLeftOut: 0 });
}

const RECEIPT = { deliveryId: 'case.receipt.sender', kind: 'receipt', to: 'sender' };
const STATEMENT = { deliveryId: 'd1.statement-of-reasons.u1', kind: 'statement-of-reasons', to: 'uploader' };

describe('writ case history', () => {
  it('says which message an event is about and who reads it', () => {
    expect(historyTable(history([RECEIPT], 'bounced-permanent'), 'en').at(-1)).toMatch(
      /A message waits for a person who is named\. \(receipt → sender; bounced-permanent\)$/,
    );
    expect(historyTable(history([RECEIPT]), 'de').at(-1)).toMatch(/\(Eingangsbestätigung → Absender\)$/);
  });

  it('counts messages that are alike, and adds nothing where there is none', () => {
    const several = [RECEIPT, STATEMENT, { ...STATEMENT, deliveryId: 'd1.statement-of-reasons.u2' }];
    expect(historyTable(history(several), 'en').at(-1)).toContain(
      '(receipt → sender, statement of reasons → uploader × 2)',
    );
    expect(historyTable(history([]), 'en').at(-1)).toMatch(/a person who is named\.$/);
  });
});
