import type { Actor } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import { InformationRow, informationKey } from '#domain/case-rows';
import { findLegalBasis } from '#domain/catalogue/catalogue';
import type { DecisionRecord } from '#domain/decision';
import { exceeded, MOST_SENT, sentAfter } from '#domain/sent';
import { elementsFilledBy, itemsNamedBy, type KeptInformation, textsOfLater } from '#domain/submission';
import { commitTo } from '#runtime/commitment';
import { type Answer, problem } from '#runtime/problem';
import type { RouteRequest } from '#runtime/route';
import { isKeptByRule } from '../../legal-removal/shared/decisions.ts';
import type { CaseChange, CaseStore, Decided } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import { CASE_SECRET, type DocumentStore, type Vault } from '../../ports/vault.ts';
import { type AnotherLook, anotherLook, clarifiedBy } from './another-look.ts';
import { caseStatus } from './case-status.ts';
import { dangerPart } from './danger.ts';
import { actorOf, newEvent } from './events.ts';
import type { KeptText } from './keep-text.ts';
import { refusing, wordsOf } from './refused-words.ts';
import { type OwnOrderDependencies, ownOrder } from './requested-case.ts';
import { currentOf, decisionInForce, decisionsOf } from './restrictions-in-force.ts';
import { endingLease, settingAside } from './set-aside.ts';
import { refuseTooManyOfClient, type ThrottlingDependencies } from './throttling.ts';

/** What keeping information needs. */
export interface InformationDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'change' | 'listRows'>;
  readonly documents: Pick<DocumentStore, 'put'>;
  readonly vault: Pick<Vault, 'key'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** What taking information from an authority needs. */
export interface AuthorityDependencies extends InformationDependencies, ThrottlingDependencies {
  readonly authorities: OwnOrderDependencies['authorities'];
}

/** A piece of information or an amendment, and who sends it. */
export interface Piece {
  readonly caseId: string;
  readonly personId: 'sender' | 'authority';
  readonly actor: Actor;
  readonly content: KeptInformation;
  /** What the piece changes beyond what is missing, judged on the case as it is. */
  readonly effects?: (record: CaseRecord) => Promise<PieceEffects>;
}

/** What a piece changes at once, in the change that records it. */
export interface PieceEffects extends Required<Pick<CaseChange, 'set' | 'events' | 'rows' | 'outbox'>> {
  /** Whether the demand has to be looked at anew before anybody decides on it. */
  readonly reshapes: boolean;
}

const NO_EFFECTS: PieceEffects = { set: {}, events: [], rows: [], outbox: [], reshapes: false };

/**
 * Keeps a piece of information, and wakes a case that waits for it. The text is kept first, under a name of its own,
 * and its row is put by the change that takes its number: of pieces sent at once each is there once and whole, and what
 * was never recorded is not read. A signal of danger in it pages somebody, whether or not the case takes the piece.
 */
export async function keepInformation(
  dependencies: InformationDependencies,
  piece: Piece,
  request: Pick<RouteRequest, 'keeping'>,
): Promise<Answer> {
  const { cases, clock } = dependencies;
  const { caseId, personId, content } = piece;
  const words = wordsOf(personId, textsOfLater(content));
  const record = await cases.load(caseId);
  if (record === null) return closed();
  const kept = refusalOf(record, piece) === null ? await keepPiece(dependencies, piece) : null;
  return await cases.change<Answer>(caseId, async (current, rows) => {
    const refuse = (answer: Answer): Promise<Decided<Answer>> => refusing(dependencies, words, current, rows, answer);
    const refusal = refusalOf(current, piece);
    if (kept === null || refusal !== null) return await refuse(refusal ?? closed());
    const { documentKey, commitment } = kept;
    const number = (await rows.listRows(caseId, 'INFORMATION#', InformationRow)).length + 1;
    const effects = (await piece.effects?.(current)) ?? NO_EFFECTS;
    const { look, clarifies, inForce, asOpen } = await lookAt(rows, current, content, effects.reshapes);
    if (look.kind === 'too-late') return await refuse(tooLate(current));
    const danger = await dangerPart(rows, current, words.signals, clock.now());
    const row = { number, kind: content.kind, at: content.at, documentKey, ...clarifies };
    const back = settingAside(current, look, { inForce, number, at: content.at, actor: piece.actor });
    const after = afterInformation(
      current,
      content,
      { ...effects.set, ...asOpen, ...endingLease(current, content), ...back.set },
      look,
    );
    const body = caseStatus({ ...current, ...after.set, state: after.state }, personId);
    const data = { number, kind: content.kind, items: itemsNamedBy(content).length, document: documentKey };
    const event = newEvent('information.received', piece.actor, data, { commitments: [commitment] });
    return {
      change: {
        ...after.change,
        set: { ...after.set, ...danger.set, sent: sentAfter(current.sent, content) },
        outbox: [...after.change.outbox, ...effects.outbox, ...danger.outbox],
        events: [event, ...danger.events, ...effects.events, ...back.events],
        rows: [{ key: informationKey(number), value: row, when: 'new' }, ...effects.rows, ...danger.rows],
        ...request.keeping(202, body),
      },
      result: { status: 202, body },
    };
  });
}

