import * as z from 'zod';

/** What a provider must be for a basis to bind it. */
export const PlatformFact = z.enum([
  'hosting-service',
  'online-platform',
  'very-large-platform',
  'content-sharing-provider',
  'offered-in-union',
  'established-in-union',
  'designated-agent',
  'covered-platform',
  'united-states-provider',
  'user-to-user-service',
  'operator-of-website',
  'controller',
  'social-media-service',
  'intermediary',
]);
export type PlatformFact = z.infer<typeof PlatformFact>;
