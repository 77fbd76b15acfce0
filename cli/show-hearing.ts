import type { CaseView, ResponseView } from '#domain/api/case-views';
import type { Language } from '#domain/party';
import { detailInWords } from './code-words.ts';
import { joined } from './joined.ts';
import { fields, indented, section } from './sections.ts';
import { labelsIn } from './show-labels.ts';
import { HEARING_RESULTS, POSITIONS } from './words.ts';

const DUE = { en: 'due by', de: 'fällig bis' } as const;
const COUNTS = { en: 'counts', de: 'zählt' } as const;
const LATE = { en: 'LATE', de: 'VERSPÄTET' } as const;
const PASSED_ON = {
  en: ['may be passed on', 'may not be passed on'],
  de: ['darf weitergegeben werden', 'darf nicht weitergegeben werden'],
} as const;

/** Whom the law wants heard: until when answers count, how the hearing ended, and every answer in order of arrival. */
export function showHearing({ hearing }: CaseView, language: Language): string[] {
  const label = labelsIn(language);
  if (hearing === null) return [];
  const { openedAt, sendBy, sentAt, answerUntil, closedAt, result, proposalId, responses } = hearing;
  const rows = fields([
    [label('opened'), openedAt],
    [label('sentOut'), joined([sentAt, sendBy == null ? null : `${DUE[language]} ${sendBy}`], ', ')],
    [label('answersUntil'), answerUntil],
    [label('closed'), joined([closedAt, result === null ? null : HEARING_RESULTS[result][language]], ', ')],
    [label('intendedDecision'), proposalId],
  ]);
  return section(label('hearing'), [...rows, ...responses.flatMap((answer) => showAnswer(answer, language))]);
}

function showAnswer(answer: ResponseView, language: Language): string[] {
  const label = labelsIn(language);
  const { number, personId, at, position, late, counts, missing, passOnDetails } = answer;
  const standing = [late ? LATE[language] : null, counts ? COUNTS[language] : null];
  const [may, mayNot] = PASSED_ON[language];
  const details = answer.name === null && answer.postalAddress === null ? null : passOnDetails ? may : mayNot;
  const title = joined(
    [`${label('answer')} ${number}: ${personId}`, at, POSITIONS[position][language], ...standing],
    ', ',
  );
  return [
    title ?? '',
    ...indented(
      fields([
        [label('lacksDetails'), missing.map((detail) => detailInWords(detail, language)).join(', ')],
        [label('explanation'), answer.explanation],
        [label('namedAs'), joined([answer.name, details], ', ')],
        [label('address'), answer.postalAddress],
      ]),
    ),
  ];
}
