import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useForm } from './form-state.tsx';
import { QuestionField } from './question-field.tsx';
import type { StepId } from './questions.ts';
import { WorksField } from './works-field.tsx';

/** The questions of a step, one below the other. */
export function QuestionsStep({ step }: { readonly step: StepId }): ReactNode {
  const { questions } = useForm();
  const asked = (questions ?? []).filter((question) => question.step === step);
  return (
    <Stack gap="xl">
      {asked.map((question) =>
        question.field === 'works' ? (
          <WorksField key={question.field} question={question} />
        ) : (
          <QuestionField key={question.field} question={question} />
        ),
      )}
    </Stack>
  );
}
