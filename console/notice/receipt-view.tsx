import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link, Navigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ESTABLISHMENT } from '#domain/catalogue/basis-parts';
import { formatInstant } from '#domain/messages/format-time';
import { caseLink } from '../case-link.ts';
import { ClockList } from '../parts/clock-list.tsx';
import { Heading } from '../parts/heading.tsx';
import { useLanguage } from '../parts/language.ts';
import { rememberedReceipt } from '../parts/remembered.ts';

/** The receipt: the reference, the link to the status page, and by when we answer. */
export function ReceiptView(): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const [receipt] = useState(rememberedReceipt);
  if (receipt === null) return <Navigate to="/notice" search={(old) => ({ ...old, view: 'about' })} replace />;
  const { caseId, reference, receivedAt, accessToken, clocks } = receipt;
  return (
    <Stack gap="lg">
      <Heading title={t('receipt.title')} />
      <dl className="answers">
        <dt>{t('receipt.reference')}</dt>
        <dd>{reference}</dd>
        <dt>{t('receipt.receivedAt')}</dt>
        <dd>{formatInstant(receivedAt, ESTABLISHMENT.zone, language)}</dd>
      </dl>
      <LinkToKeep link={caseLink(location.origin, { caseId, token: accessToken })} />
      <section>
        <Title order={2} size="h3" mb="sm">
          {t('receipt.next')}
        </Title>
        <ClockList clocks={clocks} />
      </section>
      <Anchor
        renderRoot={(props) => (
          <Link {...props} to="/notice" search={(old) => ({ ...old, view: 'status' })}>
            {t('receipt.open')}
          </Link>
        )}
      />
    </Stack>
  );
}

function LinkToKeep({ link }: { readonly link: string }): ReactNode {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <section className="summary soft">
      <Text fw={600}>{t('receipt.keep')}</Text>
      <Text size="sm" mb="sm">
        {t('receipt.keepHint')}
      </Text>
      <Text className="link" id="case-link">
        {link}
      </Text>
      <Group mt="sm">
        <Button variant="default" onClick={() => void copy()}>
          {t('receipt.copy')}
        </Button>
        <Text role="status">{copied ? t('receipt.copied') : ''}</Text>
      </Group>
    </section>
  );
}
