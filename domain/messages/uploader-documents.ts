import { orderForm } from './demand-form.ts';
import { decidedItem } from './describe-items.ts';
import { type Draft, paragraph } from './rendered-message.ts';
import {
  automationParagraph,
  closing,
  greeting,
  groundParagraphs,
  languageNote,
  redressParagraphs,
} from './shared-paragraphs.ts';
import { needed, type Writer } from './writer.ts';

function restrictedItems(writer: Writer): readonly (readonly string[])[] {
  const restricted = writer.view.items.filter((item) => needed('items[].action', item.action) !== 'none');
  needed('items', restricted[0]);
  return restricted.map((item, index) => decidedItem(writer, item, index));
}

/** A message that was held back until after the measure had ended says so: it tells of the beginning alone. */
function liftedParagraph(writer: Writer): readonly string[] {
  const { liftedAt } = writer.view;
  return paragraph(liftedAt ? writer.say('restriction.lifted', { liftedAt: writer.at(liftedAt) }) : null);
}

function senderParagraph(writer: Writer): readonly string[] {
  if (!writer.view.senderDisclosed) return [];
  return paragraph(
    writer.say('statement.sender', { senderName: writer.view.sender?.name }),
    writer.view.hearing?.contactDisclosed === true ? null : writer.line('statement.sender-why'),
  );
}

/** The facts; where whoever decided wrote none apart from the reasons, those hold them and are quoted there alone. */
function factsParagraph(writer: Writer): readonly string[] {
  const { facts, ground } = needed('decision', writer.view.decision);
  const isSaidBelow = needed('decision.facts', facts).trim() === ground?.explanation?.trim();
  return paragraph(isSaidBelow ? writer.line('statement.facts.with-ground') : writer.quote('decision.facts', facts));
}

/** The statement of reasons for a restriction, with all that DSA Art 17(3)(a) to (f) asks for. */
export function statementOfReasons(writer: Writer): Draft {
  const { view } = writer;
  const decision = needed('decision', view.decision);
  const groundType = needed('decision.ground.type', decision.ground?.type);
  return {
    subject: writer.say('statement.subject', { reference: view.reference }),
    paragraphs: [
      paragraph(greeting(writer)),
      paragraph(writer.say('statement.intro', { decidedAt: writer.at(decision.decidedAt) })),
      paragraph(writer.line('statement.restriction.heading')),
      ...restrictedItems(writer),
      liftedParagraph(writer),
      paragraph(writer.line('statement.facts.heading')),
      paragraph(writer.line(`statement.trigger.${needed('trigger', view.trigger)}`)),
      senderParagraph(writer),
      factsParagraph(writer),
      paragraph(writer.line('statement.automation.heading')),
      automationParagraph(writer),
      paragraph(writer.line(`statement.ground.heading.${groundType}`)),
      ...groundParagraphs(writer),
      languageNote(writer, decision.facts, decision.ground?.explanation),
      paragraph(writer.line('statement.redress.heading')),
      ...redressParagraphs(writer),
      ...closing(writer),
    ],
  };
}

function removalOrderParagraphs(writer: Writer): readonly (readonly string[])[] {
  const { order, platform } = writer.view;
  const scrutinyAuthority = order?.scrutinyAuthority;
  return [
    paragraph(writer.line('order-information.preserved')),
    paragraph(writer.say('order-information.on-request', { contact: platform?.contact })),
    paragraph(scrutinyAuthority ? writer.say('order-information.scrutiny', { scrutinyAuthority }) : null),
  ];
}

/** A demand for information may leave its reasons out (DSA Art 10(2)); any other order that has none is not explained. */
function reasonsParagraph(writer: Writer, reasons: string | null | undefined): readonly string[] {
  if (writer.view.disclosure && !reasons) return paragraph(writer.line('disclosure.information.no-reasons'));
  return paragraph(writer.line('order-information.reasons'), writer.quote('order.statementOfReasons', reasons));
}

/** Who issued the order, on which provisions, for which reasons, and what it says on redress. */
export function explainedOrderParagraphs(writer: Writer): readonly (readonly string[])[] {
  const order = needed('order', writer.view.order);
  const provisions = needed('order.provisions', order.provisions);
  return [
    paragraph(
      writer.say('order-information.authority', { authority: order.authorityName }),
      order.reference ? writer.say('order-information.reference', { orderReference: order.reference }) : null,
      order.issuedAt ? writer.say('order-information.issued', { issuedAt: writer.at(order.issuedAt) }) : null,
      writer.say('order-information.provisions', { provisions: provisions.join('; ') }),
    ),
    reasonsParagraph(writer, order.statementOfReasons),
    paragraph(writer.line('order-information.redress'), writer.quote('order.redress', order.redress)),
    languageNote(writer, order.statementOfReasons, order.redress),
  ];
}

/**
 * Information about an order of a Member State, in place of a statement of reasons: under DSA Art 9(5) with authority,
 * reasons, redress and territorial scope; under Reg. (EU) 2021/784 Art 11 that the removal happened, the rest on request.
 */
export function informationAboutOrder(writer: Writer): Draft {
  const { view } = writer;
  const form = orderForm(needed('legalBasis', view.legalBasis));
  return {
    subject: writer.say(`order-information.subject.${form}`, { reference: view.reference }),
    paragraphs: [
      paragraph(greeting(writer)),
      paragraph(writer.line(`order-information.intro.${form}`)),
      ...restrictedItems(writer),
      liftedParagraph(writer),
      ...(form === 'removal-order' ? removalOrderParagraphs(writer) : explainedOrderParagraphs(writer)),
      ...closing(writer),
    ],
  };
}
