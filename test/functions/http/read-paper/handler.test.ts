import { describe, expect, it, vi } from 'vitest';
import { SimpleMailReader } from '#adapters/mail-reader';
import type { Delivery } from '#domain/delivery';
import { renderMessage } from '#domain/messages/render-message';
import { showPaper } from '../../../../functions/http/read-paper/handler.ts';
import { compose, type KeptMessage } from '../../../../functions/legal-removal/tell/compose.ts';
import { DocumentNotFoundError, KeyErasedError } from '../../../../functions/ports/errors.ts';
import type { PaperDocument } from '../../../../functions/ports/paper.ts';
import { complaintSheet, noticeSheet, removalOrderSheet } from '../../../domain/messages/fact-sheets.ts';
import { auditorRequest, clock } from '../../support/request.ts';
import { sampleCase, sampleDelivery } from '../../support/sample-case.ts';

const paper = { write: async ({ title }: PaperDocument) => Buffer.from(`%PDF ${title}`) };
const READER = { name: 'Mara Lind', email: 'mara.lind@post.example' } as Parameters<typeof compose>[2];

/** A message as it is kept, and the duty that owed it. */
async function written(facts: ReturnType<typeof noticeSheet>, changes: Partial<Delivery>) {
  const delivery = sampleDelivery({ documentKey: 'messages/1', language: 'de', ...changes });
  const kept = await compose(delivery, facts, READER, { from: 'recht@klangwerk.example', paper });
  return { delivery, kept: kept as KeptMessage };
}

/** Asks for the paper of a message, and gives the answer and what was set. */
async function asked(delivery: Delivery | null, get: () => Promise<unknown>) {
  const papers: PaperDocument[] = [];
  const append = vi.fn();
  const answer = await showPaper(
    {
      cases: { load: async () => sampleCase(), readRow: async <Row>() => delivery as Row },
      documents: { get },
      audit: { append },
      paper: {
        write: async (document) => {
          papers.push(document);
          return await paper.write(document);
        },
      },
      mails: new SimpleMailReader(),
      clock,
    },
    { ...auditorRequest(), params: { caseId: sampleCase().caseId, deliveryId: delivery?.deliveryId ?? 'unknown' } },
  );
  return { answer, papers, append };
}

describe('showPaper', () => {
  it('sets a letter as it was sent, with its subject as title, and records the read', async () => {
    const facts = noticeSheet();
    const { delivery, kept } = await written(facts, { kind: 'decision-to-sender', to: 'sender' });
    const { answer, papers, append } = await asked(delivery, async () => kept);

    const { subject, text } = renderMessage('decision-to-sender', 'de', 'sender', facts);
    const { reference } = sampleCase();
    expect(papers).toEqual([
      { title: subject, text, language: 'de', reference, writtenAt: '2026-11-22T15:05:00.000Z' },
    ]);
    expect(answer).toMatchObject({ status: 200, bytesOf: 'application/pdf' });
    expect(answer.headers).toEqual({
      'content-disposition': `attachment; filename="${reference}-decision-to-sender.pdf"`,
    });
    expect(append).toHaveBeenCalledOnce();
    expect(JSON.stringify(append.mock.calls)).toContain(`messages/${delivery.deliveryId}`);
  });

  it('gives the PDF of a report as it was attached', async () => {
    const { delivery, kept } = await written(removalOrderSheet(), { kind: 'effect-report', to: 'authority' });
    const { answer, papers } = await asked(delivery, async () => kept);

    expect(papers).toEqual([]);
    expect(Buffer.from(String(answer.body), 'base64').toString()).toMatch(/^%PDF Bericht|^%PDF Rückmeldung/);
  });

  it.each([
    ['de', '(steht nur in der E-Mail)'],
    ['en', '(stated in the e-mail only)'],
  ] as const)('says on paper in %s that an access token is in the mail alone', async (language, words) => {
    const { delivery, kept } = await written(complaintSheet(), { kind: 'hearing-notice', to: 'uploader', language });
    const { papers } = await asked(delivery, async () => kept);

    expect(papers[0]?.text).toContain(`: ${words}\n`);
    expect(papers[0]?.text).not.toContain('[access-token]');
  });

  it.each([
    ['that is not there', null],
    ['that is not written yet', sampleDelivery({ documentKey: null })],
    ['that a partner was sent', sampleDelivery({ documentKey: 'm', channel: 'webhook', kind: 'partner-restriction' })],
    [
      'that nobody sent yet',
      sampleDelivery({ documentKey: 'm', channel: 'draft', kind: 'impossibility-report-draft' }),
    ],
    ['to the police', sampleDelivery({ documentKey: 'm', kind: 'crime-report' })],
  ])('has no paper of a message %s', async (_what, delivery) => {
    const { answer, append } = await asked(delivery, async () => expect.unreachable());

    expect(answer.status).toBe(404);
    expect(append).not.toHaveBeenCalled();
  });

  it.each([new KeyErasedError('sender'), new DocumentNotFoundError('m')])(
    'has none of what was erased: $name',
    async (error) => {
      const { answer } = await asked(sampleDelivery({ documentKey: 'm' }), async () => Promise.reject(error));

      expect(answer).toMatchObject({ status: 404, body: { detail: 'What this message says was erased.' } });
    },
  );
});
