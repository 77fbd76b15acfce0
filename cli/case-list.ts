import { CaseList } from '#domain/api/case-views';
import { readArguments } from './arguments.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';
import { callApi } from './http.ts';
import { writeJson, writeLines } from './output.ts';
import { textTable } from './text-table.ts';

const FILTERS = ['state', 'basis', 'owner', 'due', 'limit', 'cursor'];

/** `writ case list`: the queue, by the tightest deadline. */
export const CASE_LIST_COMMAND: Command = {
  name: 'case list',
  usage:
    'case list [--state in-review] [--basis DSA_ART16] [--owner <subject>] [--due <RFC 3339>] [--limit 25] [--cursor …]',
  summary: {
    en: 'Lists cases by the tightest deadline of ours.',
    de: 'Listet Fälle nach unserer engsten Frist.',
  },
  examples: ['case list --state in-review --basis DSA_ART16'],
  run: runCaseList,
};

async function runCaseList(args: readonly string[], context: CommandContext): Promise<number> {
  const { text, json, positionals, language } = readArguments(args, context, { text: FILTERS });
  if (positionals.length > 0) throw new UsageError('"writ case list" takes filters only.');
  const query = {
    state: text['state'],
    legalBasis: text['basis'],
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
    en: ['DUE', 'TIER', 'STATE', 'BASIS', 'REFERENCE', 'OWNER', 'CASE'],
    de: ['FRIST', 'STUFE', 'STAND', 'GRUNDLAGE', 'ZEICHEN', 'BEI', 'FALL'],
  }[language];
  const rows = list.cases.map((found) => [
    found.dueAt,
    String(found.tier),
    found.state,
    found.legalBasis,
    found.reference,
    found.owner ?? '-',
    found.danger ? `${found.caseId} !` : found.caseId,
  ]);
  writeLines(context.output, [...textTable(heading, rows), ...(list.next === null ? [] : [`--cursor '${list.next}'`])]);
  return 0;
}
