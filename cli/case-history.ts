import { CaseHistory } from '#domain/api/audit-views';
import { readCaseArguments } from './case-arguments.ts';
import type { Command, CommandContext } from './command.ts';
import { callApi } from './http.ts';
import { inLanguage, writeJson, writeLines } from './output.ts';
import { textTable } from './text-table.ts';

/** `writ case history`: what happened, in sentences. */
export const CASE_HISTORY_COMMAND: Command = {
  name: 'case history',
  usage: 'case history <caseId>',
  summary: {
    en: 'Shows what happened in a case. The read is recorded.',
    de: 'Zeigt, was in einem Fall geschah. Der Zugriff wird aufgezeichnet.',
  },
  examples: ['case history case-4zh7vhzbtespzp1ccfetjrq191'],
  run: runCaseHistory,
};

async function runCaseHistory(args: readonly string[], context: CommandContext): Promise<number> {
  const { path, json, language } = readCaseArguments(args, context);
  const history = await callApi(context, { method: 'GET', path: `${path}/history`, answer: CaseHistory });
  if (json) {
    writeJson(context.output, history);
    return 0;
  }
  const heading = { en: ['NO', 'WHEN', 'WHO', 'WHAT'], de: ['NR', 'WANN', 'WER', 'WAS'] }[language];
  const rows = history.events.map(({ seq, at, actor, text, reason }) => {
    const why = reason === null ? '' : ` (${reason})`;
    return [String(seq), at, actor.id, `${inLanguage(text, language)}${why}`];
  });
  writeLines(context.output, textTable(heading, rows));
  return 0;
}
