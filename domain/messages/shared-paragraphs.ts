import { nameToGreet } from './given-names.ts';
import { paragraph } from './rendered-message.ts';
import type { SentenceKey } from './sentence-catalogue.ts';
import { needed, type Writer } from './writer.ts';
import { writtenLanguage } from './written-language.ts';

/** The salutation in the reader's words: by name where one is known that is a name, formal for an authority. */
export function greeting(writer: Writer): string {
  const { view } = writer;
  if (writer.audience === 'authority') return writer.line('greeting.formal');
  const name = writer.audience === 'sender' ? view.sender?.name : view.uploader?.name;
  const greeted = nameToGreet(name);
  if (greeted !== null) return writer.say('greeting.named', { name: greeted });
  if (name) return writer.line('greeting.neutral');
  return writer.line(writer.audience === 'sender' ? 'greeting.formal' : 'greeting.uploader');
}

/** How a message ends: how to reach us, our reference, who writes, and the date. */
export function closing(writer: Writer): readonly (readonly string[])[] {
  const { platform, reference, composedAt } = writer.view;
  return [
    paragraph(writer.say('closing.contact', { contact: platform?.contact })),
    paragraph(writer.say('closing.reference', { reference }), writer.say('date.line', { date: writer.at(composedAt) })),
    paragraph(
      writer.line('closing.regards'),
      writer.say('closing.platform', { platform: platform?.name, address: platform?.address }),
    ),
  ];
}

/** The authority's own reference, where the reader is an authority and gave its order one. */
export function authorityReference(writer: Writer): string | null {
  if (writer.audience !== 'authority') return null;
  const orderReference = writer.view.order?.reference;
  return orderReference ? writer.say('authority.reference', { orderReference }) : null;
}

/** Whether automated means were used, in one of six wordings (DSA Art 16(6) and 17(3)(c)). */
export function automationParagraph(writer: Writer): readonly string[] {
  const automation = needed('decision.automation', writer.view.decision?.automation);
  const detection = needed('decision.automation.detection', automation.detection) ? 'detected' : 'undetected';
  const decision = needed('decision.automation.decision', automation.decision);
  return paragraph(writer.line(`automation.${detection}.${decision}`));
}

/** On which provision the decision rests, and why (DSA Art 17(3)(d) and (e)); nobody assessed what a rule decided. */
export function groundParagraphs(writer: Writer): readonly (readonly string[])[] {
  const ground = needed('decision.ground', writer.view.decision?.ground);
  const type = needed('decision.ground.type', ground.type);
  const isByRule = writer.view.decision?.automation?.decision === 'fully-automated';
  return [
    paragraph(writer.say(`ground.${type}`, { provision: ground.provision })),
    paragraph(
      writer.line(`ground.why-${isByRule && type === 'illegal' ? 'by-rule' : type}`),
      writer.quote('decision.ground.explanation', ground.explanation),
    ),
  ];
}

/** The ways to challenge the decision that the platform owes this reader (DSA Art 17(3)(f), 20, 21; 17 USC 512(g)). */
export function redressParagraphs(writer: Writer): readonly (readonly string[])[] {
  const redress = needed('redress', writer.view.redress);
  const { complaintUntil, complaintToken, outOfCourtUrl } = redress;
  const token = complaintToken ?? writer.view.counterNotice?.way?.accessToken;
  const hasComplaint = redress.complaint === true;
  const hasCounterNotice = redress.counterNotice === true;
  const others = [
    redress.supervisoryAuthority === true ? writer.line('redress.supervisory-authority') : null,
    redress.appellateCommittee === true ? writer.line('redress.appellate-committee') : null,
  ];
  const hasOther = hasComplaint || hasCounterNotice || Boolean(outOfCourtUrl) || others.some((line) => line !== null);
  const until = complaintUntil ? writer.lastDay(complaintUntil) : null;
  const complaint = paragraph(
    hasComplaint ? writer.line('redress.complaint') : null,
    hasComplaint ? complaintWay(writer) : null,
    hasComplaint && until ? writer.say('redress.complaint-until', { complaintUntil: until }) : null,
    hasComplaint ? writer.line('redress.complaint-human') : null,
  );
  const counterNotice = paragraph(
    hasCounterNotice ? writer.line('redress.counter-notice') : null,
    hasCounterNotice && !writer.view.counterNotice?.way ? byMail(writer) : null,
    hasCounterNotice ? writer.line('redress.counter-notice-identity') : null,
    hasCounterNotice && hasComplaint ? writer.line('redress.counter-notice-alternative') : null,
  );
  const outOfCourt = paragraph(outOfCourtUrl ? writer.say('redress.out-of-court', { outOfCourtUrl }) : null);
  return [
    complaint,
    counterNotice,
    ...(hasCounterNotice ? counterNoticeWay(writer) : []),
    outOfCourt,
    ...others.map((line) => paragraph(line)),
    paragraph(writer.line(hasOther ? 'redress.court' : 'redress.court-alone')),
    paragraph(token ? writer.say('redress.token', { accessToken: token }) : null),
  ];
}

/** How a counter-notice is given: what it must hold, where it goes, and what follows. */
function counterNoticeWay(writer: Writer): readonly (readonly string[])[] {
  const way = writer.view.counterNotice?.way;
  if (!way) return [];
  const elements = needed('counterNotice.way.elements', way.elements);
  return [
    paragraph(
      writer.say('counter-notice.how', { url: way.url }),
      ...elements.map((element) => `- ${writer.line(`counter-notice.element.${element}`)}`),
      writer.line('counter-notice.then'),
    ),
  ];
}

/** How a complaint is lodged: with the token below, or with the one that a sender has; else by mail. */
function complaintWay(writer: Writer): string {
  const { complaintUrl, complaintToken } = writer.view.redress ?? {};
  if (!complaintUrl) return byMail(writer);
  return writer.say(`redress.complaint-online.${complaintToken ? 'uploader' : 'sender'}`, { complaintUrl });
}

/** How to go either way: by mail, as there is no page for it. */
function byMail({ say, view }: Writer): string {
  return say('redress.by-mail', { contact: view.platform?.contact, reference: view.reference });
}

/** That reasons are not in the reader's language, where one of `texts` is not. */
export function languageNote(writer: Writer, ...texts: readonly (string | null | undefined)[]): readonly string[] {
  const languages = texts.map((text) => writtenLanguage(text ?? ''));
  const isForeign = languages.some((language) => language !== null && language !== writer.language);
  return isForeign ? paragraph(writer.line('reasons.written-language')) : [];
}

type ClockSentence = Extract<SentenceKey, `clock.${string}`>;

/** The clocks owed to this reader, each as what it is: a target or a request is never called a deadline. */
export function clockParagraph(writer: Writer): readonly string[] {
  return writer.view.clocks.map((clock) => {
    const kind = needed('clocks[].kind', clock.kind);
    const direction = needed('clocks[].direction', clock.direction);
    const due = writer.due(clock.dueAt);
    if (kind === 'statutory') return writer.say(`clock.statutory.${direction}`, { due, source: clock.source });
    const key: Exclude<ClockSentence, `clock.statutory.${string}`> =
      kind === 'ordered' ? `clock.ordered.${direction}` : `clock.${kind}`;
    return writer.say(key, { due });
  });
}
