import { LEGAL_BASES } from '#domain/catalogue/catalogue';
import { PROCEDURES as CARRIED_OUT } from '#domain/catalogue/procedures';
import type { Bilingual } from '#domain/clock';
import type { DescribedBasis } from '#domain/described-basis';
import type { Applicability, ClockRule, LegalBasis } from '#domain/legal-basis';
import { retentionRule } from '#domain/retention';
import { complaintRows } from './complaint-rows.ts';
import { counterNoticeRows } from './counter-notice-rows.ts';
import { ACTS_ON_HEARING, hearingRows, isRuledByHearing } from './hearing-rows.ts';
import { cited, clockTable, dutyTable, elementTable, ISSUERS, messageTable, table } from './tables.ts';
import { ACT_FIRST, DISCLOSURE, OTHER_REDRESS, PLATFORM_FACTS, PROCEDURES, SILENCE, UNATTENDED } from './words.ts';

const INTRODUCTION = [
  '# Legal bases',
  '',
  '<!-- Written by `npm run legal-bases` from domain/catalogue; do not edit. -->',
  '',
  'What Writ knows of the law, as its engine reads it. Nothing here is legal advice. Each rule shows how sure its source',
  'is: *source checked* was read in a public source; *known* is general knowledge; **uncertain** is for counsel to check',
  'before anybody relies on it. A target is ours and no law. A case keeps the version of its basis that it began with.',
  '',
  'Clocks marked *computed only* are started by no case; `writ clock <id>` computes them. Where a basis extends to copies,',
  'a person names them as items: nothing searches for copies.',
  '',
];

