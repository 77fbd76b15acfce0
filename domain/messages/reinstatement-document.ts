import { addressLine } from './describe-items.ts';
import type { FactView, ItemView } from './fact-view.ts';
import { type Draft, paragraph } from './rendered-message.ts';
import { authorityReference, closing, greeting, languageNote, redressParagraphs } from './shared-paragraphs.ts';
import { needed, type Writer } from './writer.ts';

type Lifting = NonNullable<FactView['reinstatement']>;

function endOf(item: ItemView, { ended = [] }: Lifting): string | undefined {
  return ended.find(({ itemId }) => itemId === item.itemId)?.at;
}

/** The items whose restriction no longer applies, in the same words whatever else may restrict one of them. */
function itemParagraphs(writer: Writer, items: readonly ItemView[], lifting: Lifting): readonly (readonly string[])[] {
  const described = items.map((item, index) => {
    const endedAt = endOf(item, lifting);
    const end = endedAt === undefined ? null : writer.say('reinstatement.ended', { endedAt: writer.at(endedAt) });
    return paragraph(addressLine(writer, item, index), end);
  });
  return [[writer.line('reinstatement.items'), ...described.flat()]];
}

/** Why, in the words of those who decided, as far as the reader may know them. */
function reasonParagraphs(writer: Writer, { explanation }: Lifting): readonly (readonly string[])[] {
  if (!explanation) return [];
  return [
    paragraph(writer.line('decision.reasons'), writer.quote('reinstatement.explanation', explanation)),
    languageNote(writer, explanation),
  ];
}

/**
 * The message that restrictions no longer apply: why, since when, and to which items; to the uploader, and to the one who
 * had asked. Whether an item is available again is never said: that would betray another restriction, which may be
 * secret.
 */
export function reinstatement(writer: Writer): Draft {
  const { view, audience } = writer;
  const lifting = needed('reinstatement', view.reinstatement);
  const named = needed('reinstatement.itemIds', lifting.itemIds);
  const items = view.items.filter((item) => named.length === 0 || named.includes(item.itemId ?? ''));
  needed('items', items[0]);
  const reader = audience === 'uploader' ? 'uploader' : 'sender';
  const opening = audience === 'authority' ? 'authority' : reader;
  const intro = items.every((item) => endOf(item, lifting) !== undefined) ? 'intro-ended' : 'intro';
  return {
    subject: writer.say(`reinstatement.${reader}.subject`, { reference: view.reference }),
    paragraphs: [
      paragraph(greeting(writer)),
      paragraph(
        writer.say(`reinstatement.${opening}.${intro}`, { reinstatedAt: writer.at(lifting.at) }),
        authorityReference(writer),
        writer.line(`reinstatement.reason.${needed('reinstatement.reason', lifting.reason)}`),
      ),
      ...reasonParagraphs(writer, lifting),
      ...itemParagraphs(writer, items, lifting),
      ...(audience === 'sender' && view.redress
        ? [paragraph(writer.line('decision.redress.heading')), ...redressParagraphs(writer)]
        : []),
      ...closing(writer),
    ],
  };
}
