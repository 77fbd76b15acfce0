import * as z from 'zod';

/** The languages Writ writes in. */
export const Language = z.enum(['en', 'de']);
export type Language = z.infer<typeof Language>;

/** Who a person or body is to a case; also the audience of a document and of a field. */
export const PartyRole = z.enum(['sender', 'authority', 'uploader', 'partner', 'on-call']);
export type PartyRole = z.infer<typeof PartyRole>;

/** The roles of people and machines at the API. */
export const Role = z.enum([
  'public',
  'trusted-flagger',
  'authority',
  'specialist',
  'counsel',
  'lead',
  'operator',
  'auditor',
  'vendor',
]);
export type Role = z.infer<typeof Role>;

/** A person or body of a case, in the clear: kept only encrypted with that person's key of that case. */
export const Party = z.object({
  personId: z.string(),
  role: PartyRole,
  name: z.string().nullable(),
  email: z.string().nullable(),
  language: Language,
  country: z.string().nullable(),
});
export type Party = z.infer<typeof Party>;
