import { EEA_COUNTRIES, EU_MEMBER_STATES, expandTerritories } from '#domain/territory';

/**
 * Territories as codes on one line: `EEA (30)` or `EU (27)` where each of its countries is there, then the others;
 * `WORLD` alone.
 */
export function groupTerritories(territories: readonly string[]): string {
  const left = new Set(expandTerritories(territories));
  const groups: string[] = [];
  for (const [group, members] of [
    ['EEA', EEA_COUNTRIES],
    ['EU', EU_MEMBER_STATES],
  ] as const) {
    if (!members.every((code) => left.has(code))) continue;
    groups.push(`${group} (${members.length})`);
    for (const code of members) left.delete(code);
  }
  return [...groups, ...left].join(' ');
}
