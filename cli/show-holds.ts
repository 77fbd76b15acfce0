import type { CaseView } from '#domain/api/case-views';
import { ERASURE_GROUNDS } from '#domain/erasure-words';
import type { Language } from '#domain/party';
import { joined } from './joined.ts';
import { fields, indented, section } from './sections.ts';
import { labelsIn } from './show-labels.ts';
import { ERASURE_STATES } from './words.ts';

/** The legal holds of a case: for which matter each was placed, by whom and why, and how it was released. */
export function showHolds({ holds }: CaseView, language: Language): string[] {
  const label = labelsIn(language);
  const rows = (holds ?? []).flatMap(({ number, matter, placedBy, placedAt, reason, released }) => [
    joined([`${number}: ${matter}`, placedAt, placedBy], ', ') ?? '',
    ...indented(
      fields([
        [label('because'), reason],
        [label('released'), released && joined([released.at, released.by, released.reason], ', ')],
      ]),
    ),
  ]);
  return section(label('holds'), rows);
}

/** What was erased of a case: whom, on which ground, when, and until when backups can still bring it back. */
export function showErasures({ erasures }: CaseView, language: Language): string[] {
  const label = labelsIn(language);
  const rows = (erasures ?? []).flatMap((one) => [
    joined([`${one.number}: ${one.personIds.join(' ')}`, ERASURE_STATES[one.state][language]], ', ') ?? '',
    ...indented(
      fields([
        [label('because'), joined([ERASURE_GROUNDS[one.ground][language], one.reference, one.by], ', ')],
        [label('erasedAt'), one.destroyedAt],
        [label('backupsUntil'), one.backupsUntil],
      ]),
    ),
  ]);
  return section(label('erasures'), rows);
}
