import { isComplaint } from '#domain/complaint-procedure';
import type { LegalBasis } from '#domain/legal-basis';
import { cited } from './tables.ts';

/** The rows that say what a complaint demands, who may decide it, and what counts against who sends many; else none. */
export function complaintRows(basis: LegalBasis): [string, string][] {
  if (!isComplaint(basis)) return [];
  const { impartial, manifestlyUnfounded } = basis;
  return [
    [
      'Complaint',
      'by whoever was informed of a decision, with the access token of its case; upheld, the restriction is taken back, or the notice that was not followed is decided anew by somebody else',
    ],
    ...(impartial ? [row('Never decides', 'who decided or approved what is complained of', impartial)] : []),
    ...(manifestlyUnfounded ? [row('Manifestly unfounded', 'a rejection can say so', manifestlyUnfounded)] : []),
  ];
}

function row(
  name: string,
  what: string,
  { source }: Pick<NonNullable<LegalBasis['impartial']>, 'source'>,
): [string, string] {
  return [name, `${what}; ${cited(source)}`];
}
