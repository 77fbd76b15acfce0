import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseStatus } from '#domain/api/sender-views';
import { ESTABLISHMENT } from '#domain/catalogue/basis-parts';
import { findLegalBasis } from '#domain/catalogue/catalogue';
import { formatInstant } from '#domain/messages/format-time';
import { useLanguage } from '../parts/language.ts';

/** Where the case stands, in words. */
export function CaseFacts({ status }: { readonly status: CaseStatus }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { state, outcome, reference, receivedAt, itemCount, legalBasis, closedAt } = status;
  const shown = (instant: string): string => formatInstant(instant, ESTABLISHMENT.zone, language);
  return (
    <dl className="answers">
      <dt>{t('status.state')}</dt>
      <dd>
        <strong>{outcome === null ? t(`states.${state}`) : t(`outcomes.${outcome}`)}</strong>
        {outcome !== null && ` ${t(`states.${state}`)}`}
      </dd>
      <dt>{t('status.reference')}</dt>
      <dd>{reference}</dd>
      <dt>{t('status.receivedAt')}</dt>
      <dd>{shown(receivedAt)}</dd>
      {closedAt !== null && (
        <>
          <dt>{t('status.closedAt')}</dt>
          <dd>{shown(closedAt)}</dd>
        </>
      )}
      <dt>{t('status.items')}</dt>
      <dd>{itemCount}</dd>
      <dt>{t('status.law')}</dt>
      <dd>{findLegalBasis(legalBasis)?.name[language] ?? legalBasis}</dd>
    </dl>
  );
}
