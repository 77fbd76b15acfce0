import type { Delivery } from '#domain/delivery';
import { plus } from '#domain/instant';
import type { Lumen } from '../../ports/outside.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { asClaimed, type ClaimDependencies, claimWritten } from './claim-written.ts';
import { KeptMessage, type Unready, type Withheld, type Written } from './compose.ts';
import { keptNotice } from './compose-lumen.ts';
import { atFault, moveDelivery } from './move-delivery.ts';
import { isOverdue } from './unready.ts';

/** What delivering notices to Lumen uses. */
export interface DeliverLumenDependencies extends ClaimDependencies {
  /** Null where the stage shares nothing with it. */
  readonly lumen: Lumen | null;
  readonly documents: Pick<DocumentStore, 'get' | 'put'>;
}

/** Requests that Lumen turns away after which a person looks: an hour, by their pauses. */
const MOST_ATTEMPTS = 6;
/** Minutes until the second request; each further pause is twice as long. */
const SHORTEST_PAUSE_MINUTES = 2;
/** Why a claimed notice was not taken: Lumen said so. */
const TURNED_AWAY = 'turned-away';

/**
 * Brings a notice to Lumen as far as it comes now, and gives the instant at which to look again, or null. Lumen knows
 * no key against repetition: where it is not known whether a request was heard, nothing is sent again by itself.
 */
export async function deliverLumen(
  dependencies: DeliverLumenDependencies,
  duty: Delivery,
  compose: () => Promise<Written | Withheld | Unready>,
): Promise<string | null> {
  const now = dependencies.clock.now();
  switch (duty.state) {
    case 'scheduled':
    case 'owed':
      return await first(dependencies, duty, await compose());
    case 'claimed':
      return await again(dependencies, duty, now);
    case 'accepted':
    case 'bounced':
    case 'delivered':
    case 'parked':
      return null;
    default:
      return duty.state satisfies never;
  }
}

async function first(
  dependencies: DeliverLumenDependencies,
  duty: Delivery,
  composed: Written | Withheld | Unready,
): Promise<string | null> {
  if ('unready' in composed) {
    const now = dependencies.clock.now();
    if (isOverdue(duty, now)) return await giveUp(dependencies, duty, 'operator', composed.unready);
    return plus(now, { minutes: SHORTEST_PAUSE_MINUTES });
  }
  if ('withheld' in composed) return await giveUp(dependencies, duty, 'counsel', composed.withheld, composed.fields);
  const claimed = await claimWritten(dependencies, duty, composed);
  return claimed === null ? null : await send(dependencies, claimed, composed.message);
}

/** One that was turned away, or that a person resumed, goes again; of any other nobody knows whether it arrived. */
async function again(dependencies: DeliverLumenDependencies, duty: Delivery, now: string): Promise<string | null> {
  const resumed = duty.attempt === 0;
  if (!resumed && duty.reason !== TURNED_AWAY) return await giveUp(dependencies, duty, 'operator', 'answer-missed');
  const due = resumed ? now : dueAgain(duty, now);
  if (due > now) return due;
  const message = KeptMessage.parse(await dependencies.documents.get(duty.documentKey ?? ''));
  const claimed = asClaimed(duty, now);
  const moved = await moveDelivery(dependencies, duty, claimed, 'delivery.claimed');
  return moved ? await send(dependencies, claimed, message) : null;
}

function dueAgain({ claimedAt, attempt }: Delivery, now: string): string {
  return plus(claimedAt ?? now, { minutes: SHORTEST_PAUSE_MINUTES * 2 ** Math.max(0, attempt - 1) });
}

async function send(
  dependencies: DeliverLumenDependencies,
  claimed: Delivery,
  message: KeptMessage,
): Promise<string | null> {
  const { lumen, clock } = dependencies;
  if (lumen === null) return await giveUp(dependencies, claimed, 'operator', 'not-connected');
  const answer = await lumen.submit(keptNotice(message));
  const at = clock.now();
  switch (answer.kind) {
    case 'stored': {
      const delivered = { ...claimed, state: 'delivered', acceptedAt: at, deliveredAt: at } as const;
      const named = { ...delivered, receiverId: answer.id };
      await moveDelivery(dependencies, claimed, named, 'delivery.delivered', { said: { receiverId: [answer.id] } });
      return null;
    }
    case 'busy':
      if (claimed.attempt >= MOST_ATTEMPTS) return await giveUp(dependencies, claimed, 'operator', 'not-accepted');
      await moveDelivery(dependencies, claimed, { ...claimed, reason: TURNED_AWAY }, 'delivery.deferred');
      return dueAgain(claimed, at);
    case 'invalid': {
      // Written anew once a person resumes it, from the facts as they are then.
      const unwritten = { ...claimed, documentKey: null, contentSha256: null };
      const said = { fields: [...answer.fields] };
      await moveDelivery(dependencies, claimed, parked(unwritten, 'counsel', 'notice-refused'), 'delivery.parked', {
        said,
      });
      return null;
    }
    case 'unauthorised':
      return await giveUp(dependencies, claimed, 'operator', 'token-refused');
    case 'unheard':
      return await giveUp(dependencies, claimed, 'operator', 'answer-missed');
    default:
      return answer satisfies never;
  }
}

async function giveUp(
  dependencies: DeliverLumenDependencies,
  duty: Delivery,
  owner: string,
  reason: string,
  fields?: readonly string[],
): Promise<null> {
  await moveDelivery(dependencies, duty, parked(duty, owner, reason), 'delivery.parked', atFault(fields));
  return null;
}

function parked(duty: Delivery, owner: string, reason: string): Delivery {
  return { ...duty, state: 'parked', owner, reason };
}
