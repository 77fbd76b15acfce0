/** German vowels spelled out, as in addresses: `Mueller`. Null when the name has none. */
export function spelledOut(name: string): string | null {
  const spelled = name.replace(/[äöüÄÖÜ]/g, (vowel) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[vowel.toLowerCase()] ?? vowel);
  return spelled === name ? null : spelled;
}
