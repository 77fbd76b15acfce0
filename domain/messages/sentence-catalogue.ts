import type { Language } from '#domain/party';
import { DE_ASKER } from './sentences/de-asker.ts';
import { DE_AUTHORITY } from './sentences/de-authority.ts';
import { DE_COMPLAINT } from './sentences/de-complaint.ts';
import { DE_COUNTER_NOTICE } from './sentences/de-counter-notice.ts';
import { DE_DISCLOSURE } from './sentences/de-disclosure.ts';
import { DE_ELEMENTS } from './sentences/de-elements.ts';
import { DE_HEARING } from './sentences/de-hearing.ts';
import { DE_SCRUTINY } from './sentences/de-scrutiny.ts';
import { DE_SHARED } from './sentences/de-shared.ts';
import { DE_UPLOADER } from './sentences/de-uploader.ts';
import { EN_ASKER } from './sentences/en-asker.ts';
import { EN_AUTHORITY } from './sentences/en-authority.ts';
import { EN_COMPLAINT } from './sentences/en-complaint.ts';
import { EN_COUNTER_NOTICE } from './sentences/en-counter-notice.ts';
import { EN_DISCLOSURE } from './sentences/en-disclosure.ts';
import { EN_ELEMENTS } from './sentences/en-elements.ts';
import { EN_HEARING } from './sentences/en-hearing.ts';
import { EN_SCRUTINY } from './sentences/en-scrutiny.ts';
import { EN_SHARED } from './sentences/en-shared.ts';
import { EN_UPLOADER } from './sentences/en-uploader.ts';

const ENGLISH = {
  ...EN_SHARED,
  ...EN_ASKER,
  ...EN_ELEMENTS,
  ...EN_UPLOADER,
  ...EN_AUTHORITY,
  ...EN_HEARING,
  ...EN_DISCLOSURE,
  ...EN_COUNTER_NOTICE,
  ...EN_SCRUTINY,
  ...EN_COMPLAINT,
} as const;

/** The name of a sentence; every language has each of them. */
export type SentenceKey = keyof typeof ENGLISH;

const GERMAN = {
  ...DE_SHARED,
  ...DE_ASKER,
  ...DE_ELEMENTS,
  ...DE_UPLOADER,
  ...DE_AUTHORITY,
  ...DE_HEARING,
  ...DE_DISCLOSURE,
  ...DE_COUNTER_NOTICE,
  ...DE_COMPLAINT,
  ...DE_SCRUTINY,
} as const;

type PlaceholdersIn<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersIn<Rest>
  : never;

/** Sentences that ask for no fact but those of the English ones, by which facts are given. */
type AskingNoMore<Sentences extends Readonly<Record<SentenceKey, string>>> = {
  readonly [Key in SentenceKey]: PlaceholdersIn<Sentences[Key]> extends PlaceholdersIn<(typeof ENGLISH)[Key]>
    ? string
    : never;
};

/** All sentences by language. */
export const SENTENCES: Readonly<Record<Language, Readonly<Record<SentenceKey, string>>>> = {
  en: ENGLISH,
  de: GERMAN satisfies AskingNoMore<typeof GERMAN>,
};

/** A fact as a sentence takes it; an absent one stops the message. */
export type Fact = string | null | undefined;

/** The facts that a sentence needs, by the names of its placeholders (read from the English sentence's type). */
export type FactsOf<Key extends SentenceKey> = {
  readonly [Name in PlaceholdersIn<(typeof ENGLISH)[Key]>]: Fact;
};
