import { describe, expect, it, vi } from 'vitest';
import type { CaseRecord } from '#domain/case';
import { MOST_ROUNDS } from '../../../../functions/paging/page-on-call/contract.ts';
import { pageOnCallStep } from '../../../../functions/paging/page-on-call/handler.ts';
import { WebhookFailedError } from '../../../../functions/ports/errors.ts';
import { changing, NOW, sampleCase } from '../../support/sample-case.ts';

const danger = {
  signals: ['threat-to-life' as const],
  pageId: 'page-danger',
  acknowledgedBy: null,
  acknowledgedAt: null,
};
const inDanger = sampleCase({ danger });
const parked = sampleCase({ parked: { stage: 'act', reason: 'r', owner: 'operator', at: NOW } });
const lease = { leaseId: 'l', holder: 'person-7', holderRole: 'specialist', expiresAt: NOW };

function paging(
  record: CaseRecord | null,
  acknowledged: { by: string; at: string } | null = null,
  row: object | null = null,
) {
  const { change, changes } = changing(record ?? sampleCase());
  const webhooks = { post: vi.fn(), pageAcknowledgement: vi.fn(async () => acknowledged) };
  const putRow = vi.fn();
  const cases = { load: async () => record, change, readRow: (async () => row) as never, putRow };
  return { cases, webhooks, clock: { now: () => NOW }, draft: vi.fn(async () => {}), changes };
}

function page(round: number, pageId = 'page-danger', reason = 'threat-to-life') {
  return { caseId: inDanger.caseId, pageId, reason, round };
}

