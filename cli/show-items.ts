import type { CaseView, ItemView } from '#domain/api/case-views';
import { Action } from '#domain/decision';
import { EffectState } from '#domain/item';
import type { Language } from '#domain/party';
import { scopeAsked } from './decision-items.ts';
import { groupTerritories } from './group-territories.ts';
import { scopeInWords } from './scope-in-words.ts';
import { fields, indented, section } from './sections.ts';
import { labelsIn } from './show-labels.ts';
import { ABSENCES, ACTIONS, EFFECT_STATES, STATES, VERDICTS } from './words.ts';
import { printable } from './wrap-text.ts';

const NOWHERE_NAMED = {
  en: 'no territory named, by default of the legal basis in',
  de: 'kein Gebiet genannt, nach der Rechtsgrundlage in',
} as const;

/** The items: what is asked, what is decided, and what was shown of it, the territories of one state on one line. */
export function showItems(view: CaseView, language: Language): string[] {
  const label = labelsIn(language);
  return section(
    `${label('items')} (${view.items.length})`,
    view.items.flatMap((item) => showItem(item, view, language)),
  );
}

function showItem(item: ItemView, view: CaseView, language: Language): string[] {
  const label = labelsIn(language);
  const rows = fields([
    [label('asked'), askedOf(item, view, language)],
    [label('note'), item.note],
    [label('added'), item.addedAt],
    [label('state'), item.absence === null ? null : ABSENCES[item.absence][language]],
    [label('decided'), decidedFor(item, view, language)],
    [label(isLifted(item, view) ? 'restored' : 'effect'), effectsOf(item, language)],
    [label('ended'), item.endedAt],
  ]);
  return [`${item.itemId}  ${printable(item.url)}`, ...indented(rows)];
}

function askedOf(item: ItemView, view: CaseView, language: Language): string {
  const { components, territories } = item;
  const scope = scopeInWords(components, territories, language);
  if (territories.length > 0) return scope;
  return `${scope}, ${NOWHERE_NAMED[language]} ${groupTerritories(scopeAsked(item, view).territories)}`;
}

/** What is decided for an item: how far it goes where the decision shown is the one that acts on it. */
function decidedFor({ itemId, action }: ItemView, view: CaseView, language: Language): string | null {
  if (action === null) return null;
  const { decision } = view;
  const known = Action.safeParse(action);
  const word = known.success ? ACTIONS[known.data][language] : action;
  const decided = decision?.items.find((candidate) => candidate.itemId === itemId);
  if (decided === undefined || decided.action !== action || action === 'none') return word;
  const end = decided.until === null ? '' : `, ${labelsIn(language)('until').toLowerCase()} ${decided.until}`;
  const standing = standingOf(view, language);
  return `${word}: ${scopeInWords(decided.components, decided.territories, language)}${end}${standing}`;
}

/** Whether what was shown of the item is that it is up again, after its restriction was taken back. */
function isLifted({ action }: ItemView, { decision }: CaseView): boolean {
  return action === 'none' && (decision?.effect === 'reverse' || decision?.effect === 'overturn');
}

/** Whether a second person has yet to agree, or did not. */
function standingOf({ decision, approval }: CaseView, language: Language): string {
  if (decision?.fourEyes !== true || approval?.verdict === 'approve') return '';
  return ` (${approval === null ? STATES['awaiting-approval'][language] : VERDICTS[approval.verdict][language]})`;
}

function effectsOf({ effects }: ItemView, language: Language): string {
  const lines = EffectState.options.toReversed().flatMap((state) => {
    const places = Object.keys(effects).filter((territory) => effects[territory] === state);
    return places.length === 0 ? [] : [`${EFFECT_STATES[state][language]}: ${groupTerritories(places)}`];
  });
  return lines.join('\n');
}
