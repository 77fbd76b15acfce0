import { CaseView } from '#domain/api/case-views';
import type { Language } from '#domain/party';
import { readCaseArguments } from './case-arguments.ts';
import type { Command, CommandContext } from './command.ts';
import { callApi } from './http.ts';
import { writeJson, writeLines } from './output.ts';
import { fields, section } from './sections.ts';
import { showClocks } from './show-clocks.ts';
import { showComplaints } from './show-complaints.ts';
import { showCounterNotices } from './show-counter-notices.ts';
import { showDecision } from './show-decision.ts';
import { showDemand } from './show-demand.ts';
import { showHead } from './show-head.ts';
import { showHearing } from './show-hearing.ts';
import { showErasures, showHolds } from './show-holds.ts';
import { showItems } from './show-items.ts';
import { labelsIn } from './show-labels.ts';
import { showMessages, showPeople } from './show-people.ts';

/** `writ case show`: one case. */
export const CASE_SHOW_COMMAND: Command = {
  name: 'case show',
  usage: 'case show <caseId>',
  summary: {
    en: 'Shows a case: demand, people, items, clocks, decision, messages. The read is recorded.',
    de: 'Zeigt einen Fall: Begehren, Beteiligte, Inhalte, Fristen, Entscheidung, Mitteilungen. Der Zugriff wird aufgezeichnet.',
  },
  examples: ['case show case-4zh7vhzbtespzp1ccfetjrq191'],
  run: runCaseShow,
};

async function runCaseShow(args: readonly string[], context: CommandContext): Promise<number> {
  const { path, json, language } = readCaseArguments(args, context);
  const view = await callApi(context, { method: 'GET', path, answer: CaseView });
  if (json) writeJson(context.output, view);
  else writeLines(context.output, showCase(view, language));
  return 0;
}

/** A case as text, in sections. */
export function showCase(view: CaseView, language: Language): string[] {
  const notes = fields(view.notes.map(({ by, at, text }) => [`${at} ${by}`, text ?? '-']));
  return [
    ...showHead(view, language),
    ...showHolds(view, language),
    ...showErasures(view, language),
    ...showDemand(view, language),
    ...showHearing(view, language),
    ...showCounterNotices(view, language),
    ...showComplaints(view, language),
    ...showPeople(view, language),
    ...showItems(view, language),
    ...showClocks(view.clocks, language),
    ...showDecision(view, language),
    ...showMessages(view, language),
    ...section(labelsIn(language)('notes'), notes),
  ];
}
