import * as z from 'zod';
import { basesOpenTo } from '#domain/catalogue/catalogue';
import type { LegalBasisId } from '#domain/legal-basis';
import type { Role } from '#domain/party';
import type { RouteContract } from '../../ports/route-contract.ts';

/** The legal bases open to the callers of a route, sorted; none where its body names no legal basis. */
export function openBases({ audience, body }: RouteContract): readonly LegalBasisId[] {
  if (typeof audience === 'string' || !(body instanceof z.ZodObject) || !('legalBasis' in body.shape)) return [];
  return [...new Set(audience.flatMap((role: Role) => basesOpenTo(role)))].toSorted();
}

/**
 * The body of a route as it is described: the schema by which it is checked knows every legal basis there is, so that
 * one which is not open is refused with the list of those that are; a reader needs that list beforehand.
 */
export function describedBody(contract: RouteContract): z.ZodType {
  const { body } = contract;
  const open = openBases(contract);
  if (open.length === 0 || !(body instanceof z.ZodObject)) return body;
  const bases = z.enum(open);
  const known: unknown = body.shape['legalBasis'];
  return body.extend({ legalBasis: known instanceof z.ZodOptional ? bases.optional() : bases });
}
