import type { Calendar } from '#domain/calendar';
import { clockOfStep } from '#domain/case-clocks';
import { InformationRow } from '#domain/case-rows';
import type { Delivery } from '#domain/delivery';
import { countingAnswer, KeptResponse, ResponseRow, responseKey } from '#domain/hearing';
import type { FactSheet } from '#domain/messages/fact-sheet';
import type { HearingFacts } from '#domain/messages/procedure-facts';
import { TOKEN_PLACE } from '#domain/messages/token-place';
import { findPlace } from '#domain/places';
import { KeptInformation } from '#domain/submission';
import type { CaseStore } from '../../ports/case-store.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { basisOf } from '../shared/load-case.ts';
import { readIfThere } from '../shared/submission.ts';
import type { Sources } from './sources.ts';
import { wordingOf } from './with-wording.ts';

/** What the facts of a hearing are read through. */
export interface HearingReaders {
  readonly cases: Pick<CaseStore, 'listRows'>;
  readonly documents: Pick<DocumentStore, 'get'>;
  readonly house: { readonly publicUrl: string; readonly calendar: Calendar };
}

/**
 * The facts of a message with those of the hearing of its case, where there is one: for whoever is heard with the place
 * of the token to answer with. What somebody answered is in them for the one who asked alone, and only what may be passed on; the rest
 * is confidential, so that none of it slips into a message.
 */
export async function withHearing(
  readers: HearingReaders,
  facts: FactSheet,
  delivery: Pick<Delivery, 'caseId' | 'kind' | 'personId' | 'to' | 'wordingKey'>,
  sources: Sources,
  now: string,
): Promise<FactSheet> {
  const { record } = sources;
  const { hearing: rule } = basisOf(record);
  if (!record.hearing || !rule) return facts;
  const { proposalId, sentAt, result } = record.hearing;
  const answers = await readAnswers(readers, sources);
  const { answerUntil, zone } = windowOf(sources, readers.house.calendar, now);
  const proposes = rule.opens === 'before-restriction' && proposalId !== null;
  const hearing: HearingFacts = {
    proposes,
    objectionNeeds: rule.objectionNeeds,
    onSilence: rule.onSilence,
    complaint: proposes ? [] : await complaintTold(readers, sources, delivery),
    contactDisclosed: isContactDisclosed(sources),
    ...{ sentAt, answerUntil, zone, result },
    posters: answers.flatMap(({ passedOn }) => passedOn ?? []),
    ...wayToAnswer(readers, delivery),
  };
  const items = withObjections(facts.items, sources, answers);
  return { ...facts, items, hearing, confidential: [...facts.confidential, ...hiddenFrom(answers, delivery)] };
}

/** The items with those that a rule left as they are, beside a restriction, since whoever put them up objected. */
function withObjections(items: FactSheet['items'], sources: Sources, answers: readonly Answer[]): FactSheet['items'] {
  const { decision, heard } = sources;
  if (decision?.record.decidedByRule !== true || decision.record.effect !== 'restrict') return items;
  const objectors = new Set(answers.flatMap(({ personId, objects }) => (objects ? personId : [])));
  const defended = new Set(heard.flatMap(({ personId, itemIds }) => (objectors.has(personId) ? itemIds : [])));
  return items.map((item) => ({ ...item, objected: item.action === 'none' && defended.has(item.itemId) }));
}

/** What of the answers a reader may not find in a message, as confidential facts: each knows their own. */
export async function answerSecrets(
  readers: Pick<HearingReaders, 'cases' | 'documents'>,
  sources: Sources,
  reader: Pick<Delivery, 'to' | 'personId'>,
): Promise<FactSheet['confidential']> {
  return sources.heard.length === 0 ? [] : hiddenFrom(await readAnswers(readers, sources), reader);
}

function hiddenFrom(
  answers: readonly Answer[],
  { to, personId }: Pick<Delivery, 'to' | 'personId'>,
): FactSheet['confidential'] {
  return answers.flatMap((answer) => {
    if (answer.personId === personId) return [];
    return to === 'sender' && answer.passedOn !== null ? answer.words : [...answer.details, ...answer.words];
  });
}

/** The notice's own consent, where the basis passes a sender's details on with it alone. */
export function isContactDisclosed({ record, kept }: Sources): boolean {
  const consents = kept.kind === 'notice' && kept.statements.passOnDetails === true;
  return basisOf(record).senderDisclosed === 'with-consent' && consents;
}

