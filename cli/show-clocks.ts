import type { CaseClock } from '#domain/api/case-views';
import { dateInWords, instantInWords } from '#domain/dates-in-words';
import type { Language } from '#domain/party';
import { outcomeInWords } from './clock-outcome.ts';
import { CERTAINTIES, DIRECTIONS, IN_FORCE, KINDS } from './clock-words.ts';
import { restartInWords } from './code-words.ts';
import { ruleInWords, sourceInWords } from './law-words.ts';
import { fields, indented, section } from './sections.ts';
import { labelsIn } from './show-labels.ts';

/** The clocks of a case, each with its rule, its source and how certain that is, and who set it. */
export function showClocks(clocks: readonly CaseClock[], language: Language): string[] {
  return section(
    labelsIn(language)('clocks'),
    clocks.flatMap((clock) => showClock(clock, language)),
  );
}

/** What changed it since it began, step by step; null where nothing did. */
function changesInWords({ begun, steps }: CaseClock, language: Language): string | null {
  return begun === undefined
    ? null
    : steps
        .slice(begun.steps)
        .map((step) => step[language])
        .join('\n');
}

function showClock(clock: CaseClock, language: Language): string[] {
  const label = labelsIn(language);
  const { kind, direction, certainty, inForce, restarts = [] } = clock;
  const rows = fields([
    [label('ends'), `${instantInWords(clock.dueAt, clock.zone)[language]} = ${clock.dueAt}`],
    [label('lastDay'), clock.dueDate === undefined ? null : dateInWords(clock.dueDate)[language]],
    [label('standing'), outcomeInWords(clock, language)],
    [label('rule'), `${ruleInWords(clock.rule, language)}, ${clock.place} (${clock.zone})`],
    [
      label('source'),
      `${sourceInWords(clock.source, language)} (${CERTAINTIES[certainty][language]}; ${IN_FORCE[inForce][language]})`,
    ],
    [label('pausedSince'), clock.pausedSince ?? null],
    [label('changed'), changesInWords(clock, language)],
    [label('restarted'), restarts.map(({ at, because }) => `${at} (${restartInWords(because, language)})`).join('\n')],
  ]);
  return [`${clock.clock} (${KINDS[kind][language]}; ${DIRECTIONS[direction][language]})`, ...indented(rows)];
}
