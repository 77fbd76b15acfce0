import { Alert, Button, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusedError, sendComplaint } from '../api.ts';
import type { CaseKey } from '../case-link.ts';
import { useRefusalWords } from '../parts/refusal.ts';
import { rememberReceipt } from '../parts/remembered.ts';

/** Takes a complaint against the decision: a case of its own, with a link of its own, that somebody else decides. */
export function Complaint({ caseKey }: { readonly caseKey: CaseKey }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const sayRefusal = useRefusalWords();
  const [explanation, setExplanation] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const sending = useMutation({
    mutationFn: () => sendComplaint(caseKey, explanation.trim()),
    onSuccess: async (receipt) => {
      rememberReceipt(receipt);
      await navigate({ to: '/notice', search: (old) => ({ ...old, view: 'sent' }) });
    },
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setEmpty(explanation.trim() === '');
    if (explanation.trim() === '') field.current?.focus();
    else sending.mutate();
  };
  const refused = sending.error instanceof RefusedError ? sending.error : null;
  return (
    <form onSubmit={send} noValidate>
      <Title order={2} size="h3" mb="sm">
        {t('status.complain')}
      </Title>
      <Stack gap="md">
        <Text>{t('status.complainHint')}</Text>
        <Textarea
          ref={field}
          label={t('status.complainWhy')}
          rows={5}
          maxLength={20_000}
          value={explanation}
          onChange={({ currentTarget }) => setExplanation(currentTarget.value)}
          error={isEmpty ? t('status.complainEmpty') : undefined}
        />
        {refused !== null && (
          <Alert color="red" variant="outline" role="alert">
            {refused.status === 409 ? t('status.complainClosed') : sayRefusal(refused)}
          </Alert>
        )}
        <div>
          <Button type="submit" variant="default" aria-disabled={sending.isPending}>
            {t('status.complainSend')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
