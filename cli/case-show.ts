import { CaseView } from '#domain/api/case-views';
import type { Language } from '#domain/party';
import { readCaseArguments } from './case-arguments.ts';
import type { Command, CommandContext } from './command.ts';
import { callApi } from './http.ts';
import { writeJson, writeLines } from './output.ts';
import { textTable } from './text-table.ts';

/** `writ case show`: one case. */
export const CASE_SHOW_COMMAND: Command = {
  name: 'case show',
  usage: 'case show <caseId>',
  summary: {
    en: 'Shows a case: items, deadlines, decision, messages. The read is recorded.',
    de: 'Zeigt einen Fall: Inhalte, Fristen, Entscheidung, Mitteilungen. Der Zugriff wird aufgezeichnet.',
  },
  examples: ['case show case-4zh7vhzbtespzp1ccfetjrq191'],
  run: runCaseShow,
};

async function runCaseShow(args: readonly string[], context: CommandContext): Promise<number> {
  const { path, json, language } = readCaseArguments(args, context);
  const view = await callApi(context, { method: 'GET', path, answer: CaseView });
  if (json) writeJson(context.output, view);
  else writeLines(context.output, describeCase(view, WORDS[language]));
  return 0;
}

type Words = Readonly<
  Record<
    | (
        | 'state'
        | 'received'
        | 'due'
        | 'owner'
        | 'parked'
        | 'decision'
        | 'items'
        | 'clocks'
        | 'messages'
        | 'ended'
        | 'protected'
        | 'setAside'
      )
    | NonNullable<CaseView['items'][number]['absence']>,
    string
  >
>;

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    state: 'State',
    received: 'Received',
    due: 'Due',
    owner: 'Owner',
    parked: 'Needs an operator',
    decision: 'Decision',
    items: 'Items',
    clocks: 'Deadlines',
    messages: 'Messages',
    ended: 'ended',
    setAside: 'To be decided anew, since the sender added to the demand',
    protected: 'The decider calls the content journalistic or political.',
    'not-located': 'NOT LOCATED: not an address of the platform',
    'not-found': 'NOT LOCATED: the platform knows no such item',
    'part-not-found': 'NOT LOCATED: the item has no such part',
    gone: 'GONE: no longer on the platform',
    lapsed: 'LAPSED: over before it was shown to be in place',
  },
  de: {
    state: 'Stand',
    received: 'Eingang',
    due: 'Frist',
    owner: 'Bei',
    parked: 'Braucht den Betrieb',
    decision: 'Entscheidung',
    items: 'Inhalte',
    clocks: 'Fristen',
    messages: 'Mitteilungen',
    ended: 'abgelaufen',
    setAside: 'Neu zu entscheiden, weil der Absender das Begehren ergänzt hat',
    protected: 'Die Inhalte gelten als journalistisch oder politisch.',
    'not-located': 'NICHT AUFFINDBAR: keine Adresse der Plattform',
    'not-found': 'NICHT AUFFINDBAR: der Plattform unbekannt',
    'part-not-found': 'NICHT AUFFINDBAR: der Inhalt hat keinen solchen Teil',
    gone: 'FORT: nicht mehr auf der Plattform',
    lapsed: 'VERSTRICHEN: vorbei, bevor es nachgewiesen war',
  },
};

function describeCase(view: CaseView, words: Words): string[] {
  const { decision, parked, setAside } = view;
  return [
    `${view.reference}  ${view.legalBasis}  ${view.caseId}`,
    `${words.state}: ${view.state}${view.outcome === null ? '' : ` (${view.outcome})`}`,
    `${words.received}: ${view.receivedAt}   ${words.due}: ${view.dueAt}   ${words.owner}: ${view.owner ?? '-'}`,
    ...(parked === null ? [] : [`${words.parked}: ${parked.reason} (${parked.stage}, ${parked.owner})`]),
    ...(setAside === null ? [] : [`${words.setAside}: ${setAside.decisionId}, ${setAside.at}`]),
    ...(decision === null
      ? []
      : [`${words.decision}: ${decision.outcome}, ${decision.effect}, ${decision.decidedBy ?? '-'}`]),
    ...(decision?.protectedSpeech === true ? [`  ${words.protected}`] : []),
    `${words.items}:`,
    ...indented(
      textTable(
        ['ID', 'URL', 'ACTION', 'EFFECTS'],
        view.items.map((item) => itemRow(item, words)),
      ),
    ),
    `${words.clocks}:`,
    ...indented(view.clocks.map((clock) => `${clock.dueAt}  ${clock.clock}  (${clock.kind})`)),
    `${words.messages}:`,
    ...indented(
      (view.deliveries ?? []).map(({ kind, to, channel, state }) => `${kind} → ${to} (${channel}): ${state}`),
    ),
  ];
}

function itemRow(
  { itemId, url, action, effects, absence, endedAt }: CaseView['items'][number],
  words: Words,
): string[] {
  const shown = Object.entries(effects).map(([territory, state]) => `${territory} ${state}`);
  const marks = [
    ...(absence === null ? [] : [words[absence]]),
    ...(endedAt === null ? [] : [`${words.ended} ${endedAt}`]),
  ];
  return [itemId, url, action ?? '-', [...shown, ...marks].join(', ')];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
