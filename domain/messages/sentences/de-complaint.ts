import type { EN_COMPLAINT } from './en-complaint.ts';

/** German sentences of the decision on an internal complaint (DSA Art 20(4) and (5)). */
export const DE_COMPLAINT = {
  'complaint-decision.intro.uploader':
    'am {decidedAt} haben wir über Ihre Beschwerde entschieden, die am {receivedAt} bei uns eingegangen ist. Sie betrifft unsere Entscheidung, Ihre Inhalte zu beschränken (unser Zeichen: {about}).',
  'complaint-decision.intro.sender':
    'am {decidedAt} haben wir über Ihre Beschwerde entschieden, die am {receivedAt} bei uns eingegangen ist. Sie betrifft unsere Entscheidung über Ihre Eingabe (unser Zeichen: {about}).',
  'complaint-decision.upheld.uploader':
    'Ihre Beschwerde ist begründet. Wir heben die Beschränkung der unten genannten Inhalte auf, soweit sie noch besteht, und unterrichten Sie, sobald das geschehen ist.',
  'complaint-decision.upheld.sender':
    'Ihre Beschwerde ist begründet. Wir haben den Vorgang wieder aufgenommen; eine Person, die an der früheren Entscheidung nicht beteiligt war, entscheidet neu, und wir unterrichten Sie über diese Entscheidung.',
  'complaint-decision.rejected': 'Ihre Beschwerde ist unbegründet. Unsere Entscheidung bleibt bestehen.',
  'complaint-decision.unfounded':
    'Wir halten sie für offensichtlich unbegründet. Wer häufig offensichtlich unbegründete Beschwerden einreicht, dessen Beschwerden dürfen wir nach einer Warnung für eine gewisse Zeit unbearbeitet lassen (Artikel 23 Absatz 2 der Verordnung (EU) 2022/2065).',
  'complaint-decision.human':
    'Über Ihre Beschwerde hat qualifiziertes Personal entschieden, das an der beanstandeten Entscheidung nicht beteiligt war, und nicht allein mit automatisierten Mitteln.',
  'complaint-decision.redress': 'Wenn Sie mit dieser Entscheidung nicht einverstanden sind',
  'complaint-decision.out-of-court':
    'Sie können sich an eine zertifizierte Stelle für die außergerichtliche Streitbeilegung wenden (Artikel 21 der Verordnung (EU) 2022/2065); deren Entscheidungen sind nicht bindend. Näheres dazu: {outOfCourtUrl}',
} as const satisfies Record<keyof typeof EN_COMPLAINT, string>;
