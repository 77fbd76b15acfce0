import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { DeliveryKind, ReportKind } from '#domain/delivery';
import { MessageNotPermittedError, UnresolvedPlaceholderError } from '#domain/messages/errors';
import { FactSheet } from '#domain/messages/fact-sheet';
import { factValues } from '#domain/messages/fact-values';
import { READERS } from '#domain/messages/permission';
import { renderMessage } from '#domain/messages/render-message';
import type { RenderedMessage } from '#domain/messages/rendered-message';
import type { Language, PartyRole } from '#domain/party';
import { complaintSheet, internalComplaintSheet, noticeSheet, orderSheet, removalOrderSheet } from './fact-sheets.ts';
import { COPYRIGHT, COUNTERED, DISCLOSED, NOT_DISCLOSED } from './golden-rows.ts';

/** What is no letter: data for databases, and reports, which are written from other facts. */
const NO_LETTERS: ReadonlySet<DeliveryKind> = new Set([
  'transparency-database-entry',
  'lumen-notice',
  ...ReportKind.options,
] satisfies readonly DeliveryKind[]);

/** The kinds of message that a reader may be written. */
export function kindsFor(audience: PartyRole): readonly DeliveryKind[] {
  return DeliveryKind.options.filter((kind) => READERS[kind].includes(audience) && !NO_LETTERS.has(kind));
}

const FULL = {
  information: {
    missing: ['location' as const],
    locatable: true,
    respondBy: '2026-12-24T10:00:00Z',
    reason: 'Die Stelle ist nicht zu finden.',
  },
  impossibility: { reason: 'manifest-errors' as const, explanation: 'why not', clarificationNeeded: 'what else' },
  withdrawal: { at: '2026-11-22T15:04:30Z', result: 'closed' as const },
  reroute: { reason: 'other-channel' as const, door: { en: 'the door', de: 'die Tür' }, url: 'https://door.example' },
  reinstatement: {
    at: '2026-11-22T15:04:40Z',
    reason: 'decision-reversed' as const,
    itemIds: [],
    ended: [],
    explanation: 'Der Refrain stammt aus einem gemeinfreien Lied.',
  },
  extension: { reason: 'why it takes longer' },
  scrutiny: { infringement: 'manifest' as const, grounds: 'what the order overlooks' },
  confidential: [{ label: 'staff', value: 'Ines Okonkwo', audiences: [] }],
} satisfies Partial<FactSheet>;
const TOLD = { reasonForSender: 'Die Äußerung ist zulässig.', duplicateOf: 'W-2026-000077' };
const DECIDED = { ...noticeSheet().decision!, ...TOLD };
const [ITEM] = noticeSheet().items;
const LEFT = { ...ITEM!, itemId: 'item-2', action: 'none' as const, reason: 'Nicht gemeldet.', effects: [] };
const ASKED = { ...FULL, decision: DECIDED, items: [ITEM!, LEFT] };
const HEARD = { result: 'objection' as const, posters: [{ name: 'Benedict Smythe', address: '7 Harbour Terrace' }] };
const PROPOSED = { ...HEARD, proposes: true };
const SCRUTINISED = { ...removalOrderSheet().order!, scrutinyAuthority: 'Bundesnetzagentur' };
const SENT = { ...FULL, sender: noticeSheet().sender, redress: noticeSheet().redress };

const BASES: readonly FactSheet[] = [
  noticeSheet(ASKED),
  complaintSheet(HEARD, FULL),
  complaintSheet(PROPOSED, ASKED),
  { ...COPYRIGHT, ...ASKED },
  { ...COUNTERED, ...FULL },
  removalOrderSheet({ ...SENT, order: SCRUTINISED }),
  internalComplaintSheet({ manifestlyUnfounded: true }, { ...FULL, items: noticeSheet().items }),
  internalComplaintSheet({ by: 'sender' }, { ...FULL, items: noticeSheet().items }),
  orderSheet({ ...SENT, decision: DECIDED }),
  { ...DISCLOSED, ...SENT },
  { ...NOT_DISCLOSED, ...SENT, decision: { ...NOT_DISCLOSED.decision!, ...TOLD } },
  orderSheet({ ...SENT, legalBasis: 'AU_OSA', trigger: 'third-country-demand', decision: DECIDED }),
];

