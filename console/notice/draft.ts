import * as z from 'zod';
import { Component } from '#domain/item';
import { LegalBasisId } from '#domain/legal-basis';
import { ConcernId } from './concerns.ts';

/** An item as it is typed in. */
export const DraftItem = z.object({
  url: z.string(),
  note: z.string(),
  components: z.array(Component),
  territories: z.array(z.string()),
});
export type DraftItem = z.infer<typeof DraftItem>;

/** A work or a mark of the sender's own, as it is typed in. */
export const DraftWork = z.object({ description: z.string(), url: z.string() });
export type DraftWork = z.infer<typeof DraftWork>;

/** The fields that hold words. */
export const TextField = z.enum([
  'explanation',
  'meaning',
  'inaccuracies',
  'earlierCase',
  'name',
  'email',
  'signature',
]);
export type TextField = z.infer<typeof TextField>;

/** The fields that are declared by a tick. */
export const Declaration = z.enum([
  'goodFaith',
  'accurate',
  'authorised',
  'underPenaltyOfPerjury',
  'affectedPerson',
  'withoutConsent',
  'posterUnknown',
  'passOnDetails',
  'removedBefore',
]);
export type Declaration = z.infer<typeof Declaration>;

/** Every field that a question can be about. */
export type FieldId = TextField | Declaration | 'items' | 'works' | 'attachments';

/** A notice as far as it is filled in; kept in the browser, and read from there with this schema. */
export const Draft = z.object({
  concern: ConcernId.nullable(),
  basis: LegalBasisId.nullable(),
  items: z.array(DraftItem).min(1),
  works: z.array(DraftWork).min(1),
  texts: z.record(TextField, z.string()),
  declared: z.array(Declaration),
});
export type Draft = z.infer<typeof Draft>;

/** An item of which nothing is known yet. */
export const EMPTY_ITEM: DraftItem = { url: '', note: '', components: [], territories: [] };

/** A work of which nothing is known yet. */
export const EMPTY_WORK: DraftWork = { description: '', url: '' };

/** A form in which nothing is filled in. */
export const EMPTY_DRAFT: Draft = {
  concern: null,
  basis: null,
  items: [EMPTY_ITEM],
  works: [EMPTY_WORK],
  texts: { explanation: '', meaning: '', inaccuracies: '', earlierCase: '', name: '', email: '', signature: '' },
  declared: [],
};

/** Tells whether a field is declared by a tick. */
export function isDeclaration(field: FieldId): field is Declaration {
  return Declaration.safeParse(field).success;
}

/** Tells whether a field holds words. */
export function isText(field: FieldId): field is TextField {
  return TextField.safeParse(field).success;
}

/** A draft that complains of an item as well, by its address; the same draft where it does already, or of nothing. */
export function withItem(draft: Draft, address: string | null): Draft {
  const url = address?.trim() ?? '';
  if (url === '' || draft.items.some((item) => item.url.trim() === url)) return draft;
  const others = draft.items.filter((item) => item.url.trim() !== '' || item.note.trim() !== '');
  return { ...draft, items: [...others, { ...EMPTY_ITEM, url }] };
}
