import { CaseHistory, type NamedMessage } from '#domain/api/audit-views';
import type { Language } from '#domain/party';
import { readCaseArguments } from './case-arguments.ts';
import type { Command, CommandContext } from './command.ts';
import { callApi } from './http.ts';
import { joined } from './joined.ts';
import { inLanguage, writeJson, writeLines } from './output.ts';
import { textTable } from './text-table.ts';
import { MESSAGES, PARTIES } from './words.ts';

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
  writeLines(context.output, historyTable(history, language));
  return 0;
}

/** The events of a case as a table, each message by what it is and who reads it. */
export function historyTable(history: CaseHistory, language: Language): string[] {
  const heading = { en: ['NO', 'WHEN', 'WHO', 'WHAT'], de: ['NR', 'WANN', 'WER', 'WAS'] }[language];
  const rows = history.events.map(({ seq, at, actor, text, messages, reason }) => {
    const which = messages.length === 0 ? null : messagesInWords(messages, language);
    const particulars = joined([which, reason], '; ');
    return [String(seq), at, actor.id, `${inLanguage(text, language)}${particulars === '' ? '' : ` (${particulars})`}`];
  });
  return textTable(heading, rows);
}

/** What each message is and who reads it, those alike once with how many there are. */
function messagesInWords(messages: readonly NamedMessage[], language: Language): string {
  const counts = new Map<string, number>();
  for (const { kind, to } of messages) {
    const words = `${MESSAGES[kind][language]} → ${PARTIES[to][language]}`;
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => (count === 1 ? words : `${words} × ${count}`)).join(', ');
}
