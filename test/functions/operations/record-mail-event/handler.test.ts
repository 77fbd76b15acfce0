import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '#domain/case';
import type { Delivery } from '#domain/delivery';
import { deliveryOfTag, tagOfDelivery } from '#domain/mail-tag';
import { recordMailEvent } from '../../../../functions/operations/record-mail-event/contract.ts';
import { recordMailEventStep } from '../../../../functions/operations/record-mail-event/handler.ts';
import { CaseNotFoundError } from '../../../../functions/ports/errors.ts';
import { changing, NOW, sampleCase, sampleDelivery } from '../../support/sample-case.ts';

const LATER = '2026-10-17T22:40:00.000Z';

function mailEvent(type: string, { messageId = 'message-1', told = {} as object } = {}) {
  const mail = { messageId, tags: { case: ['case-1'], delivery: [tagOfDelivery(sampleDelivery().deliveryId)] } };
  return recordMailEvent.input.parse({ 'detail-type': type, detail: { mail, ...told } });
}
const delivered = mailEvent('Email Delivered', { told: { delivery: { timestamp: LATER } } });
const bounced = mailEvent('Email Bounced', { told: { bounce: { timestamp: LATER, bounceType: 'Permanent' } } });

function recorder(
  delivery: Delivery | null,
  record: CaseRecord = sampleCase({ state: 'notifying' }),
  others: readonly Delivery[] = [],
) {
  const duties = [...(delivery === null ? [] : [delivery]), ...others];
  const listRows = async (_: string, prefix: string) => (prefix.startsWith('DELIVERY') ? duties : []);
  const { change, changes } = changing(record, { listRows: listRows as never });
  return { cases: { change }, clock: { now: () => NOW }, changes };
}

