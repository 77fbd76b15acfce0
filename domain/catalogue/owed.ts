import type { NotificationRule } from '../legal-basis.ts';
import type { Source } from '../source.ts';
import { OWN_POLICY } from './basis-parts.ts';
import { known, read, uncertain } from './sources.ts';

const ARTICLE_17 = read('Reg. (EU) 2022/2065 Art 17');
const RESTRICTED = { when: 'restricted' } as const;
const NOT_RESTRICTED = { when: 'not-restricted' } as const;
const WEBHOOK = { channel: 'webhook' } as const;
const HELD_BACK = { withheldBySecrecy: true } as const;

type Particulars = Partial<Pick<NotificationRule, 'when' | 'channel' | 'withheldBySecrecy' | 'issuer'>>;

/** A message owed by mail, to everybody whatever the outcome, not held back by secrecy, unless said otherwise. */
export function notification(
  kind: NotificationRule['kind'],
  to: NotificationRule['to'],
  moment: NotificationRule['moment'],
  source: Source,
  particulars: Particulars = {},
): NotificationRule {
  return { kind, to, moment, when: 'always', channel: 'mail', withheldBySecrecy: false, ...particulars, source };
}

/** Where the messages of a notice come from. */
export interface NoticeSources {
  readonly receipt: Source;
  readonly request: Source;
  readonly statement?: Source;
  readonly database: Source;
  readonly decision: Source;
  readonly restored?: Source;
  readonly partner?: Source;
}

/** What a notice owes: receipt, questions, decision and redress to the sender, a statement of reasons to the uploader. */
export function owedOnNotice(sources: NoticeSources): NotificationRule[] {
  const { receipt, request, database, decision } = sources;
  const { statement = ARTICLE_17, restored = decision, partner = OWN_POLICY } = sources;
  return [
    notification('receipt', 'sender', 'receipt', receipt),
    notification('information-request', 'sender', 'information', request),
    ...statementAndEntry(statement, database),
    notification('decision-to-sender', 'sender', 'proven', decision, RESTRICTED),
    notification('decision-to-sender', 'sender', 'decided', decision, NOT_RESTRICTED),
    notification('partner-restriction', 'partner', 'proven', partner, { ...RESTRICTED, ...WEBHOOK }),
    notification('reinstatement-to-uploader', 'uploader', 'restored', ARTICLE_20),
    notification('reinstatement-to-sender', 'sender', 'restored', restored),
    notification('partner-reinstatement', 'partner', 'restored', partner, WEBHOOK),
    notification('withdrawal-confirmation', 'sender', 'withdrawn', OWN_POLICY),
    notification('reroute-notice', 'sender', 'rerouted', OWN_POLICY),
  ];
}

/** Where the messages of a hearing come from; `asked` is null where the one who asked is not told of it. */
export interface HearingSources {
  readonly heard: Source;
  readonly asked: Source | null;
}

/**
 * What a hearing owes: to those heard what they are heard on, and that nothing comes of it for content of theirs that is
 * not restricted, also where somebody else's is; to the one who asked that it was sent.
 */
export function owedOnHearing({ heard, asked }: HearingSources): NotificationRule[] {
  const told = asked === null ? [] : [notification('hearing-confirmation', 'sender', 'hearing-sent', asked)];
  return [
    notification('hearing-notice', 'uploader', 'hearing', heard),
    ...told,
    notification('hearing-outcome', 'uploader', 'decided', OWN_POLICY, NOT_RESTRICTED),
    notification('hearing-outcome', 'uploader', 'first-effect', OWN_POLICY, RESTRICTED),
    notification('hearing-outcome', 'uploader', 'withdrawn', OWN_POLICY),
  ];
}

const ARTICLE_20 = read('Reg. (EU) 2022/2065 Art 20(4) and (5)');

