import * as z from 'zod';
import { Bilingual } from './clock.ts';
import { Applicability, ClockRule, ElementRule, LegalBasisId } from './legal-basis.ts';
import { PartyRole } from './party.ts';
import { Source } from './source.ts';

/**
 * What a basis asks for that is no demand: `own-report` (we report to an authority), `scrutiny` (of an order that
 * was carried out).
 */
export const Procedure = z.enum(['own-report', 'scrutiny']);
export type Procedure = z.infer<typeof Procedure>;

/**
 * A legal basis that the catalogue describes and on which no demand is taken: what it asks for follows on other cases, or
 * no workflow does it. Its clocks can be computed; the rest is shown, and read by nothing else.
 */
export const DescribedBasis = z.object({
  id: LegalBasisId,
  version: z.int().positive(),
  name: Bilingual,
  procedure: Procedure,
  /** How it is carried out here, step by step; absent where no workflow does it. */
  carriedOut: z.array(Bilingual).min(1).optional(),
  /** Who brings it, or whom it binds to act of their own accord. */
  broughtBy: Bilingual,
  applicability: Applicability,
  elements: z.array(ElementRule),
  clocks: z.array(ClockRule),
  /** Who has to decide, in words, and whether it must be a person. */
  decidedBy: Bilingual,
  /** Who is heard before anything is decided, for how long, and what their silence means. */
  hearing: z
    .object({
      of: PartyRole,
      clock: z.string().nullable(),
      onSilence: z.enum(['restrict', 'keep', 'decide-without']),
      source: Source,
    })
    .nullable(),
  /** What is owed, to whom. */
  owed: z.array(z.object({ to: Bilingual, what: Bilingual, source: Source })),
  /** What must be withheld, from whom and until when. */
  withheld: z.array(z.object({ from: Bilingual, what: Bilingual, source: Source })),
  preservation: z.object({ what: Bilingual, source: Source }).nullable(),
  terms: z.array(Bilingual),
  sources: z.array(Source),
});
export type DescribedBasis = z.infer<typeof DescribedBasis>;
