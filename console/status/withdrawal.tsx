import { Alert, Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusedError, sendWithdrawal } from '../api.ts';
import type { CaseKey } from '../case-link.ts';
import { useRefusalWords } from '../parts/refusal.ts';
import { statusKey } from './status-key.ts';

/** Props of `Withdrawal`. */
export interface WithdrawalProps {
  readonly caseKey: CaseKey;
  readonly onDone: () => void;
}

/** Withdraws the notice, after asking once. */
export function Withdrawal({ caseKey, onDone }: WithdrawalProps): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const sayRefusal = useRefusalWords();
  const [asks, setAsks] = useState(false);
  const [reason, setReason] = useState('');
  const sending = useMutation({
    mutationFn: () => sendWithdrawal(caseKey, reason),
    onSuccess: (after) => {
      queries.setQueryData(statusKey(caseKey), after);
      onDone();
    },
  });
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {t('status.withdraw')}
      </Title>
      <Stack gap="md">
        <Text>{t('status.withdrawHint')}</Text>
        {asks ? (
          <>
            <Textarea
              label={t('status.withdrawReason')}
              autoFocus
              rows={2}
              maxLength={2_000}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
            <Group>
              <Button color="red" onClick={() => sending.mutate()} aria-disabled={sending.isPending}>
                {t('status.withdrawSure')}
              </Button>
              <Button variant="default" onClick={() => setAsks(false)}>
                {t('status.keep')}
              </Button>
            </Group>
          </>
        ) : (
          <div>
            <Button variant="default" onClick={() => setAsks(true)}>
              {t('status.withdraw')} …
            </Button>
          </div>
        )}
        {sending.error instanceof RefusedError && (
          <Alert color="red" variant="outline" role="alert">
            {sayRefusal(sending.error)}
          </Alert>
        )}
      </Stack>
    </section>
  );
}
