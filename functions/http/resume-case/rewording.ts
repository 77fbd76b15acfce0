import type { ResumeRequest } from '#domain/api/work';
import type { NewAuditEvent } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import type { Delivery } from '#domain/delivery';
import { type ToldWords, type WordReader, wordsOfDecision } from '#domain/messages/told-words';
import { reworded, type Wording } from '#domain/wording';
import { type Answer, type Fault, problem } from '#runtime/problem';
import { readDecision } from '../../legal-removal/shared/decisions.ts';
import { askerOf } from '../../legal-removal/shared/submission.ts';
import type { Caller } from '../../ports/callers.ts';
import { actorOf, newEvent } from '../shared/events.ts';
import { type KeptText, keepText, type TextDependencies } from '../shared/keep-text.ts';
import { type LeakPorts, refuseLeaks } from '../shared/refuse-leaks.ts';

/** What giving parked messages other words needs. */
export type RewordingDependencies = LeakPorts & Pick<TextDependencies, 'documents' | 'vault' | 'ids'>;

type Named = NonNullable<ResumeRequest['deliveries']>;

/** A parked message with the words that it is to say, and its place in the request. */
interface Reworded {
  readonly duty: Delivery;
  readonly wording: Wording;
  readonly index: number;
}

/** The messages that a request gives other words. */
export function rewordedMessages(meant: readonly Delivery[], named: Named): readonly Reworded[] {
  return named.flatMap(({ deliveryId, wording }, index) => {
    const duty = meant.find((candidate) => candidate.deliveryId === deliveryId);
    return duty === undefined || wording === undefined ? [] : [{ duty, wording, index }];
  });
}

/** Why messages may not be given these words by this caller, or null. */
export async function refuseWordings(
  ports: RewordingDependencies,
  record: CaseRecord,
  messages: readonly Reworded[],
  caller: Caller,
): Promise<Answer | null> {
  if (messages.length === 0) return null;
  if (caller.role !== 'lead') return problem(403, 'Only a lead gives a message other words than those decided.');
  const faults = messages.flatMap(misfits);
  if (faults.length > 0) return problem(400, 'Not every message can be given these words.', faults);
  const texts = await Promise.all(messages.map((message) => wordsSaid(ports, record, message)));
  return await refuseLeaks(ports, record, () => texts.flat());
}

/**
 * What was written once may have arrived, and stays as it is; a question has a reason, and only a question; what somebody
 * is heard on is the complaint, where it is not an intended decision.
 */
function misfits({ duty, wording, index }: Reworded): Fault[] {
  const path = `deliveries.${index}.wording`;
  if (duty.documentKey !== null) return [{ path, message: 'the message was written already, and goes as it is' }];
  const { reason, complaint, ...decided } = wording;
  const isOnNotice = isHeardOnNotice(duty);
  if (isOnNotice !== (complaint !== undefined) || (isOnNotice && Object.keys(wording).length > 1)) {
    return [{ path, message: isOnNotice ? OF_A_COMPLAINT : OF_NO_COMPLAINT }];
  }
  if (isOnNotice) return [];
  const isQuestion = duty.kind === 'information-request';
  const wordless = duty.decisionId === null || duty.channel === 'lumen';
  if (!isQuestion && wordless) return [{ path, message: 'nobody wrote anything in this message' }];
  const words = Object.keys(decided).length;
  const fits = isQuestion ? reason !== undefined && words === 0 : reason === undefined && words > 0;
  return fits ? [] : [{ path, message: isQuestion ? OF_A_QUESTION : OF_A_DECISION }];
}

/** Tells whether a message says what somebody is heard on before anybody decided. */
function isHeardOnNotice({ kind, decisionId }: Delivery): boolean {
  return kind === 'hearing-notice' && decisionId === null;
}

const OF_A_COMPLAINT = 'a notice to somebody who is heard is given a complaint, and nothing else';
const OF_NO_COMPLAINT = 'it tells of no complaint';
const OF_A_QUESTION = 'a question is given a reason, and nothing else';
const OF_A_DECISION =
  'what was decided is given a provision, an explanation, facts or reasons of items, and nothing else';

/** All that the message would say: also the words that are left as they were. */
async function wordsSaid(
  ports: RewordingDependencies,
  record: CaseRecord,
  { duty, wording, index }: Reworded,
): Promise<readonly ToldWords[]> {
  const path = `deliveries.${index}.wording`;
  const reader = readerOf(duty);
  if (isHeardOnNotice(duty)) return [{ path: `${path}.complaint`, text: wording.complaint ?? '', readers: [reader] }];
  if (duty.decisionId === null) return [{ path: `${path}.reason`, text: wording.reason ?? '', readers: [reader] }];
  const { record: decided, document } = await readDecision(ports, record.caseId, duty.decisionId);
  const readers = { asker: askerOf(record), uploader: true, public: true };
  return wordsOfDecision(decided.effect, { ...reworded(document, wording), outcome: decided.outcome }, readers)
    .filter((told) => told.readers.includes(reader))
    .map((told) => ({ path: `${path}.${fieldOf(told.path)}`, text: told.text, readers: [reader] }));
}

function fieldOf(path: string): string {
  return path.startsWith('items.') ? 'items' : path.replace('ground.', '');
}

function readerOf({ channel, to }: Delivery): WordReader {
  if (channel === 'transparency-database') return 'public';
  return to === 'authority' || to === 'uploader' ? to : 'sender';
}

/** Keeps the words, encrypted like those of a decision, by message. */
export async function keepWordings(
  ports: RewordingDependencies,
  messages: readonly Reworded[],
): Promise<ReadonlyMap<string, KeptText>> {
  const kept = new Map<string, KeptText>();
  for (const { duty, wording } of messages) {
    kept.set(duty.deliveryId, await keepText(ports, duty.caseId, 'wording', wording));
  }
  return kept;
}

/** What the history says of a message that was given other words. */
export function rewordedEvent({ deliveryId, kind }: Delivery, text: KeptText, caller: Caller): NewAuditEvent {
  const data = { deliveryId, kind, role: caller.role, document: text.documentKey };
  return newEvent('delivery.reworded', actorOf(caller), data, { commitments: [text.commitment] });
}
