import { Temporal } from 'temporal-polyfill';
import type { Action, Ground } from '#domain/decision';
import type { Component } from '#domain/item';
import type { FactSheet, ItemFacts } from '#domain/messages/fact-sheet';
import type { Language } from '#domain/party';
import { scopeInDatabase } from './entries.ts';
import { personalSearch } from './personal-search.ts';
import { type Checked, checkStatement, type Statement } from './statement.ts';

type Draft = Partial<Record<keyof Statement, unknown>>;

/** What a statement needs beside the facts of its decision. */
export interface StatementParticulars {
  readonly puid: string;
  /** The language of the demand, which the content is taken to be in. */
  readonly language: Language;
}

/** Makes the statement of an item, or names the fields for which it may not be sent. */
export type StatementMaker = (item: ItemFacts, particulars: StatementParticulars) => Checked;

/**
 * Makes statements from the fact sheet that the statement of reasons to each uploader is written from. One may not be
 * sent that is outside a limit, lacks a fact that the database demands, or says who sent or uploaded what.
 */
export function statementMaker(facts: FactSheet): StatementMaker {
  const personalFields = personalSearch(facts);
  return (item, particulars) => {
    const checked = checkStatement(withoutAbsent(draftOf(facts, item, particulars)));
    if (checked.kind === 'bad') return checked;
    const fields = personalFields(checked.statement);
    return fields.length > 0 ? { kind: 'bad', fields } : checked;
  };
}

function withoutAbsent(draft: Draft): Draft {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined && value !== null));
}

function draftOf(facts: FactSheet, item: ItemFacts, { puid, language }: StatementParticulars): Draft {
  const { decision, zone } = facts;
  return {
    ...decisionFields(item, endOf(facts, item)),
    ...groundFields(decision?.ground ?? null),
    ...contentFields(item),
    ...categoryFields(facts),
    territorial_scope: scopeInDatabase(item.territories),
    content_language: language.toUpperCase(),
    content_date: civilDate(item.publishedAt, zone),
    application_date: civilDate(effectiveAt(item), zone),
    decision_facts: decision?.facts,
    source_type: facts.trigger === null ? 'SOURCE_TYPE_OTHER_NOTIFICATION' : SOURCES[facts.trigger],
    automated_detection: decision === null ? undefined : decision.automation.detection ? 'Yes' : 'No',
    automated_decision: decision === null ? undefined : AUTOMATION[decision.automation.decision],
    puid,
  };
}

/** A notice of a trusted flagger is one under Art 16 as well: the database asks to name the flagger. */
const SOURCES = {
  'art16-notice': 'SOURCE_ARTICLE_16',
  'trusted-flagger-notice': 'SOURCE_TRUSTED_FLAGGER',
  'copyright-notice': 'SOURCE_TYPE_OTHER_NOTIFICATION',
  'third-country-demand': 'SOURCE_TYPE_OTHER_NOTIFICATION',
  'other-notification': 'SOURCE_TYPE_OTHER_NOTIFICATION',
  'own-initiative': 'SOURCE_VOLUNTARY',
} as const satisfies Record<NonNullable<FactSheet['trigger']>, Statement['source_type']>;

const AUTOMATION = {
  'fully-automated': 'AUTOMATED_DECISION_FULLY',
  'partially-automated': 'AUTOMATED_DECISION_PARTIALLY',
  'not-automated': 'AUTOMATED_DECISION_NOT_AUTOMATED',
} as const;

const VISIBILITY = {
  remove: 'DECISION_VISIBILITY_CONTENT_REMOVED',
  disable: 'DECISION_VISIBILITY_CONTENT_DISABLED',
  mute: 'DECISION_VISIBILITY_CONTENT_DISABLED',
  demote: 'DECISION_VISIBILITY_CONTENT_DEMOTED',
  'age-restrict': 'DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED',
  label: 'DECISION_VISIBILITY_CONTENT_LABELLED',
} as const satisfies Record<Exclude<Action, 'none'>, string>;

