import type { FixedPeriod } from './period.ts';

const DURATION = /^P(?:T(?<hours>\d{1,4})H|(?<amount>\d{1,4})(?<letter>[DWMY]))$/;

/** Reads a period of one ISO 8601 unit (`PT24H`, `P14D`, `P2W`, `P1M`, `P1Y`); null for anything else, and for zero. */
export function readDuration(text: string, rolls: boolean): FixedPeriod | null {
  const groups = DURATION.exec(text)?.groups;
  const amount = Number(groups?.['hours'] ?? groups?.['amount'] ?? 0);
  if (amount === 0) return null;
  switch (groups?.['letter']) {
    case 'D':
      return { unit: 'days', amount, rolls };
    case 'W':
      return { unit: 'weeks', amount, rolls };
    case 'M':
      return { unit: 'months', amount, rolls };
    case 'Y':
      return { unit: 'years', amount, rolls };
    default:
      return { unit: 'hours', amount };
  }
}