/** What the Union asks for when a demand of a third country restricts a recipient of the service. */
const THIRD_COUNTRY_STATEMENT = uncertain('Reg. (EU) 2022/2065 Art 17: the demand is no order under Art 9');
const THIRD_COUNTRY_ENTRY = uncertain('Reg. (EU) 2022/2065 Art 24(5): a notification that is no order under Art 9');

/** A statement of reasons and its entry, with the first effect. */
function statementAndEntry(statement: Source, entry: Source, particulars: Particulars = {}): NotificationRule[] {
  const restricted = { ...RESTRICTED, ...particulars };
  return [
    notification('statement-of-reasons', 'uploader', 'first-effect', statement, restricted),
    notification('transparency-database-entry', 'authority', 'first-effect', entry, {
      ...restricted,
      channel: 'transparency-database',
    }),
  ];
}

/** Where the messages of an order come from. */
export interface OrderSources {
  readonly receipt?: Source;
  readonly request: Source;
  readonly effect: Source;
  readonly restored?: Source;
}

/** What every order owes the authority: receipt, questions, the effect given to it or why none, and what was lifted. */
function owedToAuthority({
  receipt = OWN_POLICY,
  request,
  effect,
  restored = effect,
}: OrderSources): NotificationRule[] {
  return [
    notification('receipt', 'authority', 'receipt', receipt),
    notification('information-request', 'authority', 'information', request),
    notification('effect-report', 'authority', 'proven', effect, RESTRICTED),
    notification('decision-to-sender', 'authority', 'decided', effect, NOT_RESTRICTED),
    notification('reinstatement-to-sender', 'authority', 'restored', restored),
    notification('withdrawal-confirmation', 'authority', 'withdrawn', OWN_POLICY),
    notification('reroute-notice', 'authority', 'rerouted', OWN_POLICY),
  ];
}

/** What an order owes partners and whoever is restored; `secrecy` holds it back where the basis knows a secrecy. */
function owedToOthers(restored: Source, secrecy: Particulars): NotificationRule[] {
  return [
    notification('partner-restriction', 'partner', 'proven', OWN_POLICY, { ...RESTRICTED, ...WEBHOOK, ...secrecy }),
    notification('reinstatement-to-uploader', 'uploader', 'restored', restored, secrecy),
    notification('partner-reinstatement', 'partner', 'restored', OWN_POLICY, { ...WEBHOOK, ...secrecy }),
  ];
}

/** Art 9(5) DSA: the uploader of an order of a Member State is told about the order, and gets no statement of reasons. */
export const INFORMED_OF_ORDER = known('Reg. (EU) 2022/2065 Art 9(5)');

/** What an order of a Member State owes. */
export function owedOnUnionOrder(sources: OrderSources, issuer: Particulars = {}): NotificationRule[] {
  return [
    ...owedToAuthority(sources),
    notification('information-about-order', 'uploader', 'first-effect', INFORMED_OF_ORDER, {
      ...RESTRICTED,
      ...HELD_BACK,
      ...issuer,
    }),
    ...owedToOthers(INFORMED_OF_ORDER, HELD_BACK),
  ];
}

/** What a demand of a third country's authority owes: the uploader gets a statement of reasons. */
export function owedOnForeignOrder(sources: OrderSources): NotificationRule[] {
  return [
    ...owedToAuthority(sources),
    ...statementAndEntry(THIRD_COUNTRY_STATEMENT, THIRD_COUNTRY_ENTRY),
    ...owedToOthers(ARTICLE_20, {}),
  ];
}

/** What an order owes of which only the authority's country tells whether the Union issued it. */
export function owedOnEitherOrder(sources: OrderSources): NotificationRule[] {
  return [
    ...owedOnUnionOrder(sources, { issuer: 'union' }),
    ...statementAndEntry(THIRD_COUNTRY_STATEMENT, THIRD_COUNTRY_ENTRY, { ...HELD_BACK, issuer: 'third-country' }),
  ];
}
