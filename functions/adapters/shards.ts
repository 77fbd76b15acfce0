/** How many partitions each index of the case table is spread over; a page merges them. */
export const SHARDS = 8;

/** The shard of a case: stable, even over random ids. */
export function shardOf(caseId: string): number {
  let sum = 0;
  for (const character of caseId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum % SHARDS;
}
