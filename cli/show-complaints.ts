import type { CaseView } from '#domain/api/case-views';
import type { Language } from '#domain/party';
import { joined } from './joined.ts';
import { fields, indented, section } from './sections.ts';
import { labelsIn } from './show-labels.ts';
import { COMPLAINANTS } from './words.ts';

/** The complaints of a case: by whom, of which decision, where each is decided, and until when it was possible. */
export function showComplaints({ complaints }: CaseView, language: Language): string[] {
  if (complaints === null) return [];
  const label = labelsIn(language);
  const lines = complaints.flatMap((one) => [
    joined([COMPLAINANTS[one.by][language], one.receivedAt], ', ') ?? '',
    ...indented(
      fields([
        [label('complainedOf'), `${one.about}, ${one.decisionId}`],
        [label('decidedIn'), one.complaintCase],
        [label('items'), one.itemIds.join(', ')],
        [label('informed'), one.informedAt],
        [label('complaintUntil'), one.openUntil],
      ]),
    ),
  ]);
  return section(label('complaints'), lines);
}
