import type { HearingRule } from '#domain/hearing-rule';
import type { LegalBasis } from '#domain/legal-basis';
import { cited } from './tables.ts';
import { CONSEQUENCES, EXEMPTIONS } from './words.ts';

const OPENS = {
  'before-review': 'on the notice, before anybody decides',
  'before-restriction': 'on the decision that is intended, before it restricts',
} as const satisfies Record<HearingRule['opens'], string>;

const ENDS = {
  'last-answer': 'once all have answered, or with the window',
  window: 'with the window, whoever has answered before',
} as const satisfies Record<HearingRule['endsWith'], string>;

/** Acting before review on what a hearing has shown. */
export const ACTS_ON_HEARING = 'yes, on how a hearing ended; reversible, and a person reviews afterwards';

/** Tells whether a hearing can end in a restriction before any person has looked. */
export function isRuledByHearing({ hearing }: LegalBasis): boolean {
  const { onSilence, onConsent, onUnreachable, onRepeat } = hearing ?? {};
  return [onSilence, onConsent, onUnreachable, onRepeat].includes('restrict');
}

/** The rows that say who is heard before, by which clocks, and what follows; none where nobody is. */
export function hearingRows({ hearing, impartial }: LegalBasis): [string, string][] {
  const decides: [string, string][] = impartial
    ? [['Impartial', `nobody decides who has decided on the matter before: ${cited(impartial.source)}`]]
    : [];
  if (!hearing) return decides;
  const { clocks, objectionNeeds, onRepeat, exempt } = hearing;
  const ours = [clocks.send, clocks.act].filter((clock) => clock !== null);
  const needs = objectionNeeds === 'nothing' ? '' : ', with name and postal address';
  return [
    ['Heard before', `${hearing.of}, ${OPENS[hearing.opens]}; ${cited(hearing.source)}`],
    ['Answers by', `\`${clocks.answer}\`${ours.length === 0 ? '' : `; each step of ours by \`${ours[0]}\``}`],
    ['Over', ENDS[hearing.endsWith]],
    ['If silent or incomplete', CONSEQUENCES[hearing.onSilence]],
    ['If consenting', CONSEQUENCES[hearing.onConsent]],
    [`If objecting${needs}`, CONSEQUENCES[hearing.onObjection]],
    ['If out of reach', CONSEQUENCES[hearing.onUnreachable]],
    ['If we could not send it', CONSEQUENCES['decide-without']],
    ...(onRepeat === null
      ? []
      : ([['If removed twice before and put up again', CONSEQUENCES[onRepeat]]] satisfies [string, string][])),
    ...exempt.map(({ when, source }): [string, string] => ['Not heard for', `${EXEMPTIONS[when]}; ${cited(source)}`]),
    ...decides,
  ];
}