async function keepPiece(
  { documents, vault, ids }: InformationDependencies,
  { caseId, personId, content }: Piece,
): Promise<KeptText> {
  const documentKey = await documents.put(caseId, personId, `information/${ids.id('piece')}`, content);
  return { documentKey, commitment: commitTo(await vault.key(caseId, CASE_SECRET), documentKey, content) };
}

/** Keeps what the authority that sent an order says about it later; the order does not exist for any other. */
export async function takeFromAuthority(
  dependencies: AuthorityDependencies,
  request: Pick<RouteRequest, 'params' | 'caller' | 'keeping'>,
  content: KeptInformation,
  effects?: Piece['effects'],
): Promise<Answer> {
  const record = await ownOrder(dependencies, request);
  const tooMany = await refuseTooManyOfClient(dependencies, request);
  if (tooMany !== null) return tooMany;
  const asked = { caseId: record.caseId, personId: 'authority', actor: actorOf(request.caller), content } as const;
  const piece = effects === undefined ? asked : { ...asked, effects };
  return await keepInformation(dependencies, piece, request);
}

/** A closed case takes nothing more, but for another end of a secrecy that still runs: its messages are yet to go. */
function isOver({ state, nonDisclosureUntil }: CaseRecord, { content }: Piece): boolean {
  if (state !== 'closed') return false;
  if (content.kind === 'information' || content.amendment.items.length > 0) return true;
  const { territories = [], nonDisclosureUntil: asked } = content.amendment;
  const secret = nonDisclosureUntil !== null && nonDisclosureUntil > content.at;
  return !secret || territories.length > 0 || asked === null || asked === undefined;
}

function closed(): Answer {
  return problem(409, 'The case is closed; submit a new demand.');
}

function tooLate({ nature, state }: CaseRecord): Answer {
  if (state === 'awaiting-response') {
    return problem(409, 'Others are being heard on what you sent: further items need a notice of their own.');
  }
  return nature === 'order'
    ? problem(409, 'The order was decided on: further items need an order of their own.')
    : problem(
        409,
        'The notice was decided on: further items need a notice of their own. Answers without items are kept.',
      );
}

/** Why the case does not take the piece, or null: it is closed, or full. */
function refusalOf(record: CaseRecord, piece: Piece): Answer | null {
  if (isOver(record, piece)) return closed();
  switch (exceeded(sentAfter(record.sent, piece.content))) {
    case 'pieces':
      return problem(409, `A case takes at most ${MOST_SENT.pieces} pieces of information.`);
    case 'items':
      return problem(409, `A case takes at most ${MOST_SENT.items} items: send further ones as a demand of their own.`);
    case 'bytes':
      return problem(409, `A case takes at most ${MOST_SENT.bytes} bytes of its sender: send less, or a new demand.`);
    case null:
      return null;
  }
}

function afterInformation(
  record: CaseRecord,
  content: KeptInformation,
  set: PieceEffects['set'],
  look: AnotherLook,
): {
  readonly state: CaseRecord['state'];
  readonly set: Partial<CaseRecord>;
  readonly change: Pick<CaseChange, 'transition'> & Required<Pick<CaseChange, 'outbox'>>;
} {
  const filled: readonly string[] = elementsFilledBy(content);
  const missing = record.missing.filter((element) => !filled.includes(element));
  if (look.kind !== 'now' && look.kind !== 'review') {
    return { state: record.state, set: { ...set, missing }, change: { outbox: [] } };
  }
  const outbox = look.doorbell === null ? [] : [{ kind: 'ring', doorbell: look.doorbell } as const];
  if (look.kind === 'review') {
    const review = { ...set, missing, stage: 'review' } as const;
    return { state: 'in-review', set: review, change: { transition: 'returnToReview', outbox } };
  }
  const again = { missing, informationDueAt: null, stage: 'validate', planned: false } as const;
  return {
    state: 'validating',
    set: { ...set, ...again },
    change: {
      ...(record.state !== 'validating' && { transition: 'resumeValidation' }),
      outbox,
    },
  };
}

/** What arrives at a demand of a basis that the catalogue no longer holds is kept for whoever decides it. */
async function lookAt(
  cases: Pick<CaseStore, 'listRows'>,
  record: CaseRecord,
  content: KeptInformation,
  reshapes: boolean,
): Promise<{
  readonly look: AnotherLook;
  readonly clarifies: ReturnType<typeof clarifiedBy>;
  readonly inForce: DecisionRecord | null;
  readonly asOpen: Partial<CaseRecord>;
}> {
  const basis = findLegalBasis(record.legalBasis, record.legalBasisVersion);
  if (basis === null) return { look: { kind: 'none' }, clarifies: {}, inForce: null, asOpen: {} };
  const decisions = record.actFirst || record.hearing ? await decisionsOf(cases, record.caseId) : [];
  const current = currentOf(record, decisions);
  const items = itemsNamedBy(content).length;
  const brought = { items, filled: elementsFilledBy(content), reshapes, amends: content.kind === 'amendment' };
  const look = anotherLook(record, basis, brought, current);
  // What a rule left as it is was not decided on what came since: whoever decides now tells of all of it.
  const asOpen = look.kind === 'now' && isKeptByRule(current) ? ({ decisionId: null, outcome: null } as const) : {};
  return { look, clarifies: clarifiedBy(record, basis, look), inForce: decisionInForce(record, decisions), asOpen };
}
