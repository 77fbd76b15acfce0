import { orderLines, providerLines, subjectOf } from './authority-documents.ts';
import { addressLine } from './describe-items.ts';
import { type Draft, paragraph } from './rendered-message.ts';
import { closing, greeting } from './shared-paragraphs.ts';
import { explainedOrderParagraphs } from './uploader-documents.ts';
import { needed, type PlainSentenceKey, type Writer } from './writer.ts';

/** The categories of what was handed over, below their heading. */
function categoryLines(writer: Writer, heading: PlainSentenceKey): readonly string[] {
  const categories = needed('disclosure.categories', writer.view.disclosure?.categories);
  return paragraph(
    writer.line(heading),
    ...categories.map((category) => writer.line(`disclosure.category.${category}`)),
  );
}

function namedLines(writer: Writer, heading: PlainSentenceKey): readonly string[] {
  const lines = writer.view.items.map((item, index) => addressLine(writer, item, index));
  return lines.length === 0 ? [] : paragraph(writer.line(heading), ...lines);
}

/**
 * The report that data was handed over on a demand for information: that it was, when, by which channel, and how to
 * recognize the package (DSA Art 10(1); Reg. (EU) 2023/1543 Art 10). Never any of the data.
 */
export function disclosureReport(writer: Writer): Draft {
  const { view } = writer;
  const disclosure = needed('disclosure', view.disclosure);
  const channel = needed('disclosure.channel', disclosure.channel);
  const { handedOverAt } = disclosure;
  return {
    subject: subjectOf(writer, 'report.subject', 'order'),
    paragraphs: [
      paragraph(writer.say('disclosure.title', { legalBasis: view.legalBasisName?.[writer.language] })),
      paragraph(greeting(writer)),
      orderLines(writer),
      namedLines(writer, 'disclosure.items'),
      paragraph(
        writer.say('disclosure.handed-over', {
          handedOverAt: writer.at(handedOverAt),
          handedOverAtUtc: writer.utc(handedOverAt),
        }),
        writer.line(`disclosure.channel.${channel}`),
        writer.say('disclosure.package', { package: disclosure.reference }),
        writer.say('disclosure.hash', { sha256: disclosure.sha256 }),
      ),
      categoryLines(writer, 'disclosure.categories'),
      paragraph(writer.line('disclosure.unchanged')),
      providerLines(writer),
      ...closing(writer),
    ],
  };
}

/** Information about a demand for information, for the person concerned: that data was handed over, reasons, redress. */
export function informationAboutDemand(writer: Writer): Draft {
  const { view } = writer;
  const handedOverAt = writer.at(view.disclosure?.handedOverAt);
  return {
    subject: writer.say('disclosure.information.subject', { reference: view.reference }),
    paragraphs: [
      paragraph(greeting(writer)),
      paragraph(writer.say('disclosure.information.intro', { handedOverAt })),
      categoryLines(writer, 'disclosure.information.categories'),
      namedLines(writer, 'disclosure.information.items'),
      paragraph(writer.line('disclosure.information.unchanged')),
      ...explainedOrderParagraphs(writer),
      ...closing(writer),
    ],
  };
}
