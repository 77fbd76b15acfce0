import { Alert, Button, Checkbox, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseStatus } from '#domain/api/sender-views';
import { ESTABLISHMENT } from '#domain/catalogue/basis-parts';
import { ELEMENT_ANSWERS } from '#domain/catalogue/elements';
import { formatInstant } from '#domain/messages/format-time';
import { RefusedError, sendInformation } from '../api.ts';
import type { CaseKey } from '../case-link.ts';
import { useLanguage } from '../parts/language.ts';
import { useRefusalWords } from '../parts/refusal.ts';
import { isDeclared, type TypedAnswers, toInformation } from './answers.ts';
import { statusKey } from './status-key.ts';

/** Props of `MissingForm`. */
export interface MissingFormProps {
  readonly caseKey: CaseKey;
  readonly status: CaseStatus;
}

/** Asks for what is missing, and takes another item. */
export function MissingForm({ caseKey, status }: MissingFormProps): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const sayRefusal = useRefusalWords();
  const [typed, setTyped] = useState<TypedAnswers>({});
  const [place, setPlace] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const sending = useMutation({
    mutationFn: (body: NonNullable<ReturnType<typeof toInformation>>) => sendInformation(caseKey, body),
    onSuccess: (after) => {
      queries.setQueryData(statusKey(caseKey), after);
      setTyped({});
      setPlace('');
    },
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const body = toInformation(typed, place);
    setEmpty(body === null);
    if (body !== null) sending.mutate(body);
  };
  return (
    <form onSubmit={send} noValidate>
      <Title order={2} size="h3" mb="sm">
        {t(status.missing.length > 0 ? 'status.missing' : 'status.more')}
      </Title>
      <Stack gap="md" align="stretch">
        <WaitNote status={status} />
        {status.missing.map((missing) => (
          <MissingField key={missing.element} missing={missing} typed={typed} onType={setTyped} />
        ))}
        <TextInput
          label={status.missing.length > 0 ? t('status.more') : t('questions.items.title')}
          description={t('status.moreHint')}
          type="url"
          maxLength={2_000}
          value={place}
          onChange={({ currentTarget }) => setPlace(currentTarget.value)}
          error={isEmpty ? t('status.nothingSaid') : undefined}
        />
        {sending.error instanceof RefusedError && (
          <Alert color="red" variant="outline" role="alert">
            {sayRefusal(sending.error)}
          </Alert>
        )}
        <div>
          <Button type="submit" variant="default" aria-disabled={sending.isPending}>
            {t('status.supply')}
          </Button>
        </div>
        <Text role="status">{sending.isSuccess ? t('status.supplied') : ''}</Text>
      </Stack>
    </form>
  );
}

function WaitNote({ status: { missing, informationDueAt } }: Pick<MissingFormProps, 'status'>): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  if (missing.length === 0) return null;
  if (informationDueAt === null) return <Text>{t('status.missingOngoing')}</Text>;
  const date = formatInstant(informationDueAt, ESTABLISHMENT.zone, language);
  return <Text>{t('status.missingUntil', { date })}</Text>;
}

interface MissingFieldProps {
  readonly missing: CaseStatus['missing'][number];
  readonly typed: TypedAnswers;
  readonly onType: (typed: TypedAnswers) => void;
}

function MissingField({ missing: { element, label }, typed, onType }: MissingFieldProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = capitalised(label[language]);
  const answer = typed[element];
  const set = (value: string | boolean): void => onType({ ...typed, [element]: value });
  if (isDeclared(element)) {
    return (
      <Checkbox label={name} checked={answer === true} onChange={({ currentTarget }) => set(currentTarget.checked)} />
    );
  }
  const value = typeof answer === 'string' ? answer : '';
  if (ELEMENT_ANSWERS[element] === 'place') {
    return (
      <TextInput
        label={name}
        description={t('status.addressHint')}
        type="url"
        maxLength={2_000}
        value={value}
        onChange={({ currentTarget }) => set(currentTarget.value)}
      />
    );
  }
  return (
    <Textarea
      label={name}
      rows={3}
      maxLength={20_000}
      value={value}
      onChange={({ currentTarget }) => set(currentTarget.value)}
    />
  );
}

/** A label begins in lower case, since it is written to stand within a sentence. */
function capitalised(label: string): string {
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
}
