import { describe, expect, it } from 'vitest';
import { Delivery } from '#domain/delivery';
import { newHearing } from '#domain/hearing';
import { handedOverAt, standingsOf } from '../../../../functions/legal-removal/shared/hearing-state.ts';

const SENT_AT = '2026-10-05T08:00:00.000Z';
const PERSON = { personId: 'uploader-1', itemIds: ['item-1'], reachable: true };
const DUTY = {
  ...{ deliveryId: 'case.hearing-notice.uploader-1', caseId: 'case-1', personId: 'uploader-1', to: 'uploader' },
  ...{ channel: 'mail', kind: 'hearing-notice', language: 'en', decisionId: null, state: 'parked', owner: 'operator' },
  ...{ attempt: 1, notBefore: null, owedAt: SENT_AT, claimedAt: SENT_AT, acceptedAt: SENT_AT, deliveredAt: null },
  ...{ documentKey: null, contentSha256: null, providerMessageId: null, possibleDuplicate: false },
};

describe('a notice that is parked', () => {
  it.each([
    ['bounced', 'unreachable', null],
    ['bounced-permanent', 'unreachable', null],
    ['no-word-of-delivery', null, SENT_AT],
    ['leak-found', 'untold', null],
    ['platform-unavailable', 'untold', null],
    ['mail-service-busy', 'untold', null],
    ['rejected-by-mail-service', 'untold', null],
    ['refused-by-mail-service', 'untold', null],
  ] as const)('as %s leaves whoever was to be heard %s', (reason, standing, sentAt) => {
    const state = {
      heard: [PERSON],
      notices: [Delivery.parse({ ...DUTY, reason })],
      responses: [],
      noticeAt: SENT_AT,
      confirmed: false,
    };
    const hearing = { ...newHearing(SENT_AT), answerUntil: '2026-10-10T23:00:00.000Z' };
    expect([...standingsOf(state, hearing, '2026-10-06T08:00:00.000Z').values()]).toEqual([standing]);
    expect(handedOverAt(state)).toBe(sentAt);
  });
});
