import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OWN_POLICY } from '#domain/catalogue/basis-parts';
import type { Bilingual } from '#domain/clock';
import type { Source } from '#domain/source';
import { useLanguage } from './language.ts';

/** Props of `Why`. */
export interface WhyProps {
  readonly reason: { readonly label: Bilingual; readonly source: Source };
}

/** Says why a question is asked: what the law calls it, where it says so, and how sure that is. */
export function Why({ reason }: WhyProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <details className="why">
      <summary>
        <Text span size="sm">
          {t('why.label')}
        </Text>
      </summary>
      <Text size="sm">{t('why.law', { label: reason.label[language] })}</Text>
      <SourceLine source={reason.source} />
    </details>
  );
}

/** Where a rule comes from, and how sure that is. */
export function SourceLine({ source }: { readonly source: Source }): ReactNode {
  const { t } = useTranslation();
  return (
    <Text size="sm" c="dimmed">
      {source.cite === OWN_POLICY.cite
        ? t('why.policy')
        : t('why.source', { cite: source.cite, certainty: t(`certainty.${source.certainty}`) })}
    </Text>
  );
}
