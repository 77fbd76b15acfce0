import * as z from 'zod';
import type { Role } from '#domain/party';
import type { Need } from './needs.ts';

/**
 * Who may call a route: anybody (no token is looked at), the holder of a case's access token, or these roles; where
 * `public` is among them, a call without a token is one of that role.
 */
export type Audience = 'anybody' | 'case-token' | readonly Role[];

/** What a route takes and gives: the source of its checks, of its permissions and of the OpenAPI document. */
export interface RouteContract<B extends z.ZodType = z.ZodType, Q extends z.ZodType = z.ZodType> {
  readonly operationId: string;
  readonly method: 'GET' | 'POST';
  /** As the gateway wants it, with parameters in braces; `$default` for whatever no other route takes. */
  readonly path: string;
  readonly summary: { readonly en: string; readonly de: string };
  readonly audience: Audience;
  readonly needs: readonly Need[];
  /** `NoBody` when it takes none. */
  readonly body: B;
  /** `NoQuery` when it takes none. */
  readonly query: Q;
  /** The schema of each answer that is not a problem document; null for one that is not JSON. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
  /** The media type of answers that are not JSON. */
  readonly mediaType?: string;
}

/** The body of a route that takes none: whatever is sent is not looked at. */
export const NoBody = z.undefined();

/** The query of a route that takes none. */
export const NoQuery = z.object({});
