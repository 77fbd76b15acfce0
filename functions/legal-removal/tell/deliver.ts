import { type Delivery, isReport } from '#domain/delivery';
import { plus } from '#domain/instant';
import { OVERTAKEN } from '#domain/overtaken-draft';
import { commitTo } from '#runtime/commitment';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import { CASE_SECRET, type DocumentStore, type Vault } from '../../ports/vault.ts';
import { KeptMessage, type Unready, type Withheld, type Written } from './compose.ts';
import { BUSY_HOURS, FATE_MINUTES } from './contract.ts';
import { DRAFT_OWNER } from './duties.ts';
import { type Carriers, handOver } from './hand-over.ts';
import { atFault, moveDelivery } from './move-delivery.ts';
import { isOverdue } from './unready.ts';

/** What delivering uses. */
export interface DeliverDependencies extends Carriers {
  readonly cases: Pick<CaseStore, 'change'>;
  readonly documents: Pick<DocumentStore, 'get' | 'put'>;
  readonly vault: Pick<Vault, 'key' | 'ensureKey'>;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'id' | 'number'>;
}

/** Hours after which a mail without any word of its delivery is given to a person. */
const SILENCE_HOURS = 24;
/** Attempts after which a duty is given to a person. */
const MOST_ATTEMPTS = 8;
/** Why a claimed mail was not taken: no attempt, and no copy of it is about. */
const BUSY = 'mail-service-busy';

type Composer = (delivery: Delivery) => Promise<Written | Withheld | Unready>;

/**
 * Brings one duty as far as it comes now, and gives the instant at which to look again, or null when nothing is to be
 * waited for. Claimed before it is handed over: after a crash in between its fate is waited for before a second,
 * identical copy goes.
 */
export async function deliver(
  dependencies: DeliverDependencies,
  delivery: Delivery,
  compose: Composer,
): Promise<string | null> {
  const now = dependencies.clock.now();
  switch (delivery.state) {
    case 'scheduled':
    case 'owed':
      return await first(dependencies, delivery, compose);
    case 'claimed':
      return await again(dependencies, delivery, now);
    case 'accepted': {
      const until = plus(delivery.acceptedAt ?? now, { hours: SILENCE_HOURS });
      return until > now ? until : await giveUp(dependencies, delivery, 'operator', 'no-word-of-delivery');
    }
    case 'bounced':
      return await giveUp(dependencies, delivery, 'operator', delivery.reason ?? 'bounced');
    case 'delivered':
    case 'parked':
      return null;
    default:
      return delivery.state satisfies never;
  }
}

async function first(dependencies: DeliverDependencies, delivery: Delivery, compose: Composer): Promise<string | null> {
  const { documents, vault, clock, ids } = dependencies;
  const { deliveryId, caseId, personId } = delivery;
  const composed = await compose(delivery);
  if ('unready' in composed) return await untilReady(dependencies, delivery, composed.unready);
  if ('withheld' in composed) {
    if (composed.withheld === OVERTAKEN) return await setAside(dependencies, delivery);
    // What a report lacks is an address, never words that counsel would have to look at.
    const lacksAddress = isReport(delivery.kind) || delivery.kind === 'scrutiny-request';
    const owner = lacksAddress ? 'operator' : 'counsel';
    return await giveUp(dependencies, delivery, owner, composed.withheld, composed.fields);
  }
  const { message, told } = composed;
  await vault.ensureKey(caseId, personId);
  const documentKey = await documents.put(caseId, personId, `messages/${deliveryId}.${ids.id('text')}`, message);
  const commitment = commitTo(await vault.key(caseId, CASE_SECRET), documentKey, message);
  const written = { contentSha256: message.sha256, documentKey };
  if (delivery.channel === 'draft') {
    const parked = { ...delivery, ...written, state: 'parked', owner: DRAFT_OWNER, reason: 'draft' } as const;
    await moveDelivery(dependencies, delivery, parked, 'delivery.parked', { commitment });
    return null;
  }
  const claimed = {
    ...delivery,
    ...written,
    ...(told !== null && { told }),
    state: 'claimed',
    attempt: delivery.attempt + 1,
    claimedAt: clock.now(),
  } as const;
  const moved = await moveDelivery(dependencies, delivery, claimed, 'delivery.claimed', { commitment });
  return moved ? await send(dependencies, claimed, message) : null;
}

