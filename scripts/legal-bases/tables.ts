import { describePeriod } from '#domain/compute-clock';
import type { DescribedBasis } from '#domain/described-basis';
import type { ClockRule, ElementRule, LegalBasis } from '#domain/legal-basis';
import type { Source } from '#domain/source';
import { scopeInDatabase } from '#domain/transparency-database/entries';
import { CERTAINTIES, DIRECTIONS, IN_FORCE, KINDS, MOMENTS, OUTCOMES, STARTS } from './words.ts';

/** A source with how sure it is. */
export function cited({ cite, certainty }: Source): string {
  return `${cite} (${CERTAINTIES[certainty]})`;
}

/** A table in Markdown; without rows the sentence `none`. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], none: string): string[] {
  if (rows.length === 0) return [none, ''];
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}

const WEIGHTS = {
  locates: 'needed to find the content: waited for',
  substantial: 'asked for while review goes on',
  formal: 'noted only',
} as const satisfies Record<ElementRule['weight'], string>;

/** What a demand must hold. */
export function elementTable(elements: readonly ElementRule[]): string[] {
  const rows = elements.map(({ label, weight, source, exempt }) => [
    label.en,
    label.de,
    exempt === undefined
      ? WEIGHTS[weight]
      : `${WEIGHTS[weight]}; not at all where the words signal ${exempt.signal}: ${cited(exempt.source)}`,
    cited(source),
  ]);
  return table(['Element', 'Deutsch', 'Without it', 'Source'], rows, 'It has no elements.');
}

/** The clocks; one that no case starts is marked as computed only. */
export function clockTable(clocks: readonly ClockRule[], isStarted: (rule: ClockRule) => boolean): string[] {
  const rows = clocks.map((rule) => [
    `\`${rule.clock}\``,
    KINDS[rule.kind],
    DIRECTIONS[rule.direction],
    `${STARTS[rule.startsAt].text}${isStarted(rule) && STARTS[rule.startsAt].byCase ? '' : ' (computed only)'}`,
    periodOf(rule),
    `${rule.place}, ${rule.zone}`,
    rule.inForceFrom === undefined ? IN_FORCE[rule.inForce] : `from ${rule.inForceFrom}`,
    cited(rule.source),
  ]);
  const head = ['Clock', 'Kind', 'Direction', 'Starts at', 'Rule', 'Place', 'In force', 'Source'];
  return table(head, rows, 'No clock runs on it.');
}

function periodOf({
  period,
  startsAnewAt,
  extensions,
  extension,
  pausedBy,
  metBy,
  issuer,
  crossBorder,
}: ClockRule): string {
  const length = period.unit === 'as-ordered' ? 'as the order says' : describePeriod(period);
  return [
    length,
    ...(startsAnewAt === undefined ? [] : [`starts anew: ${startsAnewAt.events.join(', ')}`]),
    ...(extensions === undefined ? [] : [`extensible ${extensions} time by as long again`]),
    ...(extension === undefined
      ? []
      : [`extensible by ${extension.by}${extension.to === null ? '' : ` to \`${extension.to}\``}`]),
    ...(pausedBy ?? []).map(({ because, source }) => `paused by: ${because}, ${cited(source)}`),
    ...(metBy === undefined ? [] : [`met by the message ${metBy}`]),
    ...(issuer === undefined ? [] : [`only for an order of ${ISSUERS[issuer]}`]),
    ...(crossBorder === undefined ? [] : ['only for an order of another state than that of the establishment']),
  ].join('; ');
}

/** Where orders come from, in words. */
export const ISSUERS = { union: 'a Member State', 'third-country': 'a third country' } as const;

/** The messages that a basis owes, each with its conditions. */
export function messageTable({ notifications, territory }: Pick<LegalBasis, 'notifications' | 'territory'>): string[] {
  const rows = notifications.map(({ kind, to, moment, when, channel, withheldBySecrecy, issuer, source }) => [
    kind,
    channel === 'transparency-database' ? 'Transparency Database' : to,
    `${MOMENTS[moment]}${issuer === undefined ? '' : `, order of ${ISSUERS[issuer]}`}`,
    channel === 'transparency-database' ? `${OUTCOMES[when]} ${whereStated(territory.widest)}` : OUTCOMES[when],
    channel,
    withheldBySecrecy ? 'while a non-disclosure period runs' : 'no',
    cited(source),
  ]);
  return table(['Message', 'To', 'When', 'Outcome', 'Channel', 'Withheld', 'Source'], rows, 'It owes no message.');
}

/** Where a restriction has to have effect to be stated in the database; and that none can, where the basis does not reach. */
function whereStated(widest: readonly string[]): string {
  const where = 'in a country of the European Economic Area, of what is proven there';
  return scopeInDatabase(widest).length > 0
    ? where
    : `${where}; it reaches ${widest.join(', ')} at most, so none is owed`;
}

/** What a described basis owes, in words. */
export function dutyTable({ owed, withheld }: Pick<DescribedBasis, 'owed' | 'withheld'>): string[] {
  const rows = [
    ...owed.map(({ to, what, source }) => ['owed', to.en, what.en, to.de, what.de, cited(source)]),
    ...withheld.map(({ from, what, source }) => ['withheld', from.en, what.en, from.de, what.de, cited(source)]),
  ];
  return table(['Duty', 'Whom', 'What', 'Wem', 'Was', 'Source'], rows, 'Nothing is owed or withheld.');
}
