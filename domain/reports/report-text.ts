import { REPORT_ROUTES } from '#domain/catalogue/report-routes';
import type { ReportKind } from '#domain/delivery';
import { formatInstant, formatUtc } from '#domain/messages/format-time';
import type { Language } from '#domain/party';
import { recipientOf } from './recipients.ts';
import type { ReportedContent, ReportFacts } from './report-facts.ts';
import { SENTENCES } from './report-sentences.ts';

/** A report as it is read before it is sent, and as it leaves by mail. */
export interface ReportText {
  readonly subject: string;
  readonly text: string;
}

/** Writes a report in the language of its recipient. What is not known is said to be unknown. */
export function reportText(facts: ReportFacts): ReportText {
  const { language, name } = recipientOf(facts.recipient);
  const say = SENTENCES[language];
  const { platform, reference } = facts;
  const paragraphs = [
    [say.title[facts.kind]],
    [say.to(name[language]), say.from(platform.name, platform.address, platform.contact), say.reference(reference)],
    [say.basis(basisOf(facts.kind)[language])],
    [say.aware[facts.kind](timeOf(facts.receivedAt, facts, language))],
    [
      say.contents,
      ...facts.contents.flatMap((content) => contentLines(content, facts, language)),
      ...furtherLine(facts, language),
    ],
    [say.words, ...facts.words.map(say.quoted)],
    facts.files.length === 0
      ? []
      : [
          say.files,
          ...facts.files.map(({ mediaType, bytes, sha256 }) => `${mediaType}, ${bytes} B, SHA-256 ${sha256}`),
        ],
    [say.sender],
    [say.signed(platform.name, timeOf(facts.composedAt, facts, language))],
  ];
  const text = paragraphs.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return { subject: `${say.title[facts.kind]} – ${reference}`, text: `${text.join('\n\n')}\n` };
}

function basisOf(kind: ReportKind): (typeof REPORT_ROUTES)['self-harm']['basis'] {
  const route = Object.values(REPORT_ROUTES).find((candidate) => candidate.kind === kind);
  return route?.basis ?? REPORT_ROUTES['threat-to-life'].basis;
}

/** Recital 56: the time with its zone. */
function timeOf(instant: string, { zone }: ReportFacts, language: Language): string {
  return `${formatInstant(instant, zone, language)} (${formatUtc(instant)})`;
}

function contentLines(content: ReportedContent, facts: ReportFacts, language: Language): readonly string[] {
  const say = SENTENCES[language];
  const { url, contentId, publishedAt, account } = content;
  return [
    `- ${url}${contentId === null ? '' : ` (${contentId})`}`,
    `  ${say.published(publishedAt === null ? say.unknown : timeOf(publishedAt, facts, language))}`,
    `  ${say.account(account === null ? say.unknown : [account.id, account.name, account.email, account.country].join(', '))}`,
  ];
}

function furtherLine({ further, contents }: ReportFacts, language: Language): readonly string[] {
  const say = SENTENCES[language];
  if (contents.length === 0) return [`- ${say.unknown}`];
  return further === 0 ? [] : [say.further(further)];
}