/** The window as it runs, or as it would if what is being written were sent now. */
function windowOf({ record }: Sources, calendar: Calendar, now: string): Pick<HearingFacts, 'answerUntil' | 'zone'> {
  const basis = basisOf(record);
  const id = basis.hearing?.clocks.answer;
  const running = record.clocks.find(({ clock }) => clock === id);
  const clock = record.hearing?.sentAt && running !== undefined ? running : clockOfStep(basis, id, now, calendar);
  const zone = clock?.zone ?? findPlace(clock?.place ?? '')?.zone ?? 'UTC';
  return { answerUntil: clock?.dueAt ?? null, zone };
}

/** The complaint as it is told: in the words that a lead gave, where it may not be told in its own. */
async function complaintTold(
  readers: HearingReaders,
  sources: Sources,
  delivery: Pick<Delivery, 'wordingKey'>,
): Promise<HearingFacts['complaint']> {
  const given = (await wordingOf(readers.documents, delivery))?.complaint;
  return given === undefined ? await complaintOf(readers, sources) : [{ about: 'explanation', text: given }];
}

const COMPLAINED = ['explanation', 'meaning', 'inaccuracies'] as const;

/** What the notice and the answers since say, piece by piece. */
async function complaintOf(
  { cases, documents }: HearingReaders,
  { record, kept }: Sources,
): Promise<HearingFacts['complaint']> {
  if (kept.kind !== 'notice') return [];
  const rows = await cases.listRows(record.caseId, 'INFORMATION#', InformationRow);
  const later = await Promise.all(rows.map(({ documentKey }) => readIfThere(documents, documentKey)));
  const answers = later.flatMap((piece) => {
    const read = KeptInformation.safeParse(piece).data;
    return read?.kind === 'information' ? [read.information.answers] : [];
  });
  return [kept, ...answers].flatMap((piece) =>
    COMPLAINED.flatMap((about) => {
      const text = piece[about];
      return typeof text === 'string' && text.trim() !== '' ? [{ about, text }] : [];
    }),
  );
}

/** An answer: whether it counts as an objection, what of it is passed on to the one who asked, and what of it is confidential, details and words apart. */
interface Answer {
  readonly personId: string;
  readonly objects: boolean;
  readonly passedOn: HearingFacts['posters'][number] | null;
  readonly details: FactSheet['confidential'];
  readonly words: FactSheet['confidential'];
}

async function readAnswers(
  { cases, documents }: Pick<HearingReaders, 'cases' | 'documents'>,
  { record, heard }: Sources,
): Promise<Answer[]> {
  const responses = await cases.listRows(record.caseId, responseKey(), ResponseRow);
  const counting = heard.map(({ personId }) => countingAnswer(responses, personId)?.number ?? 0);
  return await Promise.all(
    responses.map(async (row): Promise<Answer> => {
      const kept = KeptResponse.safeParse(await readIfThere(documents, row.documentKey)).data;
      const { personId, number } = row;
      const objects = counting.includes(number) && row.position === 'objection';
      if (kept === undefined) return { personId, objects, passedOn: null, details: [], words: [] };
      const { name, postalAddress, explanation } = kept;
      const passedOn = objects && kept.passOnDetails && name && postalAddress ? { name, address: postalAddress } : null;
      const hidden = (value: string | null | undefined): FactSheet['confidential'] =>
        value ? [{ label: `answer ${number}`, value, audiences: [] }] : [];
      return {
        personId,
        objects,
        passedOn,
        details: [...hidden(name), ...hidden(postalAddress)],
        words: hidden(explanation),
      };
    }),
  );
}

/** Where to answer, for whoever is heard, with the place of the token: in the message, never in an address. */
function wayToAnswer(
  { house }: Pick<HearingReaders, 'house'>,
  { caseId, kind }: Pick<Delivery, 'caseId' | 'kind'>,
): Pick<HearingFacts, 'accessToken' | 'answerUrl'> {
  if (kind !== 'hearing-notice') return { accessToken: null, answerUrl: null };
  return { accessToken: TOKEN_PLACE, answerUrl: `${house.publicUrl}/v1/cases/${caseId}/response` };
}
