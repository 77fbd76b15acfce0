import { Button, Group, Stack } from '@mantine/core';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Heading } from '../parts/heading.tsx';
import { AboutStep } from './about-step.tsx';
import { faultsOf } from './check-draft.ts';
import { CheckStep } from './check-step.tsx';
import { DraftKeeping } from './draft-keeping.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { useForm } from './form-state.tsx';
import { ItemsStep } from './items-step.tsx';
import { type StepId, stepsOf } from './questions.ts';
import { QuestionsStep } from './questions-step.tsx';

/** Props of `FormView`. */
export interface FormViewProps {
  readonly step: StepId;
}

/** One step of the form, with the way back and forth. */
export function FormView({ step }: FormViewProps): ReactNode {
  const { t } = useTranslation();
  const { draft, basis, questions, show } = useForm();
  const navigate = useNavigate();
  const steps = stepsOf(questions);
  const at = steps.indexOf(step);
  useEffect(() => show([]), [show]);
  // Whoever comes by a link to a later step begins where the rest depends on.
  if (at < 0 || (step !== 'about' && basis === null)) {
    return <Navigate to="/notice" search={(old) => ({ ...old, view: 'about' })} replace />;
  }
  const goTo = (view: StepId): void => void navigate({ to: '/notice', search: (old) => ({ ...old, view }) });
  const goOn = (): void => goTo(steps[at + 1] ?? 'check');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const faults = faultsOf(draft, step);
    show(faults);
    if (faults.length === 0) goOn();
  };
  const back = (): void => goTo(steps[at - 1] ?? 'about');
  return (
    <>
      <Heading title={t(`steps.${step}`)} above={t('steps.progress', { number: at + 1, count: steps.length })} />
      {step === 'check' ? (
        <CheckStep goTo={goTo} back={back} />
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack gap="xl">
            <ErrorSummary goOn={goOn} />
            <StepBody step={step} />
            <Group>
              {at > 0 && (
                <Button variant="default" size="md" onClick={back}>
                  {t('steps.back')}
                </Button>
              )}
              <Button type="submit" size="md">
                {t('steps.next')}
              </Button>
            </Group>
            <DraftKeeping />
          </Stack>
        </form>
      )}
    </>
  );
}

function StepBody({ step }: FormViewProps): ReactNode {
  switch (step) {
    case 'about':
      return <AboutStep />;
    case 'items':
      return <ItemsStep />;
    default:
      return <QuestionsStep step={step} />;
  }
}
