import { Anchor, Group, Title } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { describeTerritories } from '#domain/messages/describe-territories';
import { useLanguage } from '../parts/language.ts';
import { questionKey, subjectOf } from '../words/words.ts';
import { type DraftItem, type FieldId, isDeclaration } from './draft.ts';
import { useForm } from './form-state.tsx';
import { type Question, type StepId, stepsOf } from './questions.ts';

/** Everything that will be sent, step by step, with the way to change it. */
export function AnswerList({ goTo }: { readonly goTo: (step: StepId) => void }): ReactNode {
  const { t } = useTranslation();
  const { questions } = useForm();
  return (
    <section aria-labelledby="answers-title">
      <Title order={2} size="h3" id="answers-title" mb="md">
        {t('check.yourAnswers')}
      </Title>
      {stepsOf(questions)
        .filter((step) => step !== 'check')
        .map((step) => (
          <section key={step} aria-labelledby={`answers-${step}`}>
            <Group justify="space-between" align="baseline" mb="xs" wrap="nowrap">
              <Title order={3} size="h5" id={`answers-${step}`}>
                {t(`steps.${step}`)}
              </Title>
              <Anchor component="button" type="button" onClick={() => goTo(step)}>
                {t('check.change')}
                <span className="quiet">: {t(`steps.${step}`)}</span>
              </Anchor>
            </Group>
            <dl className="answers">
              {step === 'about' && <BasisAnswer />}
              {(questions ?? [])
                .filter((one) => one.step === step)
                .map((question) => (
                  <Answer key={question.field} question={question} />
                ))}
            </dl>
          </section>
        ))}
    </section>
  );
}

function BasisAnswer(): ReactNode {
  const { t } = useTranslation();
  const { draft, basis } = useForm();
  const language = useLanguage();
  if (draft.concern === null || basis === null) return null;
  return (
    <>
      <dt>{t(`concerns.${draft.concern}.label`)}</dt>
      <dd>{basis.name[language]}</dd>
    </>
  );
}

function Answer({ question: { field } }: { readonly question: Question }): ReactNode {
  const { t } = useTranslation();
  const { basis } = useForm();
  const answers = useAnswers(field);
  if (basis === null) return null;
  return (
    <>
      <dt>{t(`questions.${questionKey(field, basis)}.title`)}</dt>
      <dd>
        {answers.length === 0
          ? t('check.none')
          : answers.map((answer) => (
              <Fragment key={answer}>
                {answer}
                {'\n'}
              </Fragment>
            ))}
      </dd>
    </>
  );
}

/** What is answered, as it will be sent. */
function useAnswers(field: FieldId): readonly string[] {
  const { t } = useTranslation();
  const { draft, files } = useForm();
  const language = useLanguage();
  const describe = ({ url, note, components, territories }: DraftItem): string => {
    const parts = components.map((component) => t(`components.${component}`)).join(', ');
    const places = territories.length === 0 ? '' : describeTerritories(territories, language);
    return [url, note, parts === '' ? t('check.whole') : parts, places]
      .filter((part) => part.trim() !== '')
      .join(' · ');
  };
  if (field === 'items') return draft.items.filter(({ url }) => url.trim() !== '').map(describe);
  if (field === 'works') {
    return draft.works.map(({ description, url }) => `${description} ${url}`.trim()).filter((work) => work !== '');
  }
  if (field === 'attachments') return files.map(({ fileName, sha256 }) => `${fileName} (SHA-256 ${sha256})`);
  if (isDeclaration(field)) return draft.declared.includes(field) ? [t('check.yes')] : [];
  const subject = field === 'explanation' ? subjectOf(draft.concern, language) : null;
  return [subject ?? '', draft.texts[field]].filter((text) => text.trim() !== '');
}