/** What may be unknown, or no matter of a case. */
const MAY_LACK = [
  ...['information', 'impossibility', 'withdrawal', 'reroute', 'reinstatement', 'sender', 'uploader', 'statusUrl'],
  ...[
    'redress',
    'hearing',
    'disclosure',
    'counterNotice',
    'scrutiny',
    'trigger',
    'url',
    'submittedUrl',
    'note',
    'contentId',
  ],
  ...['publishedAt', 'until', 'reason', 'name', 'country', 'signature', 'explanation', 'ground', 'facts'],
  ...['duplicateOf', 'reasonForSender', 'reference', 'issuedAt', 'statementOfReasons', 'clarificationNeeded'],
  ...['outOfCourtUrl', 'respondBy', 'complaintUntil', 'authorisedPerson', 'answerUntil', 'sentAt', 'effectiveAt'],
  ...['provenAt', 'appliedAt'],
];

/** A case with a mark of its own in every text of every party. */
export interface GeneratedSheet {
  readonly facts: FactSheet;
  readonly seed: number;
}

/** Cases of every kind, in which now and then something is not known, a name is disclosed, or an order is secret. */
export function generatedSheets(): fc.Arbitrary<GeneratedSheet> {
  const choices = {
    base: fc.constantFrom(...BASES),
    seed: fc.nat(),
    lacking: fc.oneof(fc.constant<string[]>([]), fc.subarray(MAY_LACK, { maxLength: 3 })),
    senderDisclosed: fc.boolean(),
    contactDisclosed: fc.boolean(),
    secrecy: fc.integer({ min: 0, max: 9 }),
  };
  return fc.record(choices).map(({ base, seed, lacking, senderDisclosed, contactDisclosed, secrecy }) => {
    const nonDisclosureUntil = secrecy === 0 ? '2027-01-01T00:00:00Z' : null;
    const sheet = {
      ...base,
      senderDisclosed,
      ...(base.hearing && { hearing: { ...base.hearing, contactDisclosed } }),
      ...(base.order && { order: { ...base.order, nonDisclosureUntil } }),
    };
    return { seed, facts: lackingOf(marked(sheet, seed), new Set(lacking)) };
  });
}

/** What hashes look like; each is one of a mark. */
const HASH = /^[0-9a-f]{64}$/;

/** Tells whether a value holds a mark. */
export function isMarked(value: string): boolean {
  return HASH.test(value) || /zq[0-9a-z]+x\d+mark/.test(value);
}

/** Puts its own mark into every text that is no code and no instant. */
function marked(sheet: FactSheet, seed: number): FactSheet {
  const texts = factValues(sheet, 'on-call').filter(({ rule }) => rule.kind === 'text' || rule.kind === 'prose');
  const marks = new Map(texts.map(({ value }, index) => [value, `zq${seed.toString(36)}x${index}mark`]));
  const replace = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') {
      if (['legalBasis', 'zone'].includes(key) || !marks.has(value)) return value;
      const mark = marks.get(value) ?? '';
      return inFormOf(value, mark);
    }
    if (Array.isArray(value)) return value.map((entry) => replace(entry, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, replace(inner, name)]));
  };
  return FactSheet.parse(replace(sheet));
}

/** A mark in the form that its field takes: a hash, an id, an e-mail address, or words. */
function inFormOf(value: string, mark: string): string {
  if (HASH.test(value)) return createHash('sha256').update(mark).digest('hex');
  if (/^[\w./-]{1,64}$/.test(value)) return mark;
  return value.includes('@') ? `${mark}@${mark}.example` : `${mark} is a sentence long enough to be told apart`;
}

/** The sheet with null for what is lacking; as it is where it cannot do without that. */
function lackingOf(sheet: FactSheet, lacking: ReadonlySet<string>): FactSheet {
  if (lacking.size === 0) return sheet;
  const without = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(without);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    return Object.fromEntries(entries.map(([name, inner]) => [name, lacking.has(name) ? null : without(inner)]));
  };
  return FactSheet.safeParse(without(sheet)).data ?? sheet;
}

/** A message of a case, or null where none may be written of it. */
export function attempt(
  kind: DeliveryKind,
  language: Language,
  audience: PartyRole,
  facts: FactSheet,
): RenderedMessage | null {
  try {
    return renderMessage(kind, language, audience, facts);
  } catch (error) {
    if (error instanceof MessageNotPermittedError || error instanceof UnresolvedPlaceholderError) return null;
    throw error;
  }
}