/** The page `docs/legal-bases.md`: every basis on which demands are taken, then those that follow on them. */
export function legalBasesPage(): string {
  const lines = [
    ...INTRODUCTION,
    '## Overview',
    '',
    ...table(
      ['Basis', 'Name', 'Deutsch', 'Demands', 'Four eyes', 'Acts first'],
      [
        ...LEGAL_BASES.map((basis) => [
          link(basis),
          basis.name.en,
          basis.name.de,
          `taken: ${basis.submitters.join(', ')}`,
          fourEyes(basis),
          basis.actFirst === 'no' && !isRuledByHearing(basis) ? 'no' : 'yes',
        ]),
        ...CARRIED_OUT.map((basis) => [link(basis), basis.name.en, basis.name.de, 'follows on other cases', '', '']),
      ],
      '',
    ),
    ...LEGAL_BASES.flatMap(sectionOf),
    ...CARRIED_OUT.flatMap(describedSection),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function link({ id }: { readonly id: string }): string {
  return `[\`${id}\`](#${id.toLowerCase()})`;
}

function heading({ id, version, name }: Pick<LegalBasis, 'id' | 'version' | 'name'>): string[] {
  return [`## ${id}`, '', `${name.en}; ${name.de}. Version ${version}.`, ''];
}

function sectionOf(basis: LegalBasis): string[] {
  return [
    ...heading(basis),
    ...table(['', ''], rowsOf(basis), ''),
    ...elementTable(basis.elements),
    ...clockTable(basis.clocks, () => true),
    ...messageTable(basis),
    ...ending(basis),
  ];
}

function rowsOf(basis: LegalBasis): [string, string][] {
  return [
    ['Who may submit', submitters(basis)],
    ['Binds', binds(basis.applicability)],
    ['Acts first', isRuledByHearing(basis) ? ACTS_ON_HEARING : ACT_FIRST[basis.actFirst]],
    ...groundByRule(basis),
    ...judgedInReview(basis),
    ['Decides', `a person: ${basis.decidedBy.join(' or ')}`],
    ['Four eyes', fourEyes(basis)],
    ['As our deadline nears without a person', unattendedWords(basis)],
    ['Information that locates', wait(basis)],
    ['Sender named to the uploader', DISCLOSURE[String(basis.senderDisclosed)] ?? 'no'],
    ['Topic in the Transparency Database', topic(basis)],
    ...hearingRows(basis),
    ['Other redress', otherRedress(basis)],
    ...counterNoticeRows(basis),
    ...complaintRows(basis),
    ['Copies', basis.copies === null ? 'none' : `${basis.copies.which.en} ${cited(basis.copies.source)}`],
    ['Territory', territory(basis)],
    ['Queue', basis.queue],
    ['Kept', kept(basis)],
  ];
}

function kept(basis: LegalBasis): string {
  const { years, setBy, source } = retentionRule(basis);
  const after = `${years} years after closing`;
  return setBy === 'law'
    ? `${after} ${cited(source)}`
    : `${after}: a setting of the platform, no rule of law; it goes by ${cited(source)}`;
}

function groundByRule({ groundByRule: ground }: LegalBasis): [string, string][] {
  if (ground === null) return [];
  return [
    ['Ground given by the rule', `${ground.provision}: ${ground.explanation.en}`],
    ['Grund, den die Regel nennt', `${ground.provision}: ${ground.explanation.de}`],
  ];
}

function judgedInReview({ judgedInReview: judged = [] }: LegalBasis): [string, string][] {
  if (judged.length === 0) return [];
  return [
    ['A reviewer judges besides', judged.map(({ what, source }) => `${what.en}: ${cited(source)}`).join('; ')],
    ['In der Prüfung außerdem beurteilt', judged.map(({ what }) => what.de).join('; ')],
  ];
}

function submitters({ submitters: roles, fromCountries, issuer }: LegalBasis): string {
  const where = fromCountries === null ? '' : ` of ${fromCountries.join(', ')}`;
  const tells = issuer === 'by-authority' ? `; its country tells an order of ${ISSUERS.union} from others` : '';
  return `${roles.join(', ')}${where}${tells}`;
}

function binds({ binds: facts, inForceFrom, source }: Applicability): string {
  const whom = facts.length === 0 ? 'nobody' : facts.map((fact) => PLATFORM_FACTS[fact]).join(', ');
  const since = inForceFrom === null ? 'entry into force not verified' : `demands from ${inForceFrom} on`;
  return `${whom}; ${since}; ${cited(source)}`;
}

function fourEyes({ fourEyes: { rule, itemsAbove, countriesBeyond, withinHours } }: LegalBasis): string {
  switch (rule) {
    case 'never':
      return 'no';
    case 'always':
      return 'always, before the effect';
    case 'confirm-after':
      return `confirmed within ${withinHours} hours after the effect`;
    case 'when-wide':
      return `if worldwide, account-wide, more than ${itemsAbove} items or ${countriesBeyond} further countries, journalistic or political`;
  }
}

function wait({ informationWait: found }: LegalBasis): string {
  switch (found.kind) {
    case 'none':
      return 'not waited for';
    case 'hours':
    case 'days':
      return `waited for ${found.amount} ${found.amount === 1 ? found.kind.slice(0, -1) : found.kind}`;
    case 'business-days':
      return `waited for ${found.amount} business days (${found.place})`;
  }
}

function topic({ topic: found, notifications }: LegalBasis): string {
  if (notifications.every(({ channel }) => channel !== 'transparency-database')) return 'none: no entry is owed';
  if (found === undefined) return 'whatever the decider says: a demand may be about many things';
  const keyword = found.keyword === null ? '' : `, \`${found.keyword}\``;
  return `\`${found.category}\`${keyword}, unless the decider says otherwise; our choice, not law`;
}

function otherRedress({ otherRedress: ways }: LegalBasis): string {
  if (ways.length === 0) return 'none';
  return ways.map(({ way, of, source }) => `${OTHER_REDRESS[way]} (${of}): ${cited(source)}`).join('; ');
}

function territory({ territory: found }: LegalBasis): string {
  return `${found.default.join(', ')} unless said otherwise, ${found.widest.join(', ')} at most; ${cited(found.source)}`;
}

function describedSection(basis: DescribedBasis): string[] {
  const { hearing, preservation } = basis;
  const heard =
    hearing === null
      ? 'nobody'
      : `${hearing.of}${hearing.clock === null ? '' : `, \`${hearing.clock}\``}; ${SILENCE[hearing.onSilence]}; ${cited(hearing.source)}`;
  const rows = [
    ['No demand is taken', PROCEDURES[basis.procedure]],
    ...(basis.carriedOut ?? []).flatMap(({ en, de }, index): [string, string][] => [
      [`Step ${index + 1}`, en],
      [`Schritt ${index + 1}`, de],
    ]),
    ['Brought by', basis.broughtBy.en],
    ['Von wem', basis.broughtBy.de],
    ['Binds', binds(basis.applicability)],
    ['Decides', basis.decidedBy.en],
    ['Entscheidet', basis.decidedBy.de],
    ['Heard before', heard],
    ['Preserved', preservation === null ? 'nothing' : `${preservation.what.en} ${cited(preservation.source)}`],
  ];
  return [
    ...heading(basis),
    ...table(['', ''], rows, ''),
    ...elementTable(basis.elements),
    ...clockTable(basis.clocks, isStarted),
    ...dutyTable(basis),
    ...ending(basis),
  ];
}

/** Of a basis that follows on other cases: whether the case of a demand starts the clock, or a step of its own does. */
function isStarted({ clock, startsAt }: ClockRule): boolean {
  return startsAt === 'step' || LEGAL_BASES.some(({ clocks }) => clocks.some((rule) => rule.clock === clock));
}

function unattendedWords({ unattended, unattendedNeeds = [] }: LegalBasis): string {
  const needs = unattendedNeeds.length === 0 ? '' : `, unless one of these is missing: ${unattendedNeeds.join(', ')}`;
  return `${UNATTENDED[unattended]}${needs}`;
}

function ending({ terms, sources }: Pick<LegalBasis, 'terms' | 'sources'>): string[] {
  const words = terms.map(({ en, de }: Bilingual) => `${en} = *${de}*`).join('; ');
  return [`Words: ${words}.`, '', `Sources: ${sources.map(cited).join('; ')}.`, ''];
}
