import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseKey, readCaseLink } from '../case-link.ts';
import { Heading } from '../parts/heading.tsx';

/** Asks for the link to a case. */
export function EnterLink({ onEnter }: { readonly onEnter: (key: CaseKey) => void }): ReactNode {
  const { t } = useTranslation();
  const [link, setLink] = useState('');
  const [isBad, setBad] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const enter = (event: FormEvent): void => {
    event.preventDefault();
    const key = readCaseLink(link);
    setBad(key === null);
    if (key === null) field.current?.focus();
    else onEnter(key);
  };
  return (
    <form onSubmit={enter} noValidate>
      <Heading title={t('status.enterTitle')} />
      <Stack gap="md" align="flex-start">
        <TextInput
          ref={field}
          w="100%"
          label={t('status.enterLabel')}
          description={t('status.enterHint')}
          autoComplete="off"
          value={link}
          onChange={({ currentTarget }) => setLink(currentTarget.value)}
          error={isBad ? t('status.enterBad') : undefined}
        />
        <Button type="submit" size="md">
          {t('status.enterOpen')}
        </Button>
      </Stack>
    </form>
  );
}
