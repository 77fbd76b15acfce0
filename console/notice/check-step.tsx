import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusedError, sendNotice } from '../api.ts';
import { useLanguage } from '../parts/language.ts';
import { useRefusalWords } from '../parts/refusal.ts';
import { rememberReceipt } from '../parts/remembered.ts';
import { subjectOf } from '../words/words.ts';
import { AnswerList } from './answer-list.tsx';
import { faultsOf } from './check-draft.ts';
import { DraftKeeping } from './draft-keeping.tsx';
import { useQuestionTitle } from './error-summary.tsx';
import { useForm } from './form-state.tsx';
import { STEPS, type StepId } from './questions.ts';
import { RecipientsList } from './recipients-list.tsx';
import { keyFor } from './sent-body.ts';
import { toRequest } from './to-request.ts';

/** Props of `CheckStep`. */
export interface CheckStepProps {
  readonly goTo: (step: StepId) => void;
  readonly back: () => void;
}

/** Shows what will be sent, who is told what and what may be published, and sends it. */
export function CheckStep({ goTo, back }: CheckStepProps): ReactNode {
  const { t } = useTranslation();
  const { draft, files, sent, clear } = useForm();
  const language = useLanguage();
  const navigate = useNavigate();
  const sayRefusal = useRefusalWords();
  const blocking = STEPS.find((step) => faultsOf(draft, step).some(({ blocks }) => blocks));
  const sending = useMutation({
    mutationFn: async () => {
      const body = toRequest(draft, language, subjectOf(draft.concern, language), files);
      sent.current = keyFor(body, sent.current, () => crypto.randomUUID());
      return await sendNotice(body, sent.current.key);
    },
    onSuccess: async (receipt) => {
      rememberReceipt(receipt);
      await navigate({ to: '/notice', search: (old) => ({ ...old, view: 'sent' }), replace: true });
      clear();
    },
  });
  const send = (): void => (blocking === undefined ? sending.mutate() : goTo(blocking));
  return (
    <Stack gap="xl">
      <AnswerList goTo={goTo} />
      <RecipientsList />
      <MissingNote />
      {sending.error instanceof RefusedError && (
        <Alert color="red" variant="outline" title={t('errors.send')} role="alert">
          {sayRefusal(sending.error)}
        </Alert>
      )}
      <Group>
        <Button variant="default" size="md" onClick={back}>
          {t('steps.back')}
        </Button>
        <Button size="md" onClick={send} aria-disabled={sending.isPending}>
          {t(sending.isPending ? 'check.sending' : 'check.send')}
        </Button>
      </Group>
      <DraftKeeping />
    </Stack>
  );
}

function MissingNote(): ReactNode {
  const { t } = useTranslation();
  const { draft, basis } = useForm();
  const titleOf = useQuestionTitle();
  const missing = basis === null ? [] : STEPS.flatMap((step) => faultsOf(draft, step)).filter(({ field }) => field);
  if (basis === null || missing.length === 0) return null;
  const questions = missing.map((fault) => titleOf(fault, basis)).join('; ');
  return (
    <section className="summary soft">
      <Title order={2} size="h4" mb="xs">
        {t('errors.title')}
      </Title>
      <Text>{t('check.missing', { questions })}</Text>
    </section>
  );
}
