/**
 * A delivery id as a tag of a mail: the mail service takes letters, digits, `_` and `-` only, and delivery ids
 * hold points but no underscores (SES API reference, MessageTag).
 */
export function tagOfDelivery(deliveryId: string): string {
  return deliveryId.replaceAll('.', '_');
}

/** The delivery id a tag stands for. */
export function deliveryOfTag(tag: string): string {
  return tag.replaceAll('_', '.');
}
