import { orderForm } from './demand-form.ts';
import { addressLine, itemsHeading, listComponents, unmeasuredLines } from './describe-items.ts';
import { describeTerritories } from './describe-territories.ts';
import type { ItemView } from './fact-view.ts';
import { referenceToRepeat } from './given-names.ts';
import { type EffectView, provenMeasure } from './proven-measure.ts';
import { type Draft, paragraph } from './rendered-message.ts';
import { effectReportJson, impossibilityReportJson } from './report-json.ts';
import { authorityReference, closing, greeting, languageNote } from './shared-paragraphs.ts';
import { needed, type Writer } from './writer.ts';

type Form = 'order' | 'removal-order';

function formOf(writer: Writer): Form {
  return orderForm(needed('legalBasis', writer.view.legalBasis));
}

type Subject = 'report.subject' | 'report.interim.subject' | 'impossibility.subject' | 'impossibility.draft.subject';

/** A subject with the authority's own reference, where there is one that a subject may repeat. */
export function subjectOf({ view, say }: Writer, subject: Subject, form: Form): string {
  const { reference } = view;
  const orderReference = referenceToRepeat(view.order?.reference);
  if (orderReference === null) return say(`${subject}.unreferenced.${form}`, { reference });
  return say(`${subject}.${form}`, { orderReference, reference });
}

/**
 * The order that is reported on: whose it is, its reference, by default as that of the reader, when it was issued and
 * when it was received.
 */
export function orderLines(writer: Writer, reference = authorityReference(writer)): readonly string[] {
  const { order, receivedAt } = writer.view;
  return paragraph(
    writer.say('authority.name', { authority: order?.authorityName }),
    reference,
    order?.issuedAt
      ? writer.say('report.issued', { issuedAt: writer.at(order.issuedAt), issuedAtUtc: writer.utc(order.issuedAt) })
      : writer.line('report.issued-unstated'),
    writer.say('report.receipt', { receivedAt: writer.at(receivedAt), receivedAtUtc: writer.utc(receivedAt) }),
  );
}

/** Who reports: the provider, its authorised person where one is named, and its contact. */
export function providerLines(writer: Writer): readonly string[] {
  const { platform } = writer.view;
  const authorisedPerson = platform?.authorisedPerson;
  return paragraph(
    writer.say('report.provider', { platform: platform?.name, address: platform?.address }),
    authorisedPerson ? writer.say('report.person', { authorisedPerson }) : null,
    writer.say('report.contact', { contact: platform?.contact }),
  );
}

function provenLines(writer: Writer, effect: EffectView): readonly string[] {
  const territories = describeTerritories(needed('effects[].territories', effect.territories), writer.language);
  const { effectiveAt, provenAt } = effect;
  return [
    writer.say('report.proven.effect', {
      effectiveAt: writer.at(effectiveAt),
      effectiveAtUtc: writer.utc(effectiveAt),
      territories,
    }),
    writer.say('report.proven.read-back', { provenAt: writer.at(provenAt), provenAtUtc: writer.utc(provenAt) }),
  ];
}

function withState(item: ItemView, proven: boolean): readonly EffectView[] {
  return (item.effects ?? []).filter((effect) => (effect.state === 'proven') === proven);
}

function provenItem(writer: Writer, item: ItemView, index: number): readonly string[] {
  const effects = withState(item, true);
  if (effects.length === 0) return [];
  const components = item.components ?? [];
  const action = needed('items[].action', item.action);
  return paragraph(
    addressLine(writer, item, index),
    writer.line(components.length === 0 ? `action.${action}.whole` : `action.${action}.parts`),
    components.length > 0 ? writer.say('item.components', { components: listComponents(writer, components) }) : null,
    ...effects.flatMap((effect) => provenLines(writer, effect)),
  );
}

function unprovenItem(writer: Writer, item: ItemView, index: number): readonly string[] {
  const effects = withState(item, false);
  if (effects.length === 0) return [];
  const lines = effects.map((effect) => {
    const territories = describeTerritories(needed('effects[].territories', effect.territories), writer.language);
    return writer.say(effect.state === 'failed' ? 'report.unproven.failed' : 'report.unproven.pending', {
      territories,
    });
  });
  return paragraph(addressLine(writer, item, index), ...lines);
}

/** The two boxes of Annex II and the time at which the measure was complete. */
function measureLines(writer: Writer): readonly string[] {
  const measure = provenMeasure(writer.view.items);
  return paragraph(
    writer.line('report.measure.heading'),
    writer.line(measure.removed ? 'report.measure.removed.yes' : 'report.measure.removed.no'),
    writer.line(measure.disabledInUnion ? 'report.measure.disabled.yes' : 'report.measure.disabled.no'),
    writer.say('report.measure.at', {
      effectiveAt: writer.at(measure.completeAt),
      effectiveAtUtc: writer.utc(measure.completeAt),
    }),
  );
}

/** The items on which nothing was done, each with the reason, numbered from the number `from` on. */
function unmeasuredItems(writer: Writer, from: number): readonly (readonly string[])[] {
  const left = writer.view.items.filter((item) => item.action === 'none');
  if (left.length === 0) return [];
  return [
    paragraph(writer.line('report.absent.heading')),
    ...left.map((item, index) => paragraph(addressLine(writer, item, from + index), ...unmeasuredLines(writer, item))),
  ];
}

