import * as z from 'zod';
import { Actor, AuditEventType } from '../audit-event.ts';
import { Delivery } from '../delivery.ts';

/** Which message is meant: what it is and whose, never an address. */
export const NamedMessage = Delivery.pick({ deliveryId: true, kind: true, to: true });
export type NamedMessage = z.infer<typeof NamedMessage>;

/** One line of a case's history. */
export const HistoryEvent = z
  .object({
    seq: z.int().positive(),
    at: z.iso.datetime(),
    actor: Actor,
    type: AuditEventType,
    reason: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
    /** What happened, in a sentence. */
    text: z.object({ en: z.string(), de: z.string() }),
    /** The messages that it is about: what each is, and who reads it; empty for other events. */
    messages: z.array(NamedMessage),
    hash: z.string().length(64),
  })
  .meta({ id: 'HistoryEvent' });
export type HistoryEvent = z.infer<typeof HistoryEvent>;

/** What happened in a case: its audit, and the events of its workflow's executions with the run they belong to. */
export const CaseHistory = z
  .object({
    events: z.array(HistoryEvent),
    execution: z.array(z.looseObject({ run: z.int().positive() })),
    /** How many of the oldest execution events an answer of this size has no room for. */
    executionLeftOut: z.int().nonnegative(),
  })
  .meta({ id: 'CaseHistory' });
export type CaseHistory = z.infer<typeof CaseHistory>;

/** Public keys as a JWKS (RFC 7517). */
export const PublicKeys = z.object({ keys: z.array(z.looseObject({ kid: z.string() })) }).meta({ id: 'PublicKeys' });
export type PublicKeys = z.infer<typeof PublicKeys>;
