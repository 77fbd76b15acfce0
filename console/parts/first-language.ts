import { Language } from '#domain/party';

/** The language to begin with: as the address says, else what the browser prefers, else English. */
export function firstLanguage(asked: unknown, preferred: readonly string[]): Language {
  const known = [asked, ...preferred.map((tag) => tag.slice(0, 2).toLowerCase())];
  return known.flatMap((code) => Language.safeParse(code).data ?? [])[0] ?? 'en';
}
