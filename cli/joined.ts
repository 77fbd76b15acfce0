/** What is there of several texts. */
export function joined(texts: readonly (string | null | undefined)[], between: string): string {
  return texts.filter((text) => text !== null && text !== undefined && text !== '').join(between);
}
