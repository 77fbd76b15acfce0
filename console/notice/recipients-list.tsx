import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SourceLine } from '../parts/why.tsx';
import { useForm } from './form-state.tsx';
import { type Recipient, recipientsOf } from './recipients.ts';

/** Says who is told what of the notice, and what may be published, each with the rule by which. */
export function RecipientsList(): ReactNode {
  const { t } = useTranslation();
  const { draft, basis } = useForm();
  const recipients = basis === null ? [] : recipientsOf(basis, draft.concern);
  return (
    <Stack gap="lg">
      <Told title={t('check.private')} recipients={recipients.filter(({ isPublic }) => !isPublic)} />
      <Told title={t('check.public')} recipients={recipients.filter(({ isPublic }) => isPublic)} />
    </Stack>
  );
}

function Told({ title, recipients }: { readonly title: string; readonly recipients: readonly Recipient[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {title}
      </Title>
      {recipients.length === 0 && <Text>{t('check.nothingPublic')}</Text>}
      <Stack component="ul" gap="sm" m={0} pl="lg">
        {recipients.map(({ id, source }) => (
          <li key={id}>
            <Text>{t(`recipients.${id}`)}</Text>
            {source !== null && <SourceLine source={source} />}
          </li>
        ))}
      </Stack>
    </section>
  );
}
