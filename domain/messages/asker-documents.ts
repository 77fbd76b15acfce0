import { type DecisionResult, decisionResult } from './decision-result.ts';
import { demandForm } from './demand-form.ts';
import { decidedItem, itemsHeading, requestedItem, unmeasuredLines } from './describe-items.ts';
import { elementSentence } from './element-sentence.ts';
import type { ItemView } from './fact-view.ts';
import { hearingResult } from './hearing-documents.ts';
import { type Draft, paragraph } from './rendered-message.ts';
import {
  authorityReference,
  automationParagraph,
  clockParagraph,
  closing,
  greeting,
  groundParagraphs,
  languageNote,
  redressParagraphs,
} from './shared-paragraphs.ts';
import { needed, type Writer } from './writer.ts';

function formOf(writer: Writer) {
  return demandForm(needed('legalBasis', writer.view.legalBasis));
}

function namedItems(writer: Writer): readonly ItemView[] {
  return writer.view.items.filter((item) => item.url || item.submittedUrl);
}

/** The items that were not found, each with the number under which it is listed. */
function absentItems(writer: Writer): readonly string[] {
  const lines = namedItems(writer).flatMap((item, index) => {
    if (!item.absence) return [];
    const url = item.submittedUrl ?? item.url;
    return [writer.say(`information.absent.${item.absence}`, { number: String(index + 1), url })];
  });
  return lines.length === 0 ? [] : [writer.line('information.absent.heading'), ...lines];
}

function itemsAsRequested(writer: Writer): readonly (readonly string[])[] {
  const items = namedItems(writer);
  if (items.length === 0) return [];
  return [
    paragraph(itemsHeading(writer, items.length)),
    ...items.map((item, index) => requestedItem(writer, item, index)),
  ];
}

/** The confirmation of receipt (DSA Art 16(4)), for orders too. */
export function receipt(writer: Writer): Draft {
  const { view } = writer;
  const form = formOf(writer);
  return {
    subject: writer.say(`receipt.subject.${form}`, { reference: view.reference }),
    paragraphs: [
      paragraph(greeting(writer)),
      paragraph(
        writer.say(`receipt.received.${form}`, { receivedAt: writer.atWithUtc(view.receivedAt) }),
        authorityReference(writer),
        writer.say('receipt.basis', { legalBasis: view.legalBasisName?.[writer.language] }),
      ),
      ...itemsAsRequested(writer),
      paragraph(writer.line(`receipt.next.${form}`)),
      clockParagraph(writer),
      paragraph(
        view.statusUrl ? writer.say(`receipt.status.${readerOf(writer)}`, { statusUrl: view.statusUrl }) : null,
      ),
      ...closing(writer),
    ],
  };
}

type Reader = 'sender' | 'authority';

function readerOf({ audience }: Writer): Reader {
  return audience === 'authority' ? 'authority' : 'sender';
}

/** How to answer: by mail or by the interface; an authority only by the latter, which knows that it is the authority. */
function answerLines(writer: Writer): readonly (string | null)[] {
  const { statusUrl } = writer.view;
  const reader = readerOf(writer);
  return [
    reader === 'sender' || !statusUrl ? writer.line('information.answer-reply') : null,
    statusUrl
      ? writer.say(`information.answer-online.${reader}`, { informationUrl: `${statusUrl}/information` })
      : null,
  ];
}

/** The request for what is missing: each element by name, with why it is needed, and what happens without it. */
export function informationRequest(writer: Writer): Draft {
  const { view } = writer;
  const form = formOf(writer);
  const information = needed('information', view.information);
  const missing = needed('information.missing', information.missing);
  const review = needed('information.locatable', information.locatable) ? 'review-goes-on' : 'review-waits';
  const { respondBy, reason } = information;
  return {
    subject: writer.say(`information.subject.${form}`, { reference: view.reference }),
    paragraphs: [
      paragraph(greeting(writer)),
      paragraph(
        writer.say(reason ? `receipt.received.${form}` : `information.intro.${form}`, {
          receivedAt: writer.atWithUtc(view.receivedAt),
        }),
        authorityReference(writer),
      ),
      ...itemsAsRequested(writer),
      paragraph(
        writer.line(reason ? 'information.heading.asked' : 'information.heading'),
        ...missing.map(
          (element) => `- ${writer.line(elementSentence(needed('legalBasis', view.legalBasis), element))}`,
        ),
      ),
      absentItems(writer),
      reason ? paragraph(writer.line('information.reason'), writer.quote('information.reason', reason)) : [],
      languageNote(writer, reason),
      paragraph(
        writer.line(`information.${review}`),
        respondBy
          ? writer.say(`information.by.${review}`, { respondBy: writer.due(respondBy) })
          : writer.line('information.at-once'),
        ...answerLines(writer),
      ),
      ...closing(writer),
    ],
  };
}

/** The items as they were complained of, with what is known of those that are not there. */
function itemsAsRequestedAndFound(writer: Writer): readonly (readonly string[])[] {
  const [heading, ...items] = itemsAsRequested(writer);
  if (heading === undefined) return [];
  const absent = namedItems(writer).map((item) => (item.absence ? unmeasuredLines(writer, item) : []));
  return [heading, ...items.map((lines, index) => [...lines, ...(absent[index] ?? [])])];
}

