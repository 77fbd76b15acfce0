import type { IncidentType } from './incident-type.ts';
import type { ReportFacts } from './report-facts.ts';

/** What the person who sends a report says of it: nothing of it follows from words alone. */
export interface NcmecJudgement {
  readonly incidentType: IncidentType;
  /** Whether a person of ours has looked at the file. */
  readonly viewed: boolean;
}

/** The most characters of a free text. */
const LONGEST_TEXT = 3_000;

type Content = string | readonly Node[];
type Node = readonly [name: string, content: Content];

/**
 * A report for NCMEC's `POST /submit`: XML in UTF-8, its elements in the order of NCMEC's schema, since any other is
 * refused. What is not known has no element, and the material itself is no part of it.
 */
export function ncmecReport(facts: ReportFacts, judgement: NcmecJudgement): string {
  const report: Node = [
    'report',
    [
      ['incidentSummary', incidentOf(facts, judgement)],
      ...webPages(facts),
      ['reporter', [['reportingPerson', [['email', facts.platform.contact]]]]],
      ...accountOf(facts),
      ['additionalInfo', additionalInfo(facts, judgement)],
    ],
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(report, '')}\n`;
}

/** The earliest publication that is known, else when we were told; a time to come would be refused. */
function incidentOf({ contents, receivedAt, composedAt }: ReportFacts, { incidentType }: NcmecJudgement): Node[] {
  const [published] = contents.flatMap(({ publishedAt }) => publishedAt ?? []).toSorted(inTime);
  const [at = composedAt] = [published ?? receivedAt, composedAt].toSorted(inTime);
  const what = published === undefined ? 'When the provider was told of it.' : 'When it was published.';
  return [
    ['incidentType', incidentType],
    ['incidentDateTime', at],
    ['incidentDateTimeDescription', what],
  ];
}

function webPages({ contents }: ReportFacts): Node[] {
  if (contents.length === 0) return [];
  return [['internetDetails', [['webPageIncident', contents.map(({ url }): Node => ['url', url])]]]];
}

/** Whose content it is, where that is one account; of several, none is called the one reported. */
function accountOf({ contents }: ReportFacts): Node[] {
  const accounts = new Map(contents.flatMap(({ account }) => (account === null ? [] : [[account.id, account]])));
  const [account, another] = [...accounts.values()];
  if (account === undefined || another !== undefined) return [];
  return [
    [
      'personOrUserReported',
      [
        ['personOrUserReportedPerson', [['email', account.email]]],
        ['espIdentifier', account.id],
        ['displayName', account.name],
      ],
    ],
  ];
}

function additionalInfo(facts: ReportFacts, { viewed }: NcmecJudgement): string {
  const lines = [
    `Provider: ${facts.platform.name}, ${facts.platform.address}. Our reference: ${facts.reference}.`,
    viewed ? 'A person of the provider viewed the file.' : 'No person of the provider viewed the file.',
    ...facts.contents.map(({ itemId, contentId }) => `Item ${itemId}: ${contentId ?? 'not found on the platform'}.`),
    ...(facts.further === 0 ? [] : [`${facts.further} more items, on request.`]),
    ...facts.files.map(
      ({ mediaType, sha256 }) => `File sent to the provider, not kept: ${mediaType}, SHA-256 ${sha256}.`,
    ),
    ...facts.words.map((words) => `Written to the provider: ${words}`),
  ];
  return lines.join('\n').slice(0, LONGEST_TEXT);
}

function written([name, content]: Node, indent: string): string {
  if (typeof content === 'string') return `${indent}<${name}>${escaped(content)}</${name}>`;
  const inner = content.map((node) => written(node, `${indent}  `));
  return [`${indent}<${name}>`, ...inner, `${indent}</${name}>`].join('\n');
}

/** Text as XML 1.0 may hold it: control characters, which it may not, are left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function inTime(one: string, other: string): number {
  return Date.parse(one) - Date.parse(other);
}
