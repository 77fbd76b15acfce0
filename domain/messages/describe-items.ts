import type { Action } from '#domain/decision';
import type { Component } from '#domain/item';
import { describeTerritories } from './describe-territories.ts';
import type { ItemView } from './fact-view.ts';
import { latest } from './instants.ts';
import { paragraph } from './rendered-message.ts';
import { needed, type Writer } from './writer.ts';

/** How an item stands in a document: its address line, then its sentences. */
type ItemLines = readonly string[];

/** The names of components as a list, to stand after a colon. */
export function listComponents(writer: Writer, components: readonly Component[]): string {
  return components.map((component) => writer.line(`component.${component}`)).join(', ');
}

/** The heading above a list of items. */
export function itemsHeading(writer: Writer, count: number): string {
  return count === 1 ? writer.line('items.heading.one') : writer.say('items.heading.many', { count: String(count) });
}

/** The line that says which item it is: for those who asked, the address as they wrote it. */
export function addressLine(writer: Writer, item: ItemView, index: number): string {
  const url = writer.audience === 'uploader' ? item.url : (item.submittedUrl ?? item.url);
  return writer.say('item.address', { number: String(index + 1), url });
}

/** An item as it was complained of: address, and parts and territories where the sender named some. */
export function requestedItem(writer: Writer, item: ItemView, index: number): ItemLines {
  const components = item.requestedComponents ?? [];
  const territories = item.requestedTerritories ?? [];
  return paragraph(
    addressLine(writer, item, index),
    components.length > 0
      ? writer.say('item.requested-components', { components: listComponents(writer, components) })
      : null,
    territories.length > 0
      ? writer.say('item.requested-territories', { territories: describeTerritories(territories, writer.language) })
      : null,
  );
}

function actionSentence(writer: Writer, action: Action, components: readonly Component[]): string {
  return writer.line(components.length === 0 ? `action.${action}.whole` : `action.${action}.parts`);
}

/** How far the measure has come, as the message is written: shown to be in effect, carried out, or yet to be. */
function effectLine(writer: Writer, { effects = [] }: ItemView): string {
  const effectiveAt = wholeSince(effects.map((effect) => effect.effectiveAt));
  if (effectiveAt !== undefined) return writer.say('item.effective', { effectiveAt: writer.at(effectiveAt) });
  const appliedAt = wholeSince(effects.map((effect) => effect.appliedAt));
  if (appliedAt !== undefined) return writer.say('item.carried-out', { appliedAt: writer.at(appliedAt) });
  return writer.line('item.effective-soon');
}

/** Since when something holds in every territory, by when it came to hold in each; undefined while it is open in one. */
function wholeSince(instants: readonly (string | null | undefined)[]): string | undefined {
  const known = instants.flatMap((instant) => instant ?? []);
  return known.length === instants.length ? latest(known) : undefined;
}

function scopeLines(writer: Writer, item: ItemView, components: readonly Component[]): ItemLines {
  const territories = needed('items[].territories', item.territories);
  return paragraph(
    components.length > 0 ? writer.say('item.components', { components: listComponents(writer, components) }) : null,
    writer.say('item.territories', { territories: describeTerritories(territories, writer.language) }),
    effectLine(writer, item),
    item.until ? writer.say('item.until', { until: writer.due(item.until) }) : writer.line('item.indefinite'),
  );
}

/** Why nothing is done to an item, for those who asked: it is not there, an objection, or the reviewer's reason. */
export function unmeasuredLines(writer: Writer, item: ItemView): ItemLines {
  if (item.absence) return [writer.line(`item.absent.${item.absence}`)];
  if (item.objected === true) return [writer.line('item.no-measure.objected')];
  if (!item.reason) return [writer.line('item.no-measure')];
  return [writer.line('item.no-measure.reason'), writer.quote('items[].reason', item.reason)];
}

/** An item as decided: address, what is done to it, which parts, where, how long, since when; or why nothing is. */
export function decidedItem(writer: Writer, item: ItemView, index: number): ItemLines {
  const action = needed('items[].action', item.action);
  const components = needed('items[].components', item.components);
  const address = addressLine(writer, item, index);
  if (action === 'none') return [address, ...unmeasuredLines(writer, item)];
  return [address, actionSentence(writer, action, components), ...scopeLines(writer, item, components)];
}
