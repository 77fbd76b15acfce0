import fc from 'fast-check';
import { getDocumentProxy, getMeta } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { DeliveryKind } from '#domain/delivery';
import type { FactSheet } from '#domain/messages/fact-sheet';
import { factValues } from '#domain/messages/fact-values';
import { leakSearch } from '#domain/messages/find-leaks';
import { Language, type Party, type PartyRole } from '#domain/party';
import { compose, type KeptMessage } from '../../../../functions/legal-removal/tell/compose.ts';
import { type MailParticulars, writeMail } from '../../../../functions/legal-removal/tell/mime.ts';
import type { Paper, PaperDocument } from '../../../../functions/ports/paper.ts';
import { noticeSheet, removalOrderSheet } from '../../../domain/messages/fact-sheets.ts';
import { generatedSheets, isMarked, kindsFor } from '../../../domain/messages/generated-sheets.ts';
import { dejavuPaper, textOf } from '../../../support/pdf.ts';
import { sampleDelivery } from '../../support/sample-case.ts';

const FROM = 'recht@klangwerk.example';
const WEBHOOKS: ReadonlySet<DeliveryKind> = new Set(['partner-restriction', 'partner-reinstatement']);
const MESSAGES = (['sender', 'authority', 'uploader', 'partner'] as const).flatMap((reader) =>
  kindsFor(reader).flatMap((kind) => Language.options.map((language) => ({ kind, reader, language }))),
);
/** A paper that shows all that it is given: what becomes of it as PDF is looked at below. */
const OPEN_PAPER: Paper = { write: async (document) => Buffer.from(JSON.stringify(document)) };

function addressOf(reader: PartyRole, { sender, uploader }: FactSheet): string {
  const own = { sender: sender?.email, uploader: uploader?.email };
  return (reader === 'sender' || reader === 'uploader' ? own[reader] : null) ?? 'reader@post.example';
}

/** The message as it leaves, or null where none does. */
async function outputOf(
  { kind, reader, language }: (typeof MESSAGES)[number],
  facts: FactSheet,
  paper: Paper = OPEN_PAPER,
): Promise<KeptMessage | null> {
  const channel = WEBHOOKS.has(kind) ? 'webhook' : 'mail';
  const delivery = sampleDelivery({ caseId: facts.caseId, kind, to: reader, channel, language });
  const party = { email: addressOf(reader, facts) } as Party;
  const composed = await compose(delivery, facts, party, { from: FROM, paper });
  return 'withheld' in composed ? null : composed;
}

/** All that a mail holds, by part: its header lines, and the name and content of each part, decoded. */
function partsOf(mail: Uint8Array): Readonly<Record<string, string>> {
  const raw = Buffer.from(mail).toString('latin1');
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1];
  const pieces = boundary === undefined ? [raw] : raw.split(`--${boundary}`);
  return Object.fromEntries(
    pieces.flatMap((piece, index) => {
      const end = piece.indexOf('\r\n\r\n');
      const body = piece.slice(end + 4);
      const isBase64 = /^content-transfer-encoding: base64/im.test(piece.slice(0, end));
      const text = isBase64 ? Buffer.from(body, 'base64').toString('utf8') : body;
      return [
        [`head ${index}`, decodedWords(piece.slice(0, end))],
        [`part ${index}`, text],
      ];
    }),
  );
}

/** Header lines with their encoded words read (RFC 2047). */
function decodedWords(head: string): string {
  return head.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?(b|q)\?([^?]*)\?=/gi, (_, how: string, word: string) =>
    how.toLowerCase() === 'b'
      ? Buffer.from(word, 'base64').toString('utf8')
      : decodeURIComponent(
          word
            .replaceAll('_', ' ')
            .replaceAll('%', '%25')
            .replace(/=([0-9A-F]{2})/g, '%$1'),
        ),
  );
}

/** What is found in bytes that leave: by the search that guards messages, and by looking for the marks themselves. */
function leaksIn(bytes: Uint8Array, facts: FactSheet, reader: PartyRole): readonly string[] {
  const parts = partsOf(bytes);
  const whole = Object.values(parts).join('\n').replace(/=\r\n/g, '');
  const hidden = factValues(facts, reader).filter(({ value, cleared }) => !cleared && isMarked(value));
  const found = leakSearch(facts, reader)({ subject: '', text: '', extras: parts });
  return [
    ...found.map(({ field }) => field),
    ...hidden.filter(({ value }) => whole.includes(value)).map(({ rule }) => rule.path),
  ];
}

