import { orderLines, providerLines } from './authority-documents.ts';
import { addressLine, itemsHeading } from './describe-items.ts';
import { type Draft, paragraph } from './rendered-message.ts';
import { scrutinyRequestJson } from './report-json.ts';
import { closing, greeting, languageNote } from './shared-paragraphs.ts';
import { needed, type Writer } from './writer.ts';

/**
 * Our reasoned request to the authority of the establishment to scrutinise an order of another Member State (Reg. (EU)
 * 2021/784 Art 4(4)): which order, what it restricts, how it infringes the law in our view, and that it was executed.
 */
export function scrutinyRequest(writer: Writer): Draft {
  const { view, line, say } = writer;
  const scrutiny = needed('scrutiny', view.scrutiny);
  const orderReference = view.order?.reference;
  const executed = view.items.some(({ effects = [] }) => effects.some(({ state }) => state === 'proven'));
  return {
    subject: say('scrutiny.subject', { reference: view.reference }),
    paragraphs: [
      paragraph(line('scrutiny.title')),
      paragraph(greeting(writer)),
      paragraph(line('scrutiny.intro')),
      orderLines(writer, orderReference ? say('scrutiny.reference', { orderReference }) : null),
      paragraph(itemsHeading(writer, view.items.length)),
      paragraph(...view.items.map((item, index) => addressLine(writer, item, index))),
      paragraph(
        line(`scrutiny.${needed('scrutiny.infringement', scrutiny.infringement)}`),
        line('scrutiny.grounds'),
        writer.quote('scrutiny.grounds', scrutiny.grounds),
      ),
      languageNote(writer, scrutiny.grounds),
      paragraph(executed ? line('scrutiny.executed') : null),
      paragraph(line('scrutiny.decision')),
      providerLines(writer),
      ...closing(writer),
    ],
    json: scrutinyRequestJson(view),
  };
}
