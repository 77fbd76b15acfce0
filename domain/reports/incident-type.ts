import * as z from 'zod';

/** What a report to NCMEC can be about, in its own words (documentation of the CyberTipline's interface). */
export const IncidentType = z.enum([
  'Child Pornography (possession, manufacture, and distribution)',
  'Child Sex Trafficking',
  'Child Sex Tourism',
  'Child Sexual Molestation',
  'Misleading Domain Name',
  'Misleading Words or Digital Images on the Internet',
  'Online Enticement of Children for Sexual Acts',
  'Unsolicited Obscene Material Sent to a Child',
]);
export type IncidentType = z.infer<typeof IncidentType>;
