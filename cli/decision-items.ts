import type { CaseView, ItemView } from '#domain/api/case-views';
import { type DemandedScope, demandedScope } from '#domain/breadth';
import { findLegalBasis } from '#domain/catalogue/catalogue';
import type { Action, ItemDecision } from '#domain/decision';
import { Component } from '#domain/item';
import type { ReadArguments } from './arguments.ts';
import { UsageError } from './command.ts';

/** The flags that say which items a restriction is about, and how far it goes. */
export const ITEM_FLAGS = [
  ...['items', 'others', 'others-reason'],
  ...['action', 'components', 'territories', 'until'],
] as const;

/** What is decided for an item, and where its extent comes from. */
export interface ChosenItem extends Pick<ItemDecision, 'itemId' | 'action' | 'until' | 'reason'> {
  readonly components: readonly Component[];
  readonly territories: readonly string[];
  /**
   * `named`: as a flag says; `absent` and `others`: nothing is done to it; else as the demand asks, or the default of the
   * legal basis, since it names no territory or asks for more than that allows.
   */
  readonly because: DemandedScope['because'] | 'named' | 'absent' | 'others';
}

/**
 * What a restriction does to every item of the case: the action for those named, or for all that were found, in the
 * parts and territories that the demand asks for unless flags say otherwise.
 * @throws UsageError when an item is neither named nor left alone by `--others none`, or none is named and none was found
 */
export function chooseItems(text: ReadArguments['text'], action: Action, view: CaseView): ChosenItem[] {
  const named = listOf(text['items']);
  const found = view.items.filter(({ located }) => located);
  const chosen = named ?? found.map(({ itemId }) => itemId);
  if (chosen.length === 0) throw new UsageError(nothingFound(view));
  refuseUnknown(chosen, view);
  const leftOut = found.filter(({ itemId }) => !chosen.includes(itemId)).map(({ itemId }) => itemId);
  refuseLeftOut(text, leftOut);
  return view.items.map((item) => {
    if (chosen.includes(item.itemId)) return restricted(item, action, text, view);
    const because = item.located ? 'others' : 'absent';
    const reason = item.located ? text['others-reason'] : undefined;
    return { ...untouched(item), because, ...(reason !== undefined && { reason }) };
  });
}

/** The items that a decision restricts although they were not found: the answer tells whether they are there by now. */
export function restrictedUnfound(items: readonly ChosenItem[], view: CaseView): readonly string[] {
  const unfound = view.items.filter(({ located }) => !located).map(({ itemId }) => itemId);
  return items.flatMap(({ itemId, action }) => (action !== 'none' && unfound.includes(itemId) ? [itemId] : []));
}

function nothingFound({ items }: CaseView): string {
  const all = inFew(items.map(({ itemId }) => itemId));
  return `Nothing can be restricted: not located on the platform: ${all}. Decide already-unavailable, ask for the location, or name with --items what is there by now.`;
}

function refuseUnknown(chosen: readonly string[], { items }: CaseView): void {
  const known = items.map(({ itemId }) => itemId);
  const unknown = chosen.filter((itemId) => !known.includes(itemId));
  if (unknown.length === 0) return;
  throw new UsageError(`The case has no ${inFew(unknown)}; its items are ${inFew(known)}.`);
}

function refuseLeftOut(text: ReadArguments['text'], leftOut: readonly string[]): void {
  const others = text['others'];
  if (others !== undefined && others !== 'none') throw new UsageError(`--others takes none, not "${others}".`);
  if (text['others-reason'] !== undefined && others === undefined) {
    throw new UsageError('--others-reason says why nothing is done to the others: give --others none as well.');
  }
  if (leftOut.length === 0 || others === 'none') return;
  throw new UsageError(
    `--items leaves out ${inFew(leftOut)}. Name them as well, or add --others none to leave them as they are (and --others-reason to say why). Different actions go into one --file.`,
  );
}

function restricted(item: ItemView, action: Action, text: ReadArguments['text'], view: CaseView): ChosenItem {
  const components = componentsNamed(text['components']);
  const territories = listOf(text['territories']);
  const scope = scopeAsked(item, view);
  const asked = components === undefined ? scope.because : 'named';
  return {
    itemId: item.itemId,
    action,
    components: components ?? item.components,
    territories: territories ?? scope.territories,
    until: text['until'] ?? null,
    because: territories !== undefined ? 'named' : scope.because === 'asked' ? asked : scope.because,
  };
}

function untouched({ itemId }: ItemView): Omit<ChosenItem, 'because'> {
  return { itemId, action: 'none', components: [], territories: [], until: null };
}

/** Where the demand asks for an effect on the item, else what its legal basis says. */
export function scopeAsked({ territories }: ItemView, view: CaseView): DemandedScope {
  const basis = findLegalBasis(view.legalBasis, view.legalBasisVersion);
  return basis === null ? { territories, because: 'asked' } : demandedScope(basis, territories);
}

/** The parts that `--components` names, none for `all`; undefined without the flag. */
function componentsNamed(text: string | undefined): readonly Component[] | undefined {
  const names = listOf(text);
  if (names === undefined || (names.length === 1 && names[0] === 'all')) return names && [];
  return names.map((name) => {
    const component = Component.safeParse(name);
    if (component.success) return component.data;
    throw new UsageError(`--components takes all, or some of ${Component.options.join(', ')}; not "${name}".`);
  });
}

/** The parts of a list with commas; undefined when there is none. @throws UsageError for an empty one */
function listOf(text: string | undefined): readonly string[] | undefined {
  const parts = text
    ?.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts?.length === 0) throw new UsageError('A list is empty: leave the flag out, or name something.');
  return parts;
}

/** The first names of a list, and how many there are besides. */
export function inFew(names: readonly string[], shown = 8): string {
  const more = names.length - shown;
  return `${names.slice(0, shown).join(', ')}${more > 0 ? ` (+ ${more})` : ''}`;
}
