import { RequestUnitCounter, type Tables } from './request-units.ts';

/** The system as it is, and a design that would write less: what it would save is counted from the same calls. */
export const DESIGNS = ['asIs', 'clockWordsApart'] as const;

/** One of them. */
export type Design = (typeof DESIGNS)[number];

/** A counter of request units for each design. */
export function countersOf(tables: Tables): Readonly<Record<Design, RequestUnitCounter>> {
  return {
    asIs: new RequestUnitCounter(tables),
    clockWordsApart: new RequestUnitCounter(tables, withoutClockWords),
  };
}

/** The case's record without the sentences that replay its clocks, as if those lay in a row of their own. */
function withoutClockWords(item: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const record = item['sk'] === undefined ? undefined : Object(item['record'])['S'];
  if (typeof record !== 'string') return { ...item };
  const text = JSON.stringify(JSON.parse(record), (name, value) => (name === 'steps' ? undefined : value));
  return { ...item, record: { S: text } };
}
