import { addressLine, itemsHeading, listComponents } from './describe-items.ts';
import { describeTerritories } from './describe-territories.ts';
import type { ItemView } from './fact-view.ts';
import { formatDue } from './format-time.ts';
import { type Draft, paragraph } from './rendered-message.ts';
import { closing, greeting, groundParagraphs, languageNote } from './shared-paragraphs.ts';
import { needed, type Writer } from './writer.ts';

type Paragraphs = readonly (readonly string[])[];

/** The end of the window in the zone in which it ends. */
function windowEnd(writer: Writer): string {
  const { answerUntil, zone } = needed('hearing', writer.view.hearing);
  const end = needed('hearing.answerUntil', answerUntil);
  return formatDue(end, needed('hearing.zone', zone), writer.language);
}

/** Who complained, as far as the reader may know. */
function complainant(writer: Writer): string | null {
  const { sender } = writer.view;
  if (!sender?.name) return null;
  return sender.email
    ? writer.say('hearing.sender', { senderName: sender.name, senderEmail: sender.email })
    : writer.say('hearing.sender-name', { senderName: sender.name });
}

/** What the notice says, and which items it names. */
function onNotice(writer: Writer): Paragraphs {
  const { view } = writer;
  const complaint = needed('hearing.complaint', view.hearing?.complaint);
  return [
    paragraph(writer.say('hearing.basis', { legalBasis: view.legalBasisName?.[writer.language] }), complainant(writer)),
    paragraph(itemsHeading(writer, view.items.length)),
    view.items.map((item, index) => addressLine(writer, item, index)),
    paragraph(writer.line('hearing.complaint')),
    ...complaint.map(({ about, text }) =>
      paragraph(
        writer.line(`hearing.complaint.${needed('hearing.complaint[].about', about)}`),
        writer.quote('hearing.complaint[].text', text),
      ),
    ),
    languageNote(writer, ...complaint.map(({ text }) => text)),
  ];
}

function intendedItem(writer: Writer, item: ItemView, index: number): readonly string[] {
  const components = item.components ?? [];
  const territories = needed('items[].territories', item.territories);
  return paragraph(
    addressLine(writer, item, index),
    writer.line(`hearing.intended.${needed('items[].action', item.action)}`),
    components.length > 0 ? writer.say('item.components', { components: listComponents(writer, components) }) : null,
    writer.say('item.territories', { territories: describeTerritories(territories, writer.language) }),
    item.until ? writer.say('item.until', { until: writer.at(item.until) }) : null,
  );
}

/** What is intended, and why: the statement of reasons before the restriction (Reg. (EU) 2024/1083 Art 18(4)). */
function onProposal(writer: Writer): Paragraphs {
  const { decision, items } = writer.view;
  const restricted = items.filter(({ action }) => action !== null && action !== 'none');
  needed('items', restricted[0]);
  return [
    paragraph(writer.line('hearing.intended')),
    ...restricted.map((item, index) => intendedItem(writer, item, index)),
    paragraph(writer.line('hearing.reasons')),
    ...(decision?.facts ? [paragraph(writer.quote('decision.facts', decision.facts))] : []),
    ...groundParagraphs(writer),
    languageNote(writer, decision?.facts, decision?.ground?.explanation),
  ];
}

/** What somebody is heard on before anybody decides or restricts, until when, how to answer, and what silence means. */
export function hearingNotice(writer: Writer): Draft {
  const { view } = writer;
  const hearing = needed('hearing', view.hearing);
  const form = needed('hearing.proposes', hearing.proposes) ? 'proposal' : 'notice';
  const { onSilence, answerUrl, accessToken } = hearing;
  return {
    subject: writer.say(`hearing.subject.${form}`, { reference: view.reference }),
    paragraphs: [
      paragraph(greeting(writer)),
      paragraph(writer.line(`hearing.intro.${form}`)),
      ...(form === 'proposal' ? onProposal(writer) : onNotice(writer)),
      paragraph(
        writer.say('hearing.until', { until: windowEnd(writer) }),
        writer.line(`hearing.silence.${needed('hearing.onSilence', onSilence)}`),
      ),
      paragraph(hearing.objectionNeeds === 'name-and-address' ? writer.line('hearing.needs') : null),
      paragraph(writer.say('hearing.how', { answerUrl }), writer.say('hearing.token', { accessToken })),
      ...closing(writer),
    ],
  };
}

/** To the one who complained: that it was sent on, with or without a name, and until when an answer may come. */
export function hearingConfirmation(writer: Writer): Draft {
  const { view } = writer;
  const hearing = needed('hearing', view.hearing);
  const named = view.senderDisclosed === true ? 'named' : 'hidden';
  const disclosure = hearing.contactDisclosed === true ? 'disclosed' : named;
  return {
    subject: writer.say('hearing-confirmation.subject', { reference: view.reference }),
    paragraphs: [
      paragraph(greeting(writer)),
      paragraph(
        writer.say('hearing-confirmation.sent', { sentAt: writer.at(hearing.sentAt) }),
        writer.line(`hearing-confirmation.${disclosure}`),
      ),
      paragraph(
        writer.say('hearing-confirmation.until', { until: windowEnd(writer) }),
        writer.line('hearing-confirmation.then'),
      ),
      ...closing(writer),
    ],
  };
}

/**
 * To those who were heard, of what of theirs is not restricted in the end, whatever else is: that it was decided so, or
 * that it was withdrawn.
 */
export function hearingOutcome(writer: Writer): Draft {
  const { view } = writer;
  const { decision } = view;
  const staying = view.items.filter(({ action }) => (action ?? 'none') === 'none');
  // An intended decision, on which somebody is heard until it is withdrawn, restricts all of theirs.
  const isDecided = decision && staying.length > 0;
  // What a rule left as it is, a person still looks at.
  const isForNow = isDecided && decision.automation?.decision === 'fully-automated';
  return {
    subject: writer.say(isForNow ? 'hearing-outcome.subject.for-now' : 'hearing-outcome.subject', {
      reference: view.reference,
    }),
    paragraphs: [
      paragraph(greeting(writer)),
      paragraph(
        isDecided
          ? writer.say('hearing-outcome.decided', { decidedAt: writer.at(decision.decidedAt) })
          : writer.line('hearing-outcome.withdrawn'),
        writer.line(isForNow ? 'hearing-outcome.stays-until-looked-at' : 'hearing-outcome.stays'),
      ),
      (isDecided ? staying : view.items).map((item, index) => addressLine(writer, item, index)),
      ...closing(writer),
    ],
  };
}

/** How a hearing ended, in the answer to the one who asked, with the details that may be passed on. */
export function hearingResult(writer: Writer): readonly string[] {
  const { hearing } = writer.view;
  if (!hearing?.result) return [];
  const posters = hearing.posters ?? [];
  const passedOn = posters.map(({ name, address }) => writer.say('hearing.posters', { name, address }));
  const withheld =
    hearing.result === 'objection' && hearing.objectionNeeds === 'name-and-address' && posters.length === 0;
  return paragraph(
    writer.line(`hearing.result.${hearing.result}`),
    ...passedOn,
    withheld ? writer.line('hearing.posters.withheld') : null,
  );
}
