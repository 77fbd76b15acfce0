import * as z from 'zod';
import { PartyRole } from './party.ts';
import { Source } from './source.ts';

/** A way to challenge a decision beside complaint, settlement body and court, and whose it is. */
export const OtherRedress = z.object({
  way: z.enum(['counter-notice', 'supervisory-authority', 'appellate-committee']),
  of: PartyRole,
  source: Source,
});
