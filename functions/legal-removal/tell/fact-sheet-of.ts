import type { Calendar } from '#domain/calendar';
import { clocksStartedBy } from '#domain/case-clocks';
import { findClock, findLegalBasis } from '#domain/catalogue/catalogue';
import { scrutinyAuthority } from '#domain/catalogue/scrutiny-authorities';
import { isDomestic } from '#domain/cross-border';
import type { Ground } from '#domain/decision';
import { InstantText, normalInstant } from '#domain/instant';
import { issuerOf } from '#domain/issuer';
import type { ElementId, LegalBasis } from '#domain/legal-basis';
import type {
  ClockFacts,
  DecisionFacts,
  DisclosureFacts,
  FactSheet,
  Narrowing,
  OrderFacts,
  PlatformFacts,
  RedressFacts,
} from '#domain/messages/fact-sheet';
import type { ComplaintFacts } from '#domain/messages/procedure-facts';
import type { Language, Party } from '#domain/party';
import { expandTerritories, isWithin } from '#domain/territory';
import { basisOf } from '../shared/load-case.ts';
import { isContactDisclosed } from './hearing-facts.ts';
import { itemFacts } from './item-facts.ts';
import { occasionFacts } from './occasion-facts.ts';
import type { ComplaintSources, Sources } from './sources.ts';
import { uploaderSecrets } from './uploader-secrets.ts';

/** What the messages say of the house they come from. */
export interface House {
  readonly publicUrl: string;
  readonly platformUrl: string;
  /** How the platform signs. */
  readonly platform: PlatformFacts;
  readonly calendar: Calendar;
}

/** The zone of the establishment: the readers' times are shown in it. */
const ZONE = 'Europe/Berlin';
const OUT_OF_COURT_URL = 'https://digital-strategy.ec.europa.eu/en/policies/dsa-out-court-dispute-settlement';

/** The fact sheet of a case for one reader, as it stands at `now`. */
export function factSheetOf(sources: Sources, reader: Party, house: House, now: string): FactSheet {
  const { record, kept } = sources;
  const sender = sources.parties.get('sender') ?? null;
  const uploader = reader.role === 'uploader' ? { name: reader.name, email: reader.email } : null;
  const collection = record.nature === 'order' ? 'orders' : 'notices';
  const disclosed = isSenderDisclosed(sources) && Boolean(sender?.name);
  return {
    caseId: record.caseId,
    reference: record.reference,
    legalBasis: record.legalBasis,
    legalBasisName: basisOf(record).name,
    trigger: triggerOf(sources),
    topic: basisOf(record).topic ?? null,
    receivedAt: normalInstant(record.receivedAt),
    composedAt: now,
    zone: ZONE,
    statusUrl: `${house.publicUrl}/v1/${collection}/${record.caseId}`,
    platform: house.platform,
    sender:
      sender === null
        ? null
        : {
            name: sender.name,
            email: sender.email,
            country: sender.country,
            signature: kept.kind === 'notice' ? (kept.signature ?? null) : null,
            explanation: kept.kind === 'notice' ? (kept.explanation ?? null) : null,
          },
    senderDisclosed: disclosed,
    uploader,
    items: itemFacts(sources, reader.personId, house.platformUrl),
    decision: decisionFacts(sources, reader.language),
    disclosure: disclosureFacts(sources),
    order: orderFacts(sources),
    clocks: clockFacts(sources),
    redress: redressFacts(sources, reader, house, now),
    ...occasionFacts(sources, now, house.publicUrl),
    impossibility: null,
    complaint: complaintFacts(sources),
    liftedAt: null,
    confidential: confidentialFacts(sources, reader),
  };
}

function isSenderDisclosed(sources: Sources): boolean {
  return basisOf(sources.record).senderDisclosed === true || isContactDisclosed(sources);
}

function triggerOf({ record, kept }: Sources): FactSheet['trigger'] {
  const { trigger, triggerOfFlagger = trigger } = basisOf(record);
  return kept.submittedBy === 'trusted-flagger' ? triggerOfFlagger : trigger;
}

function decisionFacts({ decision, restricting, record: about }: Sources, language: Language): DecisionFacts | null {
  if (decision === null || restricting === null) return null;
  const { record, document } = restricting;
  const ground = record.decidedByRule ? groundOfRule(document.ground, basisOf(about), language) : document.ground;
  const written = document.facts.trim() === '' ? null : document.facts;
  const why = written ?? ground?.explanation ?? null;
  const restricts = record.effect === 'restrict';
  return {
    decisionId: record.decisionId,
    decidedAt: record.decidedAt,
    outcome: record.outcome,
    ground,
    facts: restricts ? why : null,
    reasonForSender: restricts || record.effect === 'disclose' ? null : reasonsOf(written, ground),
    duplicateOf: document.duplicateOf ?? null,
    automation: record.automation,
  };
}

/** All that was written on why nothing is done: what was found, and what follows from it. */
function reasonsOf(written: string | null, ground: Ground | null): string | null {
  const reasons = new Set([written, ground?.explanation.trim() === '' ? null : ground?.explanation]);
  const told = [...reasons].filter((reason) => reason != null);
  return told.length === 0 ? null : told.join('\n\n');
}

/** What a rule gives as its ground, in the reader's language: it is the catalogue's, and there in both. */
function groundOfRule(ground: Ground | null, { groundByRule }: LegalBasis, language: Language): Ground | null {
  if (ground === null || groundByRule === null) return ground;
  const isOurs = Object.values(groundByRule.explanation).includes(ground.explanation);
  return isOurs ? { ...ground, explanation: groundByRule.explanation[language] } : ground;
}

