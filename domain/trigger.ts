import * as z from 'zod';

/** What set a decision off, as Art 17(3)(b) DSA wants it said. */
export const Trigger = z.enum([
  'art16-notice',
  'trusted-flagger-notice',
  'copyright-notice',
  'third-country-demand',
  'other-notification',
  'own-initiative',
]);
export type Trigger = z.infer<typeof Trigger>;
