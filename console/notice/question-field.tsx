import { Checkbox, Stack, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Why } from '../parts/why.tsx';
import { questionKey } from '../words/words.ts';
import { type Declaration, isDeclaration, isText, type TextField } from './draft.ts';
import { useFaultOf } from './error-summary.tsx';
import { useForm } from './form-state.tsx';
import { LONGEST } from './longest.ts';
import type { Question } from './questions.ts';

/** Props of `QuestionField`. */
export interface QuestionFieldProps {
  readonly question: Question;
}

/** One question: its field, an example, and why it is asked. */
export function QuestionField({ question }: QuestionFieldProps): ReactNode {
  const { field, reason } = question;
  return (
    <Stack gap="xs">
      {isDeclaration(field) && <Tick field={field} question={question} />}
      {isText(field) && <Words field={field} question={question} />}
      {reason !== null && <Why reason={reason} />}
    </Stack>
  );
}

/** What a question is called, and what helps to answer it. */
export function useQuestionWords({ field, weight }: Question): { readonly title: string; readonly help: string } {
  const { t } = useTranslation();
  const { basis } = useForm();
  const key = basis === null ? field : questionKey(field, basis);
  // A tick is never demanded, so only other fields say so.
  const isOptional = (weight === 'optional' || weight === 'formal') && !isDeclaration(field);
  const title = t(`questions.${key}.title`);
  return {
    title: isOptional ? `${title} ${t('steps.optional')}` : title,
    help: [t(`questions.${key}.hint`), t(`questions.${key}.example`, { example: '' })].filter(Boolean).join(' '),
  };
}

function Tick({ field, question }: QuestionFieldProps & { readonly field: Declaration }): ReactNode {
  const { draft, change } = useForm();
  const { title, help } = useQuestionWords(question);
  const others = draft.declared.filter((one) => one !== field);
  return (
    <Checkbox
      id={field}
      size="md"
      label={title}
      description={help || undefined}
      checked={draft.declared.includes(field)}
      onChange={({ currentTarget }) => change({ declared: currentTarget.checked ? [...others, field] : others })}
      error={useFaultOf(field)}
    />
  );
}

const AUTOCOMPLETE: Readonly<Partial<Record<TextField, string>>> = { name: 'name', email: 'email' };
const LONG_TEXTS: readonly TextField[] = ['explanation', 'meaning', 'inaccuracies'];

function Words({ field, question }: QuestionFieldProps & { readonly field: TextField }): ReactNode {
  const { draft, change } = useForm();
  const { title, help } = useQuestionWords(question);
  const shared = {
    id: field,
    label: title,
    description: help || undefined,
    maxLength: LONGEST[field],
    autoComplete: AUTOCOMPLETE[field] ?? 'off',
    value: draft.texts[field],
    error: useFaultOf(field),
  };
  const set = (text: string): void => change({ texts: { ...draft.texts, [field]: text } });
  if (LONG_TEXTS.includes(field)) {
    return <Textarea {...shared} rows={6} onChange={({ currentTarget }) => set(currentTarget.value)} />;
  }
  return (
    <TextInput
      {...shared}
      type={field === 'email' ? 'email' : 'text'}
      onChange={({ currentTarget }) => set(currentTarget.value)}
    />
  );
}
