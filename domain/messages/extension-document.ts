import { type Draft, paragraph } from './rendered-message.ts';
import { clockParagraph, closing, greeting, languageNote } from './shared-paragraphs.ts';
import { needed, type Writer } from './writer.ts';

/** To the one who asked: that the answer takes longer than the law first allows, why, and until when (GDPR Art 12(3)). */
export function extensionNotice(writer: Writer): Draft {
  const { view, say, line } = writer;
  const { reason } = needed('extension', view.extension);
  return {
    subject: say('extension.subject', { reference: view.reference }),
    paragraphs: [
      paragraph(greeting(writer)),
      paragraph(say('extension.intro', { receivedAt: writer.atWithUtc(view.receivedAt) })),
      paragraph(line('extension.reason'), writer.quote('extension.reason', reason)),
      languageNote(writer, reason),
      clockParagraph(writer),
      ...closing(writer),
    ],
  };
}