/** A receiver that knows its keys may be asked again at once; a mail only when its fate stayed unknown. */
async function again(dependencies: DeliverDependencies, delivery: Delivery, now: string): Promise<string | null> {
  const mail = delivery.channel === 'mail';
  const due = plus(delivery.claimedAt ?? now, { minutes: FATE_MINUTES });
  if (mail && due > now) return due;
  if (delivery.attempt >= MOST_ATTEMPTS) return await giveUp(dependencies, delivery, 'operator', 'not-accepted');
  const message = KeptMessage.parse(await dependencies.documents.get(delivery.documentKey ?? ''));
  const attempt = delivery.attempt + 1;
  const possibleDuplicate = delivery.possibleDuplicate || (mail && delivery.reason !== BUSY);
  const claimed = { ...delivery, attempt, claimedAt: now, possibleDuplicate, reason: null };
  const moved = await moveDelivery(dependencies, delivery, claimed, 'delivery.claimed');
  return moved ? await send(dependencies, claimed, message) : null;
}

async function send(
  dependencies: DeliverDependencies,
  claimed: Delivery,
  message: KeptMessage,
): Promise<string | null> {
  const { clock } = dependencies;
  const handed = await handOver(dependencies, claimed, message);
  const at = clock.now();
  switch (handed.kind) {
    case 'accepted': {
      const accepted = { ...claimed, state: 'accepted', acceptedAt: at, providerMessageId: handed.messageId } as const;
      await moveDelivery(dependencies, claimed, accepted, 'delivery.accepted');
      return plus(at, { hours: SILENCE_HOURS });
    }
    case 'delivered': {
      const delivered = { ...claimed, state: 'delivered', acceptedAt: at, deliveredAt: at } as const;
      await moveDelivery(dependencies, claimed, delivered, 'delivery.delivered');
      return null;
    }
    case 'refused':
      return await giveUp(dependencies, claimed, 'operator', handed.reason);
    case 'unavailable':
      return plus(at, { minutes: FATE_MINUTES });
    case 'busy':
      return await defer(dependencies, claimed, at);
    default:
      return handed satisfies never;
  }
}

/**
 * Takes the attempt back: what a quota keeps from leaving today leaves another day, without a person. Names no instant,
 * so that the looks in between grow: a day of tries every two minutes would fill the history of an execution.
 */
async function defer(dependencies: DeliverDependencies, claimed: Delivery, at: string): Promise<null> {
  const until = plus(claimed.owedAt ?? at, { hours: BUSY_HOURS });
  if (until <= at) return await giveUp(dependencies, claimed, 'operator', BUSY);
  const deferred = { ...claimed, attempt: claimed.attempt - 1, reason: BUSY };
  await moveDelivery(dependencies, claimed, deferred, 'delivery.deferred');
  return null;
}

/** What cannot be written yet is looked at again, at growing intervals; after a day a person looks. */
async function untilReady(dependencies: DeliverDependencies, delivery: Delivery, reason: string): Promise<null> {
  if (isOverdue(delivery, dependencies.clock.now())) await giveUp(dependencies, delivery, 'operator', reason);
  return null;
}

async function giveUp(
  dependencies: DeliverDependencies,
  delivery: Delivery,
  owner: string,
  reason: string,
  fields?: readonly string[],
): Promise<null> {
  const parked = { ...delivery, state: 'parked', owner, reason } as const;
  await moveDelivery(dependencies, delivery, parked, 'delivery.parked', atFault(fields));
  return null;
}

/** What a person sent and events overtook before it left is a draft again, which nobody can send. */
async function setAside(dependencies: DeliverDependencies, delivery: Delivery): Promise<null> {
  const draft = {
    kind: 'impossibility-report-draft',
    channel: 'draft',
    documentKey: delivery.draftKey ?? null,
  } as const;
  const parked = { ...delivery, ...draft, state: 'parked', owner: DRAFT_OWNER, reason: OVERTAKEN } as const;
  await moveDelivery(dependencies, delivery, parked, 'delivery.parked');
  return null;
}
