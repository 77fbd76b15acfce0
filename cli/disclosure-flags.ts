import type { DecisionOutcome } from '#domain/decision';
import { DataCategory, type Disclosure, DisclosureChannel } from '#domain/disclosure';
import type { ReadArguments } from './arguments.ts';
import { choice } from './choice.ts';
import { UsageError } from './command.ts';
import { refuse } from './refuse-flags.ts';

/** The flags that name the package of data which a disclosure hands over. */
export const DISCLOSURE_FLAGS = ['package', 'data', 'channel', 'sha256'] as const;

/** The package of a disclosure; nothing for another outcome. @throws UsageError for a flag too many or too few */
export function disclosureFrom(
  outcome: DecisionOutcome,
  text: ReadArguments['text'],
): { readonly disclosure?: Disclosure } {
  if (outcome !== 'disclosed') {
    refuse(text, DISCLOSURE_FLAGS, 'belongs to --outcome disclosed');
    return {};
  }
  const lacking = DISCLOSURE_FLAGS.find((flag) => (text[flag] ?? '') === '');
  if (lacking !== undefined) throw new UsageError(`--outcome disclosed needs --${lacking}.`);
  const { package: reference = '', data = '', channel, sha256 = '' } = text;
  const categories = data.split(',').map((name) => choice('data', name.trim(), DataCategory.options));
  return {
    disclosure: { reference, categories, channel: choice('channel', channel, DisclosureChannel.options), sha256 },
  };
}
