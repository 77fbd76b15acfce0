import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseStatus } from '#domain/api/sender-views';
import { RefusedError, readStatus } from '../api.ts';
import { type CaseKey, readCaseLink } from '../case-link.ts';
import { ClockList } from '../parts/clock-list.tsx';
import { Heading } from '../parts/heading.tsx';
import { useRefusalWords } from '../parts/refusal.ts';
import { rememberCase, rememberedCase } from '../parts/remembered.ts';
import { CaseFacts } from './case-facts.tsx';
import { Complaint } from './complaint.tsx';
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
  const [isWithdrawn, setWithdrawn] = useState(false);
  const isOpen = data !== undefined && data.outcome === null && data.state !== 'closed';
  return (
    <Stack gap="xl">
      <Heading title={t('status.title')} />
      <Text role="status" className={status.isFetching ? undefined : 'quiet'}>
        {status.isFetching ? t('status.loading') : ''}
      </Text>
      {isWithdrawn && <Done text={t('status.withdrawn')} />}
      {status.error instanceof RefusedError && (
        <Alert color="red" variant="outline" role="alert">
          {sayRefusal(status.error)}
        </Alert>
      )}
      {data !== undefined && (
        <>
          <CaseFacts status={data} />
          <DatesOf status={data} />
          {isOpen && <MissingForm caseKey={caseKey} status={data} />}
          {isOpen && <Withdrawal caseKey={caseKey} onDone={() => setWithdrawn(true)} />}
          {data.outcome !== null && data.outcome !== 'withdrawn' && <Complaint caseKey={caseKey} />}
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

/** The dates of an open case; of one that ended, only those that are not ours to meet. */
function DatesOf({ status: { outcome, clocks } }: { readonly status: CaseStatus }): ReactNode {
  const { t } = useTranslation();
  const shown = outcome === null ? clocks : clocks.filter(({ direction }) => direction !== 'our-deadline');
  if (outcome !== null && shown.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {t('status.deadlines')}
      </Title>
      <ClockList clocks={shown} hasEnded={outcome !== null} />
    </section>
  );
}

/** Says that something is done; takes the focus, since what was pressed is gone. */
function Done({ text }: { readonly text: string }): ReactNode {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => line.current?.focus(), []);
  return (
    <Text ref={line} tabIndex={-1} role="status" fw={600}>
      {text}
    </Text>
  );
}
