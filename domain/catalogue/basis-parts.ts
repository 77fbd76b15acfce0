import type { ClockRule, ElementId, ElementRule, NotificationRule, Source } from '../legal-basis.ts';
import { ELEMENT_LABELS } from './elements.ts';

/** One required element, with the label that all bases share. */
export function element(id: ElementId, weight: ElementRule['weight'], source: Source): ElementRule {
  return { element: id, weight, label: ELEMENT_LABELS[id], source };
}

/** A message owed by mail, to everybody whatever the outcome, not held back by secrecy, unless said otherwise. */
export function notification(
  kind: NotificationRule['kind'],
  to: NotificationRule['to'],
  moment: NotificationRule['moment'],
  source: Source,
  particulars: Partial<Pick<NotificationRule, 'when' | 'channel' | 'withheldBySecrecy'>> = {},
): NotificationRule {
  return { kind, to, moment, when: 'always', channel: 'mail', withheldBySecrecy: false, ...particulars, source };
}

/** The place of the platform's establishment, whose calendar governs most of our own duties. */
export const ESTABLISHMENT = { place: 'DE-BE', zone: 'Europe/Berlin' } as const;

/** A statutory deadline of ours in Berlin, from the receipt, owed to the sender, in force, unless said otherwise. */
export function clock(
  id: string,
  period: ClockRule['period'],
  source: Source,
  particulars: Partial<Omit<ClockRule, 'clock' | 'period' | 'source'>> = {},
): ClockRule {
  return {
    clock: id,
    kind: 'statutory',
    direction: 'our-deadline',
    startsAt: 'receipt',
    ...ESTABLISHMENT,
    inForce: 'yes',
    shownTo: ['sender', 'authority'],
    ...particulars,
    period,
    source,
  };
}
