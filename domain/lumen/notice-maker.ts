import type { LumenRule } from '#domain/catalogue/lumen';
import type { FactSheet, ItemFacts } from '#domain/messages/fact-sheet';
import { personalText } from '#domain/transparency-database/personal-search';
import { LumenNotice } from './notice.ts';
import { isOrganisation } from './organisation.ts';

/** What stands where something is not told. */
export const REDACTED = '[REDACTED]';
/** A longer description is prose, in which anybody may be named. */
const LONGEST_DESCRIPTION = 300;

/** What a notice needs beside the facts of its decision. */
export interface NoticeParticulars {
  readonly rule: LumenRule;
  /** The language of the demand, ISO 639-1. */
  readonly language: string;
  /** ISO 3166-1 of the authority; null for a notice. */
  readonly authorityCountry: string | null;
  /** What the sender calls the works, and where they are. */
  readonly works: readonly {
    readonly description?: string | null | undefined;
    readonly url?: string | null | undefined;
  }[];
}

/** A notice that may be sent, or the fields for which it may not. */
export type MadeNotice =
  | { readonly kind: 'good'; readonly notice: LumenNotice }
  | { readonly kind: 'bad'; readonly fields: readonly string[] };

/** Makes the notice of a decided demand from its facts, with only what the redaction profile of its basis lets through. */
export function makeNotice(facts: FactSheet, particulars: NoticeParticulars): MadeNotice {
  const { rule, language } = particulars;
  const { kinds, actions } = said(facts.items);
  const parsed = LumenNotice.safeParse({
    type: rule.type,
    title: `${rule.type} notice to ${facts.platform.name}`,
    date_received: facts.receivedAt,
    ...(facts.order !== null && { date_sent: facts.order.issuedAt }),
    language,
    action_taken: actionTaken(facts.items),
    ...(kinds.length + actions.length > 0 && { tag_list: [...kinds, ...actions].join(', ') }),
    jurisdiction_list: jurisdictionOf(particulars),
    regulation_list: rule.regulation,
    works_attributes: [workOf(facts, particulars)],
    entity_notice_roles_attributes: rolesOf(facts, particulars),
  });
  if (parsed.success) return { kind: 'good', notice: parsed.data };
  return { kind: 'bad', fields: [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? 'notice')))] };
}

/** An authority whose country is not known asked from where its order says nothing: it is looked at by a person. */
function jurisdictionOf({ rule, authorityCountry }: NoticeParticulars): string {
  return rule.jurisdiction === 'issuer' ? (authorityCountry ?? '') : rule.jurisdiction;
}

function said(items: readonly ItemFacts[]): { readonly kinds: readonly string[]; readonly actions: readonly string[] } {
  return {
    kinds: [...new Set(items.flatMap(({ kind }) => kind ?? []))],
    actions: [...new Set(items.flatMap(({ action }) => (action === null || action === 'none' ? [] : action)))],
  };
}

function actionTaken(items: readonly ItemFacts[]): LumenNotice['action_taken'] {
  const restricted = items.filter(({ action }) => action !== null && action !== 'none').length;
  if (restricted === 0) return 'No';
  return restricted === items.length ? 'Yes' : 'Partial';
}

/** One work of all: which of a sender's works an item infringes is not known. */
function workOf(facts: FactSheet, { rule, works }: NoticeParticulars): LumenNotice['works_attributes'][number] {
  const isPersonal = personalText(facts);
  const isNamed = personalText({ ...facts, items: [] });
  const described = rule.works === 'described';
  const texts = described ? works.flatMap(({ description }) => description?.trim() || []) : [];
  const shown = texts.map((text) => (text.length > LONGEST_DESCRIPTION || isPersonal(text) ? REDACTED : text));
  const [kind] = said(facts.items).kinds;
  const originals = described ? works.flatMap(({ url }) => addressOf(url)) : [];
  return {
    ...(shown.length > 0 && { description: [...new Set(shown)].join('; ') }),
    ...(kind !== undefined && { kind }),
    infringing_urls_attributes: listed(
      facts.items.flatMap(({ url }) => addressOf(url)),
      isNamed,
    ),
    copyrighted_urls_attributes: listed(originals, isNamed),
  };
}

function listed(urls: readonly string[], isNamed: (text: string) => boolean): { url: string }[] {
  return [...new Set(urls)].filter((url) => !isNamed(readable(url))).map((url) => ({ url }));
}

/** Of an address what finds the content: a link's other parts can tell who copied it. */
function addressOf(url: string | null | undefined): string[] {
  const parsed = URL.parse(url?.trim() ?? '');
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return [];
  return [`${parsed.origin}${parsed.pathname}`];
}

/** An address as people read it: a name in it may be percent-encoded. */
function readable(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

type Role = LumenNotice['entity_notice_roles_attributes'][number];

function rolesOf(facts: FactSheet, { rule, authorityCountry }: NoticeParticulars): readonly Role[] {
  const platform = { name: facts.platform.name, kind: 'organization' as const };
  const ours: Role[] = [
    { name: 'recipient', entity_attributes: platform },
    { name: 'submitter', entity_attributes: platform },
  ];
  return [...ours, ...demanding(facts, rule, authorityCountry)];
}

function demanding({ order, sender }: FactSheet, rule: LumenRule, authorityCountry: string | null): readonly Role[] {
  const country = authorityCountry === null ? {} : { country_code: authorityCountry };
  switch (rule.sender) {
    case 'authority':
    case 'court': {
      if (order === null) return [];
      const name = rule.sender === 'court' ? 'issuing_court' : 'sender';
      return [{ name, entity_attributes: { name: order.authorityName, kind: 'organization', ...country } }];
    }
    case 'body': {
      const name = sender?.name?.trim() ?? '';
      if (!isOrganisation(name)) return [{ name: 'sender', entity_attributes: { name: REDACTED, kind: 'individual' } }];
      return [{ name: 'sender', entity_attributes: { name, kind: 'organization' } }];
    }
    case 'never':
      return [];
    default:
      return rule.sender satisfies never;
  }
}
