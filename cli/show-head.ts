import type { CaseView } from '#domain/api/case-views';
import { findLegalBasis } from '#domain/catalogue/catalogue';
import type { Language } from '#domain/party';
import { outcomeInWords } from './clock-outcome.ts';
import { KINDS } from './clock-words.ts';
import { queueInWords, reasonInWords, roleInWords } from './code-words.ts';
import { joined } from './joined.ts';
import { fields } from './sections.ts';
import { labelsIn } from './show-labels.ts';
import { OUTCOMES, SIGNALS, STAGES, STATES } from './words.ts';

const TIER = { en: 'tier', de: 'Stufe' } as const;
const ANEW = {
  en: 'To be decided anew, since the sender added to the demand',
  de: 'Neu zu entscheiden, weil der Absender das Begehren ergänzt hat',
} as const;
const SOMEBODY_ELSE = {
  en: 'somebody else decides anew, on the complaint',
  de: 'jemand anderes entscheidet neu, auf die Beschwerde',
} as const;
const UNVERIFIED = {
  en: 'The register of authorities does not name the client that sent this order: find out who sent it',
  de: 'Das Behördenverzeichnis nennt den Zugang nicht, über den diese Anordnung kam: Absender klären',
} as const;
const TAKEN_UP = { en: 'taken up by', de: 'übernommen von' } as const;
const NOT_TAKEN_UP = { en: 'not taken up by anybody', de: 'von niemandem übernommen' } as const;

/** How a case stands: what it is, until when something has to be done, with whom it lies, and what is wrong. */
export function showHead(view: CaseView, language: Language): string[] {
  const label = labelsIn(language);
  const { state, lifecycleState, outcome, lease, owner, parked, setAside, reopened, danger, undelivered } = view;
  const basis = findLegalBasis(view.legalBasis, view.legalBasisVersion);
  const underneath = state === lifecycleState ? null : STATES[lifecycleState][language];
  return [
    `${view.reference}  ${view.caseId}`,
    '',
    ...fields([
      [label('basis'), joined([view.legalBasis, basis?.name[language]], ': ')],
      [
        label('state'),
        joined([STATES[state][language], underneath, outcome === null ? null : OUTCOMES[outcome][language]], ', '),
      ],
      [label('received'), view.receivedAt],
      [label('due'), joined([view.dueAt, ...dueParticulars(view, language)], ', ')],
      [label('queue'), `${queueInWords(view.queue, language)}, ${TIER[language]} ${view.tier}`],
      [label('owner'), lease === null ? (owner ?? '-') : `${lease.holder} (${lease.expiresAt})`],
      [label('parked'), parked === null ? null : joined(parkedInWords(parked, language), ', ')],
      [label('setAside'), setAside === null ? null : `${ANEW[language]}: ${setAside.decisionId}, ${setAside.at}`],
      [
        label('reopened'),
        reopened === null ? null : joined([reopened.at, SOMEBODY_ELSE[language], reopened.complaintCase], ', '),
      ],
      [label('undelivered'), undelivered === 0 ? null : String(undelivered)],
      [label('unverified'), isUnverified(view) ? UNVERIFIED[language] : null],
      [label('danger'), danger?.signals.map((signal) => SIGNALS[signal][language]).join(', ')],
      [label('page'), danger === null ? null : `${danger.pageId}, ${pageStanding(danger, language)}`],
      [label('cut'), view.cut === null ? null : shortened(view.cut, language)],
      [label('execution'), view.execution?.arn.replace(/^.*:/, '')],
    ]),
  ];
}

function isUnverified({ authorityId, authorityCountry }: CaseView): boolean {
  return authorityId !== null && authorityCountry === null;
}

/** The tightest of our clocks, who set it and how it stands, where it is one of those shown. */
function dueParticulars({ clocks, dueAt }: CaseView, language: Language): readonly (string | null)[] {
  const tightest = clocks.find((clock) => clock.direction === 'our-deadline' && clock.dueAt === dueAt);
  return tightest === undefined
    ? []
    : [tightest.clock, KINDS[tightest.kind][language], outcomeInWords(tightest, language)];
}

function parkedInWords({ reason, stage, owner, at }: NonNullable<CaseView['parked']>, language: Language): string[] {
  return [reasonInWords(reason, language), STAGES[stage][language], roleInWords(owner, language), at];
}

/** What is left out of a case too long for one answer, and where it is. */
function shortened({ texts, lists }: NonNullable<CaseView['cut']>, language: Language): string {
  const parts = {
    en: [`texts after ${texts} characters`, lists === null ? null : `lists after ${lists} entries`],
    de: [`Texte nach ${texts} Zeichen`, lists === null ? null : `Listen nach ${lists} Einträgen`],
  }[language];
  const whole = { en: 'the whole is in the evidence bundle', de: 'das Ganze steht im Beweispaket' }[language];
  return `${joined(parts, ', ')}; ${whole}`;
}

function pageStanding({ acknowledgedBy, acknowledgedAt }: NonNullable<CaseView['danger']>, language: Language): string {
  if (acknowledgedBy === null) return NOT_TAKEN_UP[language];
  return `${TAKEN_UP[language]} ${joined([acknowledgedBy, acknowledgedAt], ', ')}`;
}