/** What comes of a demand with none of its items decided apart from the others. */
const AS_ASKED: readonly DecisionResult[] = ['not-restricted', 'duplicate', 'already-unavailable', 'refused'];

function itemsAsDecided(writer: Writer, result: DecisionResult): readonly (readonly string[])[] {
  if (AS_ASKED.includes(result)) {
    return itemsAsRequestedAndFound(writer);
  }
  return writer.view.items.map((item, index) => decidedItem(writer, item, index));
}

function reasonParagraphs(writer: Writer, result: DecisionResult): readonly (readonly string[])[] {
  const { decision } = writer.view;
  const reason = decision?.reasonForSender;
  const own = reason
    ? paragraph(writer.line('decision.reasons'), writer.quote('decision.reasonForSender', reason))
    : paragraph();
  if (result === 'restricted' || result === 'partly-restricted') return [...groundParagraphs(writer), own];
  if (result === 'not-restricted' || result === 'refused') needed('decision.reasonForSender', reason);
  const provision = decision?.ground?.provision;
  return result === 'refused' ? [paragraph(writer.say('disclosure.refused.ground', { provision })), own] : [own];
}

/** What was written for the one who asked, as this letter quotes it. */
function reasonsTold({ view }: Writer, result: DecisionResult): readonly (string | null | undefined)[] {
  const { decision, items } = view;
  const isRestricted = result === 'restricted' || result === 'partly-restricted';
  const own = [decision?.reasonForSender, ...items.map(({ reason }) => reason)];
  return isRestricted ? [...own, decision?.ground?.explanation] : own;
}

function resultKey(result: DecisionResult, items: number) {
  if (items === 1) return `decision.result.${result}.one` as const;
  const isNamed = items > 0 || result === 'restricted' || result === 'partly-restricted';
  return isNamed || result === 'nothing-restricted'
    ? (`decision.result.${result}.many` as const)
    : (`decision.result.${result}.none` as const);
}

/** The decision on a notice or request, with reasons, automated means and redress (DSA Art 16(5) and (6)). */
export function decisionToSender(writer: Writer): Draft {
  const { view } = writer;
  const form = formOf(writer);
  const result = decisionResult(view);
  return {
    subject: writer.say(`decision.subject.${form}`, { reference: view.reference }),
    paragraphs: [
      paragraph(greeting(writer)),
      paragraph(
        writer.say(`decision.intro.${form}`, {
          receivedAt: writer.at(view.receivedAt),
          decidedAt: writer.at(view.decision?.decidedAt),
        }),
        authorityReference(writer),
        ...hearingResult(writer),
        writer.line(resultKey(result, view.items.length)),
        result === 'duplicate' && view.decision?.duplicateOf
          ? writer.say('decision.duplicate-of', { duplicateOf: view.decision.duplicateOf })
          : null,
      ),
      ...itemsAsDecided(writer, result),
      ...reasonParagraphs(writer, result),
      languageNote(writer, ...reasonsTold(writer, result)),
      // On a demand for data nothing is detected, and Art 16(6) speaks of notices.
      view.decision?.outcome === 'refused'
        ? []
        : paragraph(writer.line('decision.automation.heading'), ...automationParagraph(writer)),
      ...(writer.audience === 'authority'
        ? []
        : [paragraph(writer.line('decision.redress.heading')), ...redressParagraphs(writer)]),
      ...closing(writer),
    ],
  };
}

/** The confirmation that a demand was withdrawn, with what follows from it. */
export function withdrawalConfirmation(writer: Writer): Draft {
  const { view } = writer;
  const form = formOf(writer);
  const withdrawal = needed('withdrawal', view.withdrawal);
  return {
    subject: writer.say(`withdrawal.subject.${form}`, { reference: view.reference }),
    paragraphs: [
      paragraph(greeting(writer)),
      paragraph(
        writer.say(`withdrawal.received.${form}`, { withdrawnAt: writer.at(withdrawal.at) }),
        authorityReference(writer),
        writer.line(`withdrawal.result.${needed('withdrawal.result', withdrawal.result)}`),
      ),
      ...closing(writer),
    ],
  };
}

/** The notice that a demand belongs elsewhere, and where. */
export function rerouteNotice(writer: Writer): Draft {
  const { view } = writer;
  const form = formOf(writer);
  const reroute = needed('reroute', view.reroute);
  const reason = view.decision?.reasonForSender;
  return {
    subject: writer.say(`reroute.subject.${form}`, { reference: view.reference }),
    paragraphs: [
      paragraph(greeting(writer)),
      paragraph(
        writer.say(`receipt.received.${form}`, { receivedAt: writer.at(view.receivedAt) }),
        authorityReference(writer),
        writer.line(`reroute.reason.${needed('reroute.reason', reroute.reason)}`),
      ),
      ...itemsAsRequested(writer),
      reason ? paragraph(writer.line('decision.reasons'), writer.quote('decision.reasonForSender', reason)) : [],
      languageNote(writer, reason),
      paragraph(
        writer.say('reroute.door', { door: reroute.door?.[writer.language] }),
        reroute.url ? writer.say('reroute.url', { url: reroute.url }) : null,
        writer.line('reroute.closed'),
        writer.line('reroute.contest'),
      ),
      ...closing(writer),
    ],
  };
}