/** Why the measure goes less far than the order asks, where its legal basis does. */
function narrowedLines(writer: Writer): readonly string[] {
  const narrowed = writer.view.order?.narrowed;
  if (!narrowed) return [];
  const listed = (field: string, codes: readonly string[] | undefined): string =>
    describeTerritories(needed(field, codes), writer.language);
  return paragraph(
    writer.say('report.narrowed', {
      asked: listed('order.narrowed.asked', narrowed.asked),
      reach: listed('order.narrowed.reach', narrowed.reach),
      source: narrowed.source,
    }),
  );
}

function titleKey(writer: Writer, form: Form) {
  if (form === 'removal-order') return 'report.title.removal-order';
  return writer.view.order?.issuedInUnion ? 'report.title.order' : 'report.title.foreign-order';
}

/**
 * The report on the effect given to an order (Reg. (EU) 2021/784 Annex II; DSA Art 9(1)): times of receipt and of the
 * measure, in local time and UTC. States only what is proven; `renderMessage` refuses it before everything is.
 */
export function effectReport(writer: Writer): Draft {
  const { view } = writer;
  const form = formOf(writer);
  const restricted = view.items.filter((item) => item.action !== 'none');
  return {
    subject: subjectOf(writer, 'report.subject', form),
    paragraphs: [
      paragraph(writer.line(titleKey(writer, form))),
      paragraph(greeting(writer)),
      orderLines(writer),
      form === 'removal-order' ? measureLines(writer) : [],
      paragraph(writer.line('report.proven.heading'), itemsHeading(writer, restricted.length)),
      ...restricted.map((item, index) => provenItem(writer, item, index)),
      narrowedLines(writer),
      ...unmeasuredItems(writer, restricted.length),
      providerLines(writer),
      ...closing(writer),
    ],
    json: effectReportJson(view, 'final'),
  };
}

/** The interim report: what is proven so far, and, apart from it, what is not. */
export function interimEffectReport(writer: Writer): Draft {
  const { view } = writer;
  const form = formOf(writer);
  const restricted = view.items.filter((item) => item.action !== 'none');
  const proven = restricted.map((item, index) => provenItem(writer, item, index)).filter((lines) => lines.length > 0);
  const unproven = restricted
    .map((item, index) => unprovenItem(writer, item, index))
    .filter((lines) => lines.length > 0);
  return {
    subject: subjectOf(writer, 'report.interim.subject', form),
    paragraphs: [
      paragraph(writer.line(`report.interim.title.${form}`)),
      paragraph(greeting(writer)),
      paragraph(writer.line('report.interim.intro')),
      orderLines(writer),
      paragraph(writer.line('report.proven.heading')),
      ...(proven.length > 0 ? proven : [paragraph(writer.line('report.proven.none'))]),
      paragraph(writer.line('report.unproven.heading')),
      ...unproven,
      narrowedLines(writer),
      ...unmeasuredItems(writer, restricted.length),
      paragraph(writer.line('report.interim.next')),
      providerLines(writer),
      ...closing(writer),
    ],
    json: effectReportJson(view, 'interim'),
  };
}

const REASONS = ['impossibility', 'manifest-errors', 'insufficient-information'] as const;

function reasonLines(writer: Writer, reason: (typeof REASONS)[number]): readonly string[] {
  const boxes = REASONS.map((candidate) =>
    writer.line(
      candidate === reason ? `impossibility.reason.${candidate}.yes` : `impossibility.reason.${candidate}.no`,
    ),
  );
  return paragraph(writer.line('impossibility.reason.heading'), ...boxes);
}

/** The proof that nothing is restricted any more on an order in which review found errors. */
function liftedParagraph(writer: Writer): readonly string[] {
  const at = writer.view.reinstatement?.at;
  if (at === undefined) return [];
  return paragraph(writer.say('impossibility.lifted', { liftedAt: writer.at(at), liftedAtUtc: writer.utc(at) }));
}

/** The report that an order cannot be carried out (Reg. (EU) 2021/784 Annex III): reason ticked, explained, what is needed. */
export function impossibilityReport(writer: Writer, version: 'draft' | 'final'): Draft {
  const { view } = writer;
  const form = formOf(writer);
  const impossibility = needed('impossibility', view.impossibility);
  const reason = needed('impossibility.reason', impossibility.reason);
  const clarification = impossibility.clarificationNeeded;
  if (reason !== 'impossibility') needed('impossibility.clarificationNeeded', clarification);
  const subject = version === 'draft' ? 'impossibility.draft.subject' : 'impossibility.subject';
  return {
    subject: subjectOf(writer, subject, form),
    paragraphs: [
      paragraph(version === 'draft' ? writer.line('impossibility.draft') : null),
      paragraph(writer.line(`impossibility.title.${form}`)),
      paragraph(greeting(writer)),
      orderLines(writer),
      reasonLines(writer, reason),
      paragraph(
        writer.line('impossibility.explanation'),
        writer.quote('impossibility.explanation', impossibility.explanation),
      ),
      languageNote(writer, impossibility.explanation),
      clarification
        ? paragraph(
            writer.line('impossibility.clarification'),
            writer.quote('impossibility.clarificationNeeded', clarification),
          )
        : [],
      liftedParagraph(writer),
      paragraph(writer.line(`impossibility.then.${reason}`)),
      providerLines(writer),
      ...closing(writer),
    ],
    json: impossibilityReportJson(view, version),
  };
}
