import { Radio, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { findLegalBasis } from '#domain/catalogue/catalogue';
import { LegalBasisId } from '#domain/legal-basis';
import { useLanguage } from '../parts/language.ts';
import { isLaw } from '../words/words.ts';
import { CONCERNS, ConcernId, findConcern } from './concerns.ts';
import { useFaultOf } from './error-summary.tsx';
import { useForm } from './form-state.tsx';

/** Asks what the notice is about, and under which law where there are several. */
export function AboutStep(): ReactNode {
  const { t } = useTranslation();
  const { draft, basis, change } = useForm();
  const language = useLanguage();
  const choose = (value: string): void => change({ concern: ConcernId.parse(value), basis: null });
  const several = (findConcern(draft.concern)?.bases.length ?? 0) > 1;
  return (
    <Stack gap="xl">
      <Radio.Group
        id="concern"
        label={<span className="quiet">{t('about.legend')}</span>}
        value={draft.concern ?? ''}
        onChange={choose}
        error={useFaultOf('concern')}
      >
        <Stack gap="md" mt="xs">
          {CONCERNS.map(({ id }) => (
            <Radio
              key={id}
              value={id}
              size="md"
              label={t(`concerns.${id}.label`)}
              description={t(`concerns.${id}.hint`) || undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      {several && <LawChoice />}
      <Text role="status">{basis === null || several ? '' : t('about.single', { name: basis.name[language] })}</Text>
    </Stack>
  );
}

function LawChoice(): ReactNode {
  const { t } = useTranslation();
  const { draft, change } = useForm();
  const language = useLanguage();
  return (
    <Radio.Group
      id="basis"
      label={t('about.lawLegend')}
      description={t('about.lawHint')}
      value={draft.basis ?? ''}
      onChange={(value) => change({ basis: LegalBasisId.parse(value) })}
      error={useFaultOf('basis')}
    >
      <Stack gap="md" mt="sm">
        {(findConcern(draft.concern)?.bases ?? []).map((id) => (
          <Radio
            key={id}
            value={id}
            size="md"
            label={isLaw(id) ? t(`laws.${id}`) : id}
            description={findLegalBasis(id)?.name[language]}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
