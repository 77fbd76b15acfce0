import type { Delivery } from '#domain/delivery';
import { Statement } from '#domain/transparency-database/statement';
import { commitTo } from '#runtime/commitment';
import type { Ids } from '../../ports/ids.ts';
import { CASE_SECRET, type DocumentStore, type Vault } from '../../ports/vault.ts';
import { KeptMessage, type Unready, type Withheld } from './compose.ts';
import { composeEntry, type EntryDuty, type EntrySource, keptStatements } from './compose-entry.ts';
import {
  type AnswerDependencies,
  dueAgain,
  type EntryLook,
  giveUp,
  type Left,
  NOTHING_TO_WAIT_FOR,
  quarantine,
  send,
} from './entry-answers.ts';
import { settledItems } from './entry-rows.ts';
import { moveDelivery } from './move-delivery.ts';
import { isOverdue } from './unready.ts';

/** What delivering entries uses. */
export interface DeliverEntryDependencies extends AnswerDependencies {
  readonly documents: Pick<DocumentStore, 'get' | 'put'>;
  readonly vault: Pick<Vault, 'key' | 'ensureKey'>;
  readonly ids: Pick<Ids, 'id' | 'number'>;
}

/** Requests without an answer that says anything after which a person looks: those of a day, by their pauses. */
const MOST_ATTEMPTS = 28;

/**
 * Brings an entry in the Transparency Database as far as it comes now. Its statements are claimed before they are sent,
 * by one process at a time, always under the same identifiers. The only hard proof is an answer with the database's own
 * identifiers; when an answer was missed, the same is sent again later, and if the identifiers are known then, the
 * statements count as stored and unconfirmed.
 */
export async function deliverEntry(
  dependencies: DeliverEntryDependencies,
  delivery: Delivery,
  sourceOf: () => Promise<EntrySource | Withheld | Unready>,
): Promise<EntryLook> {
  const duty = asEntry(delivery);
  if (duty === null) return await giveUp(dependencies, delivery, 'counsel', 'nothing-to-state');
  switch (duty.state) {
    case 'scheduled':
    case 'owed':
      return await writeAndSend(dependencies, duty, sourceOf);
    case 'claimed':
      return await sendAgain(dependencies, duty, sourceOf);
    case 'accepted':
    case 'bounced':
    case 'delivered':
    case 'parked':
      return NOTHING_TO_WAIT_FOR;
    default:
      return duty.state satisfies never;
  }
}

function asEntry({ entry, decisionId, ...delivery }: Delivery): EntryDuty | null {
  return entry === undefined || decisionId === null ? null : { ...delivery, entry, decisionId };
}

async function writeAndSend(
  dependencies: DeliverEntryDependencies,
  duty: EntryDuty,
  sourceOf: () => Promise<EntrySource | Withheld | Unready>,
): Promise<EntryLook> {
  const source = await sourceOf();
  if ('unready' in source) {
    if (!isOverdue(duty, dependencies.clock.now())) return NOTHING_TO_WAIT_FOR;
    return await giveUp(dependencies, duty, 'operator', source.unready);
  }
  if ('withheld' in source) return await giveUp(dependencies, duty, 'counsel', source.withheld, duty, source.fields);
  let left: Left = { anew: duty };
  while ('anew' in left) left = await oneRequest(dependencies, left.anew, source);
  return left;
}

/** Writes what is left of an entry, takes out what may not be sent, keeps the rest and sends it. */
async function oneRequest(dependencies: DeliverEntryDependencies, duty: EntryDuty, source: EntrySource): Promise<Left> {
  const { cases, documents, vault, clock, ids } = dependencies;
  const { caseId, personId, decisionId } = duty;
  const settled = await settledItems(cases, duty);
  const composed = composeEntry(duty, source, new Set(settled.keys()));
  if ('withheld' in composed) return await giveUp(dependencies, duty, 'counsel', composed.withheld);
  const { statements, refused } = composed;
  if (refused.length > 0) return await quarantine(dependencies, duty, duty, { refused, others: statements.length });
  if (statements.length === 0) return await giveUp(dependencies, duty, 'counsel', 'nothing-to-state');
  const message = keptStatements(statements);
  await vault.ensureKey(caseId, personId);
  const documentKey = await documents.put(caseId, personId, `messages/${decisionId}.entry.${ids.id('text')}`, message);
  const commitment = commitTo(await vault.key(caseId, CASE_SECRET), documentKey, message);
  const told = source.told ?? undefined;
  const written = { ...duty, ...(told && { told }), documentKey, contentSha256: message.sha256 };
  const claimed = claim({ ...written, entry: { ...duty.entry, saysEnd: source.facts.liftedAt !== null } }, clock.now());
  const moved = await moveDelivery(dependencies, duty, claimed, 'delivery.claimed', { commitment });
  return moved ? await send(dependencies, duty, claimed, statements) : NOTHING_TO_WAIT_FOR;
}

async function sendAgain(
  dependencies: DeliverEntryDependencies,
  duty: EntryDuty,
  sourceOf: () => Promise<EntrySource | Withheld | Unready>,
): Promise<EntryLook> {
  const { documents, clock } = dependencies;
  const now = clock.now();
  const due = dueAgain(duty, now);
  if (due > now) return { look: due };
  if (duty.attempt >= MOST_ATTEMPTS) return await giveUp(dependencies, duty, 'operator', 'not-accepted');
  const { bytes } = KeptMessage.parse(await documents.get(duty.documentKey ?? ''));
  const statements = Statement.array().parse(JSON.parse(Buffer.from(bytes, 'base64').toString('utf8')));
  const claimed = claim(duty, now);
  if (!(await moveDelivery(dependencies, duty, claimed, 'delivery.claimed'))) return NOTHING_TO_WAIT_FOR;
  const left = await send(dependencies, duty, claimed, statements);
  return 'anew' in left ? await writeAndSend(dependencies, left.anew, sourceOf) : left;
}

/** Written before the request is made: should it be cut off, nobody knows whether it was stored. */
function claim(duty: EntryDuty, claimedAt: string): EntryDuty {
  const entry = { ...duty.entry, mayBeStored: true };
  return { ...duty, state: 'claimed', attempt: duty.attempt + 1, claimedAt, entry };
}