describe('pageOnCallStep', () => {
  it('posts a page without anything personal, one level higher with each repeat', async () => {
    const dependencies = paging(inDanger);
    expect(await pageOnCallStep(dependencies, page(3))).toEqual({ status: 'waiting' });
    expect(dependencies.webhooks.post).toHaveBeenCalledWith('on-call', 'page-danger.3', {
      type: 'page',
      timestamp: NOW,
      data: { pageId: 'page-danger', caseId: inDanger.caseId, reason: 'threat-to-life', level: 3, repeat: 2 },
    });
    expect(dependencies.changes).toMatchObject([{ events: [{ type: 'danger.paged', data: { level: 3 } }] }]);
  });

  it('goes on at the highest level without recording each repeat', async () => {
    const dependencies = paging(inDanger, null, { pageId: 'page-danger', level: 5, acknowledged: false });
    expect(await pageOnCallStep(dependencies, page(77))).toEqual({ status: 'waiting' });
    expect(dependencies.webhooks.post).toHaveBeenCalledOnce();
    expect(dependencies.changes).toEqual([]);
  });

  it('records who acknowledged a danger at the on-call system, and stops', async () => {
    const dependencies = paging(inDanger, { by: 'on-call-3', at: '2026-10-17T21:39:00Z' });
    expect(await pageOnCallStep(dependencies, page(2))).toEqual({ status: 'done' });
    expect(dependencies.webhooks.post).not.toHaveBeenCalled();
    expect(dependencies.changes).toMatchObject([
      {
        set: { danger: { acknowledgedBy: 'on-call-3', acknowledgedAt: '2026-10-17T21:39:00.000Z' } },
        events: [{ type: 'danger.acknowledged' }],
      },
    ]);
  });

  it('does not take a lease from before the signal for taking it up', async () => {
    const dependencies = paging(sampleCase({ danger, lease }));
    expect(await pageOnCallStep(dependencies, page(1))).toEqual({ status: 'waiting' });
    expect(dependencies.changes).toMatchObject([{ events: [{ type: 'danger.paged' }] }]);
  });

  it('ends a page about danger once another one has gone out for what was said since', async () => {
    const { caseId } = inDanger;
    const dependencies = paging(sampleCase({ danger: { ...danger, pageId: `${caseId}-danger-n2` } }));
    expect(await pageOnCallStep(dependencies, page(4, `${caseId}-danger`))).toEqual({ status: 'done' });
    expect(await pageOnCallStep(dependencies, page(1, `${caseId}-danger-n2`))).toEqual({ status: 'waiting' });
  });

  it('pages about danger even when the case has closed without a person', async () => {
    const dependencies = paging(sampleCase({ danger, state: 'closed', closedAt: NOW }));
    expect(await pageOnCallStep(dependencies, page(1))).toEqual({ status: 'waiting' });
  });

  it('goes on paging when the on-call system does not know the page or does not answer', async () => {
    const dependencies = paging(inDanger);
    dependencies.webhooks.pageAcknowledgement.mockRejectedValue(new WebhookFailedError('404'));
    expect(await pageOnCallStep(dependencies, page(2))).toEqual({ status: 'waiting' });
    expect(dependencies.webhooks.post).toHaveBeenCalledOnce();
  });

  it('throws when the post fails, so that the machine tries again', async () => {
    const dependencies = paging(inDanger);
    dependencies.webhooks.post.mockRejectedValue(new WebhookFailedError('500'));
    await expect(pageOnCallStep(dependencies, page(1))).rejects.toThrow(WebhookFailedError);
    expect(dependencies.changes).toEqual([]);
  });

  it('parks the case after the last round', async () => {
    const dependencies = paging(inDanger);
    expect(await pageOnCallStep(dependencies, page(MOST_ROUNDS + 1))).toEqual({ status: 'done' });
    expect(dependencies.webhooks.post).not.toHaveBeenCalled();
    expect(dependencies.changes).toMatchObject([{ set: { parked: { reason: 'page-unanswered' } } }]);
  });

  it('keeps since when a page is under way, and marks it as over once its reason is gone', async () => {
    const row = { pageId: 'p2', level: 1, acknowledged: false, startedAt: NOW };
    const climbing = paging(parked, null, row);
    await pageOnCallStep(climbing, page(2, 'p2', 'case-parked'));
    expect(climbing.changes).toMatchObject([{ rows: [{ value: { ...row, level: 2 } }] }]);
    const gone = paging(sampleCase(), null, row);
    await pageOnCallStep(gone, page(2, 'p2', 'case-parked'));
    const value = { ...row, over: true };
    expect(gone.cases.putRow).toHaveBeenCalledWith(inDanger.caseId, { key: 'PAGE#p2', value, when: 'replace' });
  });

  it('records who took up another page, once', async () => {
    const acknowledged = { by: 'on-call-3', at: NOW };
    const dependencies = paging(parked, acknowledged, { pageId: 'p2', level: 2, acknowledged: false });
    expect(await pageOnCallStep(dependencies, page(3, 'p2', 'case-parked'))).toEqual({ status: 'done' });
    expect(dependencies.changes).toMatchObject([{ events: [{ type: 'page.acknowledged' }] }]);

    const again = paging(parked, acknowledged, { pageId: 'p2', level: 2, acknowledged: true });
    await pageOnCallStep(again, page(3, 'p2', 'case-parked'));
    expect(again.changes).toEqual([]);
  });

  it.each([
    [
      'the danger is taken up',
      sampleCase({ danger: { ...danger, acknowledgedBy: 'x', acknowledgedAt: NOW } }),
      page(1),
    ],
    ['the case is parked no more', sampleCase(), page(1, 'p2', 'case-parked')],
    ['the case has closed', sampleCase({ state: 'closed', closedAt: NOW }), page(1, 'p2', 'case-parked')],
    ['somebody works on the case', sampleCase({ lease }), page(1, 'p2', 'waits-for-a-person')],
    ['the review is over', sampleCase({ state: 'acting' }), page(1, 'p2', 'waits-for-a-person')],
    ['somebody looked into it', sampleCase({ lease }), page(1, 'p2', 'cannot-be-located')],
    ['there is no such case', null, page(1)],
  ])('stops once %s', async (_, record, input) => {
    const dependencies = paging(record);
    expect(await pageOnCallStep(dependencies, input)).toEqual({ status: 'done' });
    expect(dependencies.webhooks.post).not.toHaveBeenCalled();
  });
});
