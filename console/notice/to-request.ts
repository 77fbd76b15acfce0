import type * as z from 'zod';
import type { Language } from '#domain/party';
import type { NoticeRequest } from '#domain/submission';
import { basisOf } from './concerns.ts';
import type { Declaration, Draft, DraftItem, TextField } from './draft.ts';
import type { ChosenFile } from './files.ts';
import { questionsOf } from './questions.ts';

/** The body of `POST /v1/notices`, before defaults. */
export type NoticeBody = z.input<typeof NoticeRequest>;

/**
 * The notice that a draft amounts to: only what its legal basis asks for, so that answers of an earlier choice stay
 * behind. @param subject the words that begin the explanation where the concern signals a danger, else null
 */
export function toRequest(
  draft: Draft,
  language: Language,
  subject: string | null,
  files: readonly ChosenFile[] = [],
): NoticeBody {
  const basis = basisOf(draft.concern, draft.basis);
  const asked = basis === null ? [] : questionsOf(basis, draft.concern).map(({ field }) => field);
  const text = (field: TextField): string | undefined =>
    asked.includes(field) ? filled(draft.texts[field]) : undefined;
  const explanation = [subject, text('explanation')].filter((part) => part !== null && part !== undefined).join('\n\n');
  return {
    ...(basis !== null && { legalBasis: basis.id }),
    language,
    submitter: defined({ name: text('name'), email: text('email') }),
    items: draft.items.flatMap(itemOf),
    works: asked.includes('works') ? draft.works.flatMap(workOf) : [],
    ...defined({ explanation: filled(explanation), meaning: text('meaning'), inaccuracies: text('inaccuracies') }),
    statements: statementsOf(draft.declared.filter((field) => asked.includes(field))),
    ...defined({ signature: text('signature'), earlierCase: text('earlierCase') }),
    ...(asked.includes('attachments') && files.length > 0 && { attachments: files.map(fileOf) }),
  };
}

/** Whoever declares under penalty of perjury declares to be authorised: the law asks for both in one sentence. */
function statementsOf(declared: readonly Declaration[]): NonNullable<NoticeBody['statements']> {
  const implied = declared.includes('underPenaltyOfPerjury') ? ['authorised'] : [];
  return Object.fromEntries([...declared, ...implied].map((field) => [field, true]));
}

function itemOf({ url, note, components, territories }: DraftItem): NonNullable<NoticeBody['items']> {
  const place = filled(url);
  return place === undefined ? [] : [{ url: place, components, territories, ...defined({ note: filled(note) }) }];
}

function workOf({ description, url }: Draft['works'][number]): NonNullable<NoticeBody['works']> {
  const work = defined({ description: filled(description), url: filled(url) });
  return Object.keys(work).length === 0 ? [] : [work];
}

function fileOf({ fileName, mediaType, content }: ChosenFile): NonNullable<NoticeBody['attachments']>[number] {
  return { fileName, mediaType, content };
}

function filled(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** Only the fields that are filled. */
function defined(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
