import { addressLine } from './describe-items.ts';
import { formatDue } from './format-time.ts';
import { type Draft, paragraph } from './rendered-message.ts';
import { closing, greeting } from './shared-paragraphs.ts';
import { needed, type Writer } from './writer.ts';

/** To the one who complained: the counter-notice itself, when the content is put back, and what keeps it from that. */
export function counterNoticeCopy(writer: Writer): Draft {
  const { view, say, line } = writer;
  const given = needed('counterNotice.given', view.counterNotice?.given);
  const named = needed('counterNotice.given.itemIds', given.itemIds);
  const items = view.items.filter(({ itemId }) => named.includes(itemId ?? ''));
  const zone = needed('counterNotice.given.zone', given.zone);
  const end = (instant: string | undefined) => formatDue(needed('counterNotice.given', instant), zone, writer.language);
  return {
    subject: say('counter-notice-copy.subject', { reference: view.reference }),
    paragraphs: [
      paragraph(greeting(writer)),
      paragraph(say('counter-notice-copy.intro', { receivedAt: writer.at(given.receivedAt) })),
      paragraph(
        say('counter-notice-copy.number', { number: given.number === undefined ? null : String(given.number) }),
        say('counter-notice-copy.name', { name: given.name }),
        say('counter-notice-copy.address', { postalAddress: given.postalAddress }),
        say('counter-notice-copy.telephone', { telephone: given.telephone }),
      ),
      paragraph(line('counter-notice-copy.items'), ...items.map((item, index) => addressLine(writer, item, index))),
      paragraph(
        line('counter-notice-copy.statements'),
        `- ${line('counter-notice-copy.mistake')}`,
        `- ${line('counter-notice-copy.jurisdiction')}`,
        `- ${line('counter-notice-copy.service')}`,
        say('counter-notice-copy.signature', { signature: given.signature }),
      ),
      paragraph(
        say('counter-notice-copy.window', { notBefore: end(given.notBefore), notAfter: end(given.notAfter) }),
        line('counter-notice-copy.unless'),
        say('counter-notice-copy.how', { courtActionUrl: given.courtActionUrl }),
      ),
      ...closing(writer),
    ],
  };
}
