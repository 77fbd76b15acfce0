import type { CaseView } from '#domain/api/case-views';
import type { Language } from '#domain/party';
import { joined } from './joined.ts';
import { fields, indented, section } from './sections.ts';
import { labelsIn } from './show-labels.ts';
import { COUNTER_NOTICE_STATES } from './words.ts';

/** The counter-notices of a case: from whom, how far each has come, and the court actions notified. */
export function showCounterNotices({ counterNotices }: CaseView, language: Language): string[] {
  if (counterNotices === null) return [];
  const label = labelsIn(language);
  const given = counterNotices.given.flatMap((one) => [
    joined([`${one.number}: ${one.personId}`, one.receivedAt, COUNTER_NOTICE_STATES[one.state][language]], ', ') ?? '',
    ...indented(
      fields([
        [label('items'), one.itemIds.join(', ')],
        [label('namedAs'), joined([one.name, one.telephone], ', ')],
        [label('address'), one.postalAddress],
        [label('putBackWindow'), `${one.notBefore} - ${one.notAfter}`],
        [label('putBackAt'), one.putBackAt],
      ]),
    ),
  ]);
  const actions = counterNotices.courtActions.flatMap(({ number, at, by, court, caseNumber, filedOn }) => [
    joined([`${label('courtAction')} ${number}`, at, by, court, caseNumber, filedOn], ', ') ?? '',
  ]);
  return section(label('counterNotices'), [...given, ...actions]);
}
