import * as z from 'zod';
import { LegalBasisId } from '../legal-basis.ts';
import { Language } from '../party.ts';
import { MessageKind } from './message-kind.ts';

const Urls = z.array(z.string().min(1).max(2_048)).max(5_000);

/**
 * What a person says of a message instead of what was read; what is absent stays as read. Everything that follows from
 * it (what is required, present and missing) is read anew.
 */
export const Correction = z.strictObject({
  kind: MessageKind.optional(),
  legalBasis: LegalBasisId.nullable().optional(),
  language: Language.optional(),
  /** All addresses complained of. One that is named as a work here too is none. */
  items: Urls.optional(),
  /** All addresses of the claimant's own work. */
  works: Urls.optional(),
});
export type Correction = z.infer<typeof Correction>;
