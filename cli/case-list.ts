import { CaseList, type CaseSummary } from '#domain/api/case-views';
import { ShownState } from '#domain/api/shared';
import { LEGAL_BASES } from '#domain/catalogue/catalogue';
import type { Language } from '#domain/party';
import { readArguments } from './arguments.ts';
import { choice } from './choice.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';
import { callApi } from './http.ts';
import { joined } from './joined.ts';
import { writeJson, writeLines } from './output.ts';
import { textTable } from './text-table.ts';
import { OUTCOMES, STATES } from './words.ts';

const FILTERS = ['state', 'basis', 'owner', 'due', 'limit', 'cursor'];

/** The legal bases on which a demand can be made. */
const BASES = [...new Set(LEGAL_BASES.map(({ id }) => id))];

const STATE_CODES = 'in-review, awaiting-approval, awaiting-information, needs-operator, closed, …';

/** `writ case list`: the queue, by the tightest deadline. */
export const CASE_LIST_COMMAND: Command = {
  name: 'case list',
  usage: 'case list [flags]',
  summary: {
    en: 'Lists cases by the tightest deadline of ours.',
    de: 'Listet Fälle nach unserer engsten Frist.',
  },
  flags: [
    { flag: '--state <state>', en: STATE_CODES, de: STATE_CODES },
    { flag: '--basis <id>', en: 'the legal basis', de: 'die Rechtsgrundlage' },
    { flag: '--owner <subject>', en: 'who holds the lease', de: 'wer den Fall übernommen hat' },
    { flag: '--due <RFC 3339>', en: 'only what is due before then', de: 'nur was vorher fällig ist' },
    { flag: '--limit 25', en: 'how many, up to 100', de: 'wie viele, bis 100' },
    {
      flag: '--cursor <cursor>',
      en: 'the next page, as the last one said',
      de: 'die nächste Seite, wie die letzte sagte',
    },
  ],
  examples: ['case list --state in-review --basis DSA_ART16'],
  run: runCaseList,
};

async function runCaseList(args: readonly string[], context: CommandContext): Promise<number> {
  const { text, json, positionals, language } = readArguments(args, context, { text: FILTERS });
  if (positionals.length > 0) throw new UsageError('"writ case list" takes filters only.');
  const { state, basis } = text;
  const query = {
    state: state === undefined ? undefined : choice('state', state, ShownState.options),
    legalBasis: basis === undefined ? undefined : choice('basis', basis, BASES),
    owner: text['owner'],
    due: text['due'],
    limit: text['limit'],
    cursor: text['cursor'],
  };
  const list = await callApi(context, { method: 'GET', path: '/v1/cases', query, answer: CaseList });
  if (json) {
    writeJson(context.output, list);
    return 0;
  }
  const heading = {
    en: ['DUE', 'TIER', 'STATE', 'BASIS', 'REFERENCE', 'OWNER', 'CASE', ''],
    de: ['FÄLLIG', 'STUFE', 'STAND', 'GRUNDLAGE', 'ZEICHEN', 'BEI', 'FALL', ''],
  }[language];
  const rows = list.cases.map((found) => [
    found.dueAt,
    String(found.tier),
    joined([STATES[found.state][language], found.outcome && OUTCOMES[found.outcome][language]], ', '),
    found.legalBasis,
    found.reference,
    found.owner ?? '-',
    found.caseId,
    marksOf(found, language),
  ]);
  const lines = rows.length === 0 ? [EMPTY[language]] : textTable(heading, rows);
  writeLines(context.output, [...lines, ...(list.next === null ? [] : [`${MORE[language]} --cursor '${list.next}'`])]);
  return 0;
}

const EMPTY = { en: 'No case.', de: 'Kein Fall.' } as const;
const MORE = { en: 'There are more: the same with', de: 'Es gibt mehr: dasselbe mit' } as const;

/** What a case has about it that cannot wait. */
function marksOf({ danger, undelivered }: CaseSummary, language: Language): string {
  const words = { en: ['DANGER', 'undelivered'], de: ['GEFAHR', 'unzustellbar'] }[language];
  return joined([danger ? words[0] : null, undelivered > 0 ? `${undelivered} ${words[1]}` : null], ', ');
}