/** What was handed over, once it was. */
function disclosureFacts({ record, decision }: Sources): DisclosureFacts | null {
  const disclosure = decision?.document.disclosure;
  if (disclosure === undefined || record.firstEffectAt === null) return null;
  return { ...disclosure, handedOverAt: record.firstEffectAt };
}

function orderFacts({ record, kept, answers, parties, items }: Sources): OrderFacts | null {
  if (kept.kind !== 'order') return null;
  const authority = parties.get('authority');
  const country = authority?.country ?? null;
  return {
    authorityName: authority?.name ?? kept.authority.id,
    reference: kept.reference?.trim() || answeredIn(answers, 'order-reference'),
    issuedAt: statedInstant(kept.issuedAt ?? answeredIn(answers, 'issued-at')),
    issuedInUnion: issuerOf(basisOf(record), record.authorityCountry) === 'union',
    provisions: kept.provisions.length > 0 ? kept.provisions : listed(answeredIn(answers, 'provision')),
    statementOfReasons: kept.statementOfReasons?.trim() || answeredIn(answers, 'statement-of-reasons'),
    redress: kept.redress?.trim() || answeredIn(answers, 'redress'),
    scrutinyAuthority: country === null || isDomestic(country) ? null : (scrutinyAuthority()?.name ?? null),
    narrowed: narrowing(basisOf(record), items),
    nonDisclosureUntil: record.nonDisclosureUntil === null ? null : normalInstant(record.nonDisclosureUntil),
  };
}

function answeredIn(answers: Sources['answers'], element: ElementId): string | null {
  const answer = answers[element];
  return typeof answer === 'string' ? answer.trim() || null : null;
}

function listed(text: string | null): string[] {
  return text === null ? [] : [text];
}

/** An instant as it was stated; null where none was, or in words that are none. */
function statedInstant(text: string | null): string | null {
  const stated = InstantText.safeParse(text);
  return stated.success ? normalInstant(stated.data) : null;
}

/** Where an order wants effect beyond what its basis reaches, by the territories that it names. */
function narrowing({ territory }: LegalBasis, items: Sources['items']): Narrowing | null {
  const asked = [...expandTerritories(items.flatMap(({ territories }) => territories))];
  if (asked.length === 0 || isWithin(asked, territory.widest)) return null;
  return { asked, reach: territory.widest, source: territory.source.cite };
}

function clockFacts({ record }: Sources): ClockFacts[] {
  return record.clocks.map(({ clock, kind, direction, dueAt, source }) => ({
    clock,
    kind,
    direction,
    dueAt: normalInstant(dueAt),
    source,
    audiences: [...(findClock(clock)?.rule.shownTo ?? [])],
  }));
}

function redressFacts({ record, complaint }: Sources, reader: Party, house: House, now: string): RedressFacts | null {
  if (complaint !== null) return redressOnComplaint(complaint);
  const basis = basisOf(record);
  const [window] = clocksStartedBy(basis, 'informed', now, house.calendar);
  if (record.nature === 'order' && window === undefined) return null;
  return {
    complaint: window !== undefined,
    complaintUntil: window?.dueDate ?? null,
    complaintUrl: window === undefined ? null : `${house.publicUrl}/v1/notices/${record.caseId}/complaint`,
    outOfCourtUrl: window === undefined ? null : OUT_OF_COURT_URL,
    ...otherRedress(basis, reader.role),
  };
}

/** A complaint is decided once; what else the basis complained of opens stays open. */
function redressOnComplaint({ row }: ComplaintSources): RedressFacts {
  const basis = findLegalBasis(row.legalBasis, row.legalBasisVersion);
  const others = basis === null ? otherRedress({ otherRedress: [] }, row.by) : otherRedress(basis, row.by);
  return { complaint: false, complaintUntil: null, outOfCourtUrl: OUT_OF_COURT_URL, ...others, counterNotice: false };
}

function otherRedress(
  basis: Pick<LegalBasis, 'otherRedress'>,
  role: Party['role'],
): Pick<RedressFacts, 'counterNotice' | 'supervisoryAuthority' | 'appellateCommittee'> {
  const isOpen = (way: LegalBasis['otherRedress'][number]['way']): boolean =>
    basis.otherRedress.some((other) => other.way === way && other.of === role);
  return {
    counterNotice: isOpen('counter-notice'),
    supervisoryAuthority: isOpen('supervisory-authority'),
    appellateCommittee: isOpen('appellate-committee'),
  };
}

function complaintFacts({ complaint, decision }: Sources): ComplaintFacts | null {
  if (complaint === null) return null;
  const { by, reference } = complaint.row;
  return { by, about: reference, manifestlyUnfounded: decision?.record.manifestlyUnfounded === true };
}

/** Other people of the case, and of the one complained of, so that none of them slips into this reader's message. */
function confidentialFacts({ parties, complaint }: Sources, reader: Party): FactSheet['confidential'] {
  const here = [...parties.values()].filter(
    ({ personId, role }) => role === 'uploader' && personId !== reader.personId,
  );
  const elsewhere = (complaint?.others ?? []).filter((party) => !isDisclosedThere(complaint, party));
  return [...here, ...elsewhere].flatMap((party) => uploaderSecrets(party.personId, party));
}

/** Whether the law let whoever complains know the name of the other side anyway, as with intellectual property. */
function isDisclosedThere(complaint: ComplaintSources | null, { role }: Party): boolean {
  if (complaint === null || role !== 'sender') return false;
  return findLegalBasis(complaint.row.legalBasis, complaint.row.legalBasisVersion)?.senderDisclosed === true;
}
