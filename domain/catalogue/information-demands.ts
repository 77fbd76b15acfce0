import type { Bilingual } from '../clock.ts';
import type { LegalBasis, NotificationRule } from '../legal-basis.ts';
import type { Source } from '../source.ts';
import { OWN_POLICY } from './basis-parts.ts';
import { notification } from './owed.ts';

/** What a demand for information has to name, so that somebody's data is found: something that person put up. */
export const LOCATES_DATA: Bilingual = {
  en: 'the exact electronic location (URL on this platform) of something that the person concerned put up',
  de: 'der genaue elektronische Speicherort (URL auf dieser Plattform) von etwas, das die betroffene Person eingestellt hat',
};

/** Nothing is restricted anywhere; the territories of such a demand are only kept. */
export const INFORMATION_REACH: LegalBasis['territory'] = {
  default: ['EU'],
  widest: ['WORLD'],
  source: OWN_POLICY,
};

/** Where the messages of a demand for information come from. */
export interface InformationSources {
  readonly receipt: Source;
  readonly request: Source;
  readonly answer: Source;
}

/** What a demand for information owes its authority: receipt, questions, and that data was handed over, or why not. */
export function owedOnInformationDemand({ receipt, request, answer }: InformationSources): NotificationRule[] {
  return [
    notification('receipt', 'authority', 'receipt', receipt),
    notification('information-request', 'authority', 'information', request),
    notification('effect-report', 'authority', 'proven', answer, { when: 'disclosed' }),
    notification('decision-to-sender', 'authority', 'decided', answer, { when: 'refused' }),
    notification('withdrawal-confirmation', 'authority', 'withdrawn', OWN_POLICY),
    notification('reroute-notice', 'authority', 'rerouted', OWN_POLICY),
  ];
}

/** That the person concerned is told about the demand as data is handed over, or once secrecy ends. */
export function informedOfDemand(source: Source): NotificationRule {
  const particulars = { when: 'disclosed', withheldBySecrecy: true } as const;
  return notification('information-about-order', 'uploader', 'first-effect', source, particulars);
}