describe('recordMailEventStep', () => {
  it.each(['accepted', 'claimed'] as const)('records the delivery of a mail that was %s, and rings', async (state) => {
    const dependencies = recorder(
      sampleDelivery({ state, providerMessageId: state === 'claimed' ? null : 'message-1' }),
    );

    expect(await recordMailEventStep(dependencies, delivered)).toEqual({ recorded: 'delivered' });
    expect(dependencies.changes).toMatchObject([
      {
        events: [{ type: 'delivery.delivered' }],
        rows: [{ value: { state: 'delivered', deliveredAt: LATER, providerMessageId: 'message-1' } }],
        outbox: [{ kind: 'ring', doorbell: 'deliveries' }],
      },
    ]);
  });

  it('counts a mail as told that left just before secrecy held it back, and no other that is withheld', async () => {
    const held = { state: 'scheduled', notBefore: LATER, providerMessageId: null } as const;
    const left = recorder(sampleDelivery({ ...held, attempt: 1 }));
    expect(await recordMailEventStep(left, delivered)).toEqual({ recorded: 'delivered' });
    expect(left.changes).toMatchObject([{ rows: [{ value: { state: 'delivered' } }] }]);
    expect((await recordMailEventStep(recorder(sampleDelivery({ ...held, attempt: 0 })), delivered)).recorded).not.toBe(
      'delivered',
    );
  });

  it('wakes nobody for a delivery while others are open', async () => {
    const open = sampleDelivery({ deliveryId: 'case.receipt.sender-2', state: 'accepted' });
    const dependencies = recorder(
      sampleDelivery({ state: 'accepted', providerMessageId: 'message-1' }),
      sampleCase({ state: 'notifying' }),
      [open],
    );

    expect(await recordMailEventStep(dependencies, delivered)).toEqual({ recorded: 'delivered' });
    expect(dependencies.changes).toMatchObject([{ events: [{ type: 'delivery.delivered' }], outbox: [] }]);
  });

  it.each(['closed', 'sealing'] as const)(
    'opens a %s case again when a mail bounces, even after its delivery',
    async (state) => {
      const record = sampleCase({ state, closedAt: state === 'closed' ? NOW : null });
      const dependencies = recorder(sampleDelivery({ state: 'delivered', deliveredAt: NOW }), record);

      expect(await recordMailEventStep(dependencies, bounced)).toEqual({ recorded: 'bounced' });
      expect(dependencies.changes).toMatchObject([
        {
          transition: 'reopenNotification',
          set: { run: 2, stage: 'notify', closedAt: null },
          events: [{ type: 'delivery.bounced', reason: 'bounced-permanent' }, { type: 'case.reopened' }],
          rows: [{ value: { state: 'bounced', deliveredAt: null } }],
          outbox: [{ kind: 'start', run: 2, stage: 'notify' }],
        },
      ]);
    },
  );

  it('gives a bounce in an open case a named owner', async () => {
    const dependencies = recorder(sampleDelivery());
    await recordMailEventStep(dependencies, bounced);
    expect(dependencies.changes).toMatchObject([
      {
        events: [{ type: 'delivery.bounced' }, { type: 'delivery.parked' }],
        rows: [{ value: { state: 'parked', owner: 'operator', reason: 'bounced-permanent' } }],
      },
    ]);
    expect(dependencies.changes[0]?.transition).toBeUndefined();
  });

  it.each([
    ['a delivery told twice', sampleDelivery({ state: 'delivered' }), delivered],
    ['a delivery told after the bounce', sampleDelivery({ state: 'bounced' }), delivered],
    ['a bounce told twice', sampleDelivery({ state: 'bounced' }), bounced],
    ['a bounce of an earlier copy', sampleDelivery({ providerMessageId: 'message-2' }), bounced],
    ['a delivery of an earlier copy', sampleDelivery({ providerMessageId: 'message-2' }), delivered],
    ['a bounce of what a person took over', sampleDelivery({ state: 'parked' }), bounced],
    [
      'a delivery of what counsel looks at',
      sampleDelivery({ state: 'parked', owner: 'counsel', reason: 'leak-found' }),
      delivered,
    ],
    ['a mail that no duty knows', null, delivered],
    ['a mail that was sent only', sampleDelivery(), mailEvent('Email Sent')],
  ])('changes nothing for %s', async (_, delivery, event) => {
    const dependencies = recorder(delivery);
    expect(await recordMailEventStep(dependencies, event)).toEqual({ recorded: 'nothing' });
    expect(dependencies.changes).toEqual([]);
  });

  it.each(['no-word-of-delivery', 'not-accepted'])(
    'settles a mail parked for %s, even of a closed case',
    async (reason) => {
      const parked = sampleDelivery({ state: 'parked', owner: 'operator', reason });
      const dependencies = recorder(parked, sampleCase({ state: 'closed', closedAt: NOW, undelivered: 1 }));

      expect(await recordMailEventStep(dependencies, delivered)).toEqual({ recorded: 'delivered' });
      expect(dependencies.changes).toMatchObject([
        {
          set: { undelivered: 0 },
          rows: [{ value: { state: 'delivered', owner: null, reason: null, deliveredAt: LATER } }],
          outbox: [],
        },
      ]);
      expect(dependencies.changes[0]?.transition).toBeUndefined();
    },
  );

  it.each([
    ['statement-of-reasons', 1],
    ['effect-report', 1],
    ['information-about-order', 1],
    ['receipt', 0],
  ] as const)('counts a %s that bounced, and pages %i times', async (kind, pages) => {
    const dependencies = recorder(sampleDelivery({ kind }));
    await recordMailEventStep(dependencies, bounced);
    const [change] = dependencies.changes;
    expect(change?.set).toEqual({ undelivered: 1 });
    expect(change?.outbox?.filter((entry) => entry.kind === 'page')).toHaveLength(pages);
  });

  it('takes a refusal by the mail service for a bounce', async () => {
    const dependencies = recorder(sampleDelivery());
    expect(await recordMailEventStep(dependencies, mailEvent('Email Rejected'))).toEqual({ recorded: 'bounced' });
  });

  it('notes a complaint without touching the duty', async () => {
    const dependencies = recorder(sampleDelivery({ state: 'delivered' }));
    await recordMailEventStep(dependencies, mailEvent('Email Complaint Received'));
    expect(dependencies.changes).toMatchObject([{ events: [{ type: 'delivery.complained' }] }]);
    expect(dependencies.changes[0]?.rows).toBeUndefined();
  });

  it('lets mail of others pass, and a fault of the store not', async () => {
    const failing = (error: Error) => ({
      ...recorder(null),
      cases: { ...recorder(null).cases, change: () => Promise.reject(error) },
    });
    expect(await recordMailEventStep(failing(new CaseNotFoundError('x')), delivered)).toEqual({ recorded: 'nothing' });
    await expect(recordMailEventStep(failing(new Error('down')), delivered)).rejects.toThrow('down');
    const untagged = recordMailEvent.input.parse({
      'detail-type': 'Email Bounced',
      detail: { mail: { messageId: 'm' } },
    });
    expect(await recordMailEventStep(recorder(sampleDelivery()), untagged)).toEqual({ recorded: 'nothing' });
  });
});

describe('tagOfDelivery', () => {
  it('holds only what the mail service takes, and is taken back', () => {
    const tag = tagOfDelivery('case-0a.d1.decision-to-sender.uploader-2');
    expect(tag).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(deliveryOfTag(tag)).toBe('case-0a.d1.decision-to-sender.uploader-2');
  });
});
