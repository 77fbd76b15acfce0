import * as z from 'zod';
import type { ComputedClock } from './clock.ts';
import { InstantText, normalInstant } from './instant.ts';
import type { LegalBasis } from './legal-basis.ts';

/** What kind of data a demand for information is answered with, as Reg. (EU) 2023/1543 Art 3 tells them apart. */
export const DataCategory = z.enum(['subscriber', 'identification', 'traffic', 'content']);
export type DataCategory = z.infer<typeof DataCategory>;

/** How a package reaches an authority. Never by our mails: what is disclosed lies in none of them. */
export const DisclosureChannel = z.enum([
  'decentralised-it-system',
  'authority-portal',
  'encrypted-transfer',
  'physical-medium',
]);
export type DisclosureChannel = z.infer<typeof DisclosureChannel>;

/** A package of data that is to be handed over: how it is called and recognized, never what is in it. */
export const Disclosure = z.strictObject({
  /** What the package is called by us and by the authority: no name or address of anybody. */
  reference: z.string().regex(/^[\w./-]{1,64}$/, 'letters, digits, and any of . / _ - (64 at most)'),
  categories: z.array(DataCategory).min(1).max(DataCategory.options.length),
  channel: DisclosureChannel,
  /** SHA-256 over the bytes of the package, in hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256 in 64 hexadecimal digits'),
});
export type Disclosure = z.infer<typeof Disclosure>;

/** That a package was handed over by whoever says so. */
export const HandOver = z.strictObject({
  /** When, RFC 3339. */
  at: InstantText,
  /** Whether the authority that was to be notified has raised nothing, so that an earliest date need not be awaited. */
  cleared: z.boolean().default(false).describe('The notified enforcing authority has raised no ground for refusal.'),
});
export type HandOver = z.infer<typeof HandOver>;

/** Whether a legal basis asks for information: data is preserved, then disclosed or refused, and nothing is restricted. */
export function isInformationDemand({ procedure }: Pick<LegalBasis, 'procedure'>): boolean {
  return procedure === 'information-demand';
}

/** Why a package cannot have been handed over as somebody says, or null: `notBefore` names the date that was not awaited. */
export type HandOverFault = { readonly fault: 'before-decision' | 'ahead' } | { readonly notBefore: string };

/** Judges a hand-over by the decision it carries out, the present instant, and the clocks of the case (RFC 3339). */
export function judgeHandOver(
  { at, cleared }: HandOver,
  {
    decidedAt,
    now,
    clocks,
  }: { readonly decidedAt: string; readonly now: string; readonly clocks: readonly ComputedClock[] },
): HandOverFault | null {
  const instant = normalInstant(at);
  if (instant < normalInstant(decidedAt)) return { fault: 'before-decision' };
  if (instant > normalInstant(now)) return { fault: 'ahead' };
  const dates = clocks.filter(({ direction }) => direction === 'earliest').map(({ dueAt }) => normalInstant(dueAt));
  const notBefore = dates.toSorted().at(-1);
  return notBefore !== undefined && instant < notBefore && !cleared ? { notBefore } : null;
}
