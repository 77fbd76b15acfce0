import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { FilesField } from './files-field.tsx';
import { useForm } from './form-state.tsx';
import { QuestionField, type QuestionFieldProps } from './question-field.tsx';
import type { StepId } from './questions.ts';
import { WorksField } from './works-field.tsx';

/** The questions of a step, one below the other. */
export function QuestionsStep({ step }: { readonly step: StepId }): ReactNode {
  const { questions } = useForm();
  const asked = (questions ?? []).filter((question) => question.step === step);
  return (
    <Stack gap="xl">
      {asked.map((question) => (
        <AnyField key={question.field} question={question} />
      ))}
    </Stack>
  );
}

function AnyField({ question }: QuestionFieldProps): ReactNode {
  switch (question.field) {
    case 'works':
      return <WorksField question={question} />;
    case 'attachments':
      return <FilesField question={question} />;
    default:
      return <QuestionField question={question} />;
  }
}