describe('what leaves the house', () => {
  it('holds nothing that its reader may not know, over 500 generated cases, in headers, parts, file names and webhooks', async () => {
    const left = new Set<unknown>();
    await fc.assert(
      fc.asyncProperty(generatedSheets(), async ({ facts, seed }) => {
        const message = MESSAGES[seed % MESSAGES.length]!;
        const output = await outputOf(message, facts);
        if (output === null) return;
        left.add(message);
        expect(leaksIn(Buffer.from(output.bytes, 'base64'), facts, message.reader)).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect(left.size).toBeGreaterThan(MESSAGES.length / 2);
  });

  const facts = noticeSheet();
  const mail: MailParticulars = {
    deliveryId: 'case-1.d1.statement-of-reasons.uploader-1',
    caseId: facts.caseId,
    from: FROM,
    to: 'mara.lind@post.example',
    subject: 'Begründung',
    text: 'Guten Tag',
    json: undefined,
    pdf: null,
    language: 'de',
    date: facts.composedAt,
  };

  it.each([
    ['the subject', { subject: 'Begründung für Kanzlei Beispiel' }],
    ['the text', { text: 'Die Kanzlei Beispiel hat den Titel gemeldet, schön.' }],
    ['the address of another', { to: 'ansprueche@kanzlei-beispiel.example' }],
    ['data for machines', { json: { by: ['Kanzlei Beispiel'] } }],
    ['a name of a field for machines', { json: { 'Kanzlei Beispiel': true } }],
    ['a document', { pdf: Buffer.from('Kanzlei Beispiel') }],
    ['the language', { language: 'kanzlei beispiel' }],
  ] as const)('is found to leak where a name was put on purpose into %s', async (_where, changes) => {
    expect(leaksIn(await writeMail(mail), facts, 'uploader')).toEqual([]);
    expect(leaksIn(await writeMail({ ...mail, ...changes }), facts, 'uploader')).not.toEqual([]);
  });

  it('is found to leak where a name was put on purpose into the name of a file', async () => {
    const bytes = Buffer.from(await writeMail({ ...mail, json: {} })).toString('latin1');
    const renamed = Buffer.from(bytes.replaceAll('report.json', 'kanzlei-beispiel.json'), 'latin1');
    expect(leaksIn(renamed, facts, 'uploader')).not.toEqual([]);
  });

  it('is found to leak where a name was put on purpose into a webhook', async () => {
    const output = await outputOf({ kind: 'partner-restriction', reader: 'partner', language: 'de' }, facts);
    const body = Buffer.from(output?.bytes ?? '', 'base64').toString('utf8');
    expect(leaksIn(Buffer.from(body), facts, 'partner')).toEqual([]);
    const leaky = body.replace('item.restricted', 'Kanzlei Beispiel');
    expect(leaksIn(Buffer.from(leaky), facts, 'partner')).toContain('sender.name');
  });
});

describe('a document on paper', () => {
  const paper = dejavuPaper();
  const secret = { confidential: [{ label: 'reviewer', value: 'Ines Okonkwo', audiences: [] }] };
  const facts = removalOrderSheet({ ...secret, sender: noticeSheet().sender });

  /** What the text layer and the metadata of a document tell an authority that may not know it. */
  async function leaksOf(document: PaperDocument): Promise<readonly string[]> {
    const bytes = await paper.write(document);
    const { info, metadata } = await getMeta(await getDocumentProxy(new Uint8Array(bytes)));
    const extras = { metadata: JSON.stringify([info, metadata]) };
    return leakSearch(facts, 'authority')({ subject: '', text: await textOf(bytes), extras }).map(({ place }) => place);
  }

  it.each(Language.options)('tells its reader nothing of others, in words or in metadata, in %s', async (language) => {
    const papers: PaperDocument[] = [];
    const keeping: Paper = {
      write: async (document) => {
        papers.push(document);
        return Buffer.from('');
      },
    };
    await outputOf({ kind: 'effect-report', reader: 'authority', language }, facts, keeping);
    const [document] = papers;
    expect(await leaksOf(document!)).toEqual([]);
    expect(await leaksOf({ ...document!, title: `${document!.title} (Ines Okonkwo)` })).toEqual(['text', 'metadata']);
    expect(await leaksOf({ ...document!, text: `${document!.text}\nMara Lind` })).toEqual(['text']);
  });
});
