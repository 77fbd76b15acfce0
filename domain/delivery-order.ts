import { type Delivery, DeliveryKind } from './delivery.ts';

type Ordered = Pick<Delivery, 'deliveryId' | 'kind' | 'personId' | 'state' | 'owedAt'>;

/** Messages that take back what others have said, and which those are: nobody hears of an end before the beginning. */
const TAKES_BACK: Readonly<Partial<Record<DeliveryKind, readonly DeliveryKind[]>>> = {
  'reinstatement-to-uploader': ['statement-of-reasons', 'information-about-order'],
  'reinstatement-to-sender': ['decision-to-sender', 'effect-report', 'interim-effect-report'],
  'partner-reinstatement': ['partner-restriction'],
};

/** Duties in the order in which they became owed; those of one instant in the order of their kinds. */
export function inOrderOwed<Duty extends Ordered>(duties: readonly Duty[]): Duty[] {
  return duties.toSorted(
    (one, other) =>
      compare(one.owedAt ?? '', other.owedAt ?? '') ||
      DeliveryKind.options.indexOf(one.kind) - DeliveryKind.options.indexOf(other.kind) ||
      compare(one.deliveryId, other.deliveryId),
  );
}

/** Tells whether a message takes back what others say, so that it may have to wait for them. */
export function takesBack({ kind }: Pick<Ordered, 'kind'>): boolean {
  return TAKES_BACK[kind] !== undefined;
}

/** Tells whether a message has to wait for one to the same person that it takes back and that has not left yet. */
export function waitsForAnother(duty: Ordered, duties: readonly Ordered[]): boolean {
  const before = TAKES_BACK[duty.kind] ?? [];
  return duties.some(
    (other) =>
      before.includes(other.kind) &&
      other.personId === duty.personId &&
      (other.owedAt ?? '') <= (duty.owedAt ?? '') &&
      UNSENT.has(other.state),
  );
}

/** The states of a message that no channel has taken. */
const UNSENT: ReadonlySet<Delivery['state']> = new Set<Delivery['state']>(['owed', 'claimed', 'scheduled']);

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
