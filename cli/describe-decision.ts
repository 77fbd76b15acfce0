import type { Language } from '#domain/party';
import type { FlaggedDecision, Outreach } from './decision-flags.ts';
import { type ChosenItem, inFew } from './decision-items.ts';
import { groupTerritories } from './group-territories.ts';
import { scopeInWords } from './scope-in-words.ts';
import { columns } from './text-table.ts';
import { ACTIONS } from './words.ts';

const BECAUSE = {
  asked: { en: 'as the demand asks', de: 'wie begehrt' },
  'names-none': {
    en: 'the default of the legal basis, since the demand names no territory',
    de: 'wie die Rechtsgrundlage es vorgibt, weil das Begehren kein Gebiet nennt',
  },
  'asks-too-much': {
    en: 'the default of the legal basis, since the demand asks for more than that allows',
    de: 'wie die Rechtsgrundlage es vorgibt, weil das Begehren mehr verlangt, als sie zulässt',
  },
  named: { en: 'as named here', de: 'wie hier angegeben' },
  absent: { en: 'not on the platform', de: 'nicht auf der Plattform' },
  others: { en: 'left as it is', de: 'bleibt, wie es ist' },
} as const;

const CONFIRMED = {
  en: 'What a rule decided is confirmed as it stands.',
  de: 'Was eine Regel entschieden hat, wird bestätigt, wie es ist.',
} as const;

/** What a decision does to every item of the case, those alike on one line. */
export function describeChoice({ items, confirms, outreach }: FlaggedDecision, language: Language): string[] {
  if (confirms) return [CONFIRMED[language]];
  const groups = new Map<string, ChosenItem[]>();
  for (const item of items ?? []) {
    const { itemId: _itemId, ...rest } = item;
    const alike = JSON.stringify(rest);
    groups.set(alike, [...(groups.get(alike) ?? []), item]);
  }
  const rows = columns([...groups.values()].map((group) => rowOf(group, language)));
  return outreach === null ? rows : [...rows, outreachInWords(outreach, language)];
}

/** Before it is sent: the warning that the platform may not have what is to be restricted. */
export function describeUnfound({ unfound }: FlaggedDecision, language: Language): string[] {
  if (unfound.length === 0) return [];
  const names = inFew(unfound);
  return [
    {
      en: `WARNING: not located on the platform: ${names}. The decision is refused unless it is found there by now.`,
      de: `WARNUNG: nicht auf der Plattform aufgefunden: ${names}. Die Entscheidung wird abgelehnt, wenn das nicht inzwischen dort ist.`,
    }[language],
  ];
}

/** The warning that a restriction goes further than the law it names. */
function outreachInWords({ provision, territories }: Outreach, language: Language): string {
  const where = groupTerritories(territories);
  return {
    en: `WARNING: "${provision}" names no Union law, and ${where} is wider than one country. National law reaches its own: name it, as --territories DE.`,
    de: `WARNUNG: „${provision}“ nennt kein Unionsrecht, und ${where} ist mehr als ein Land. Nationales Recht reicht nur dort: das Land nennen, etwa --territories DE.`,
  }[language];
}

function rowOf(group: readonly ChosenItem[], language: Language): string[] {
  const names = inFew(group.map(({ itemId }) => itemId));
  const [first] = group;
  if (first === undefined) return [];
  const because = BECAUSE[first.because][language];
  if (first.action === 'none') return [names, ACTIONS.none[language], first.reason ?? '', because];
  const end = first.until === null ? '' : `${{ en: ' until', de: ' bis' }[language]} ${first.until}`;
  const scope = `${scopeInWords(first.components, first.territories, language)}${end}`;
  return [names, ACTIONS[first.action][language], scope, because];
}
