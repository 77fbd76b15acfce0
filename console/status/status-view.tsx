import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusedError, readStatus } from '../api.ts';
import { type CaseKey, readCaseLink } from '../case-link.ts';
import { ClockList } from '../parts/clock-list.tsx';
import { Heading } from '../parts/heading.tsx';
import { useRefusalWords } from '../parts/refusal.ts';
import { rememberCase, rememberedCase } from '../parts/remembered.ts';
import { CaseFacts } from './case-facts.tsx';
import { EnterLink } from './enter-link.tsx';
import { MissingForm } from './missing-form.tsx';
import { statusKey } from './status-key.ts';
import { Withdrawal } from './withdrawal.tsx';

/** How a case stands, for whoever holds its link; asks for the link where none is known. */
export function StatusView(): ReactNode {
  const [key, setKey] = useState(takeKey);
  useEffect(() => {
    // A link that is pasted into the address of this page changes only its fragment: nothing is loaded anew.
    const take = (): void => setKey(takeKey());
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, []);
  if (key === null) {
    return (
      <EnterLink
        onEnter={(entered) => {
          rememberCase(entered);
          setKey(entered);
        }}
      />
    );
  }
  return (
    <CaseStatusView
      key={key.caseId}
      caseKey={key}
      onForget={() => {
        rememberCase(null);
        setKey(null);
      }}
    />
  );
}

/** What opens the case: from the address, which then forgets it, else from this tab. */
function takeKey(): CaseKey | null {
  const given = readCaseLink(location.hash);
  if (given === null) return rememberedCase();
  rememberCase(given);
  history.replaceState(history.state, '', `${location.pathname}${location.search}`);
  return given;
}

interface CaseStatusViewProps {
  readonly caseKey: CaseKey;
  readonly onForget: () => void;
}

function CaseStatusView({ caseKey, onForget }: CaseStatusViewProps): ReactNode {
  const { t } = useTranslation();
  const sayRefusal = useRefusalWords();
  const status = useQuery({ queryKey: statusKey(caseKey), queryFn: () => readStatus(caseKey), retry: false });
  const { data } = status;
  return (
    <Stack gap="xl">
      <Heading title={t('status.title')} />
      <Text role="status" className={status.isFetching ? undefined : 'quiet'}>
        {status.isFetching ? t('status.loading') : ''}
      </Text>
      {status.error instanceof RefusedError && (
        <Alert color="red" variant="outline" role="alert">
          {sayRefusal(status.error)}
        </Alert>
      )}
      {data !== undefined && (
        <>
          <CaseFacts status={data} />
          <section>
            <Title order={2} size="h3" mb="sm">
              {t('status.deadlines')}
            </Title>
            <ClockList clocks={data.clocks} />
          </section>
          {data.state !== 'closed' && <MissingForm caseKey={caseKey} status={data} />}
          {data.state !== 'closed' && <Withdrawal caseKey={caseKey} />}
          {data.outcome !== null && <Complaint />}
        </>
      )}
      <Group>
        <Button variant="default" onClick={() => void status.refetch()}>
          {t('status.refresh')}
        </Button>
        <Button variant="subtle" onClick={onForget}>
          {t('status.forget')}
        </Button>
      </Group>
    </Stack>
  );
}

function Complaint(): ReactNode {
  const { t } = useTranslation();
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {t('status.complain')}
      </Title>
      <Text>{t('status.complainHint')}</Text>
    </section>
  );
}
