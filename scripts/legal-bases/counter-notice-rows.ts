import type { LegalBasis } from '#domain/legal-basis';
import { cited } from './tables.ts';

/** The rows that say how content is put back on a counter-notice; none where none is possible. */
export function counterNoticeRows({ counterNotice }: LegalBasis): [string, string][] {
  if (!counterNotice) return [];
  const { of, elements, clocks, putBackAfter, source } = counterNotice;
  const held = elements.map((element) => `\`${element}\``).join(', ');
  return [
    ['Counter-notice', `of the ${of}, with ${held}; the one who complained gets a copy`],
    [
      'Put back',
      `after business day ${putBackAfter}, between \`${clocks.notBefore}\` and \`${clocks.notAfter}\`, unless a court action is notified before; ${cited(source)}`,
    ],
  ];
}
