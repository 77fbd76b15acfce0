import type { Wording } from '#domain/wording';
import type { CaseArguments } from './case-arguments.ts';
import { type FlagHelp, UsageError } from './command.ts';

/** The flag that gives the reason of an item other words; may be given more than once. */
export const ITEM_REASON = 'item-reason';

/** The other flags that give a parked message other words. */
export const WORDING_FLAGS = [
  'provision',
  'explanation',
  'facts',
  'reason',
  'complaint',
] as const satisfies readonly (keyof Wording)[];

/** What the help says of these flags. */
export const WORDING_HELP: readonly FlagHelp[] = [
  {
    flag: '--explanation <text>, --facts <text>, --provision <text>',
    en: 'as a lead: what these messages say in place of what was decided, which stays as it is',
    de: 'als Leitung: was diese Mitteilungen statt des Entschiedenen sagen, das unverändert bleibt',
  },
  {
    flag: '--item-reason <itemId>=<text>',
    en: 'the same for the reason why nothing is done to an item; may be given more than once',
    de: 'ebenso für den Grund, aus dem an einem Inhalt nichts geschieht; mehrfach möglich',
  },
  {
    flag: '--reason <text>',
    en: 'the same for the reason of a request for information',
    de: 'ebenso für den Grund einer Nachfrage',
  },
  {
    flag: '--complaint <text>',
    en: 'the same for the complaint that somebody is heard on',
    de: 'ebenso für die Beschwerde, zu der jemand gehört wird',
  },
];

/** The words given for parked messages, or null where none are. @throws UsageError */
export function wordingFrom({ text, lists }: CaseArguments): Wording | null {
  const reasons = (lists[ITEM_REASON] ?? []).map((given) => {
    const [, itemId = '', reason = ''] = /^([^=]*)=(.*)$/s.exec(given) ?? [];
    if (itemId === '' || reason === '') throw new UsageError(`--${ITEM_REASON} takes <itemId>=<text>, not "${given}".`);
    return { itemId, reason };
  });
  if (WORDING_FLAGS.every((flag) => text[flag] === undefined) && reasons.length === 0) return null;
  const { provision, explanation, facts, reason, complaint } = text;
  return { provision, explanation, facts, reason, complaint, items: reasons.length > 0 ? reasons : undefined };
}