/** An account that goes dark is suspended or terminated; whatever else is restricted concerns what is seen. */
function decisionFields({ action, components }: ItemFacts, end: string | undefined): Draft {
  if (action === null || action === 'none') return {};
  const darkens = action === 'remove' || action === 'disable';
  const account = darkens && components.includes('account');
  const seen = !account || components.length > 1;
  const decided = action === 'remove' ? 'DECISION_ACCOUNT_TERMINATED' : 'DECISION_ACCOUNT_SUSPENDED';
  return {
    ...(seen && { decision_visibility: [VISIBILITY[action]], end_date_visibility_restriction: end }),
    ...(account && { decision_account: decided, end_date_account_restriction: end }),
  };
}

function groundFields(ground: Ground | null): Draft {
  if (ground === null) return {};
  const { type, provision, explanation } = ground;
  return type === 'illegal'
    ? {
        decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
        illegal_content_legal_ground: provision,
        illegal_content_explanation: explanation,
      }
    : {
        decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
        incompatible_content_ground: provision,
        incompatible_content_explanation: explanation,
      };
}

const WHOLE_ITEM = {
  tracks: 'CONTENT_TYPE_AUDIO',
  podcasts: 'CONTENT_TYPE_AUDIO',
  comments: 'CONTENT_TYPE_TEXT',
} as const;
const PARTS = {
  audio: 'CONTENT_TYPE_AUDIO',
  title: 'CONTENT_TYPE_TEXT',
  artwork: 'CONTENT_TYPE_IMAGE',
  lyrics: 'CONTENT_TYPE_TEXT',
  description: 'CONTENT_TYPE_TEXT',
  transcript: 'CONTENT_TYPE_TEXT',
  profile: 'CONTENT_TYPE_OTHER',
  account: 'CONTENT_TYPE_OTHER',
} as const satisfies Record<Component, string>;
const OTHER_PARTS = { profile: 'Profile', account: 'Account' } as const;

function contentFields({ kind, components }: ItemFacts): Draft {
  if (components.length === 0) return { content_type: kind === null ? undefined : [WHOLE_ITEM[kind]] };
  const others = components.flatMap((part) => (part === 'profile' || part === 'account' ? [OTHER_PARTS[part]] : []));
  return {
    content_type: [...new Set(components.map((part) => PARTS[part]))],
    content_type_other: others.length === 0 ? undefined : others.join(', '),
  };
}

/** The category that was decided upon, else the one that the legal basis says, else that nobody specified one. */
function categoryFields({ decision, topic }: FactSheet): Draft {
  const ground = decision?.ground ?? null;
  if (ground?.type === 'terms') return { category: ground.category ?? 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC' };
  const category = ground?.category ?? topic?.category ?? 'STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE';
  const keyword = category === topic?.category ? topic.keyword : null;
  return { category, category_specification: keyword === null ? undefined : [keyword] };
}

/** When an item was restricted as far as that is proven: the first of its effects. */
function effectiveAt({ effects }: ItemFacts): string | null {
  const proven = effects.flatMap((effect) => (effect.state === 'proven' ? (effect.effectiveAt ?? []) : []));
  return proven.toSorted(inTime)[0] ?? null;
}

/** The last day of a restriction: as decided, or sooner where it was lifted before the statement is written. */
function endOf({ liftedAt, zone }: FactSheet, { until }: ItemFacts): string | undefined {
  const [first] = [until, liftedAt].filter((at) => at !== null).toSorted(inTime);
  return civilDate(first ?? null, zone);
}

function inTime(one: string, other: string): number {
  return Temporal.Instant.compare(one, other);
}

/** The database knows dates without a zone: the date that it was in the platform's. */
function civilDate(instant: string | null, zone: string): string | undefined {
  if (instant === null) return undefined;
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}
