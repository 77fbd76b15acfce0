import { Anchor, Button, List, Text, Title } from '@mantine/core';
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LegalBasis } from '#domain/legal-basis';
import { questionKey } from '../words/words.ts';
import type { Fault } from './check-draft.ts';
import { useForm } from './form-state.tsx';

/** What is wrong with a field, to stand beside it; undefined where nothing is. */
export function useFaultOf(target: string): string | undefined {
  const { t } = useTranslation();
  const fault = useForm().faults.find((one) => one.target === target);
  if (fault === undefined) return undefined;
  return fault.kind === 'unanswered' ? t('errors.unansweredHere') : t(`errors.${fault.kind}`);
}

function useFaultWords(): (fault: Fault) => string {
  const { t } = useTranslation();
  const { basis } = useForm();
  return ({ kind, field }) => {
    if (kind !== 'unanswered' || field === null || basis === null) return t(`errors.${kind}`, { question: '' });
    return t('errors.unanswered', { question: t(`questions.${questionKey(field, basis)}.title`) });
  };
}

/** Names of questions, for a sentence. */
export function useQuestionTitle(): (fault: Fault, basis: LegalBasis) => string {
  const { t } = useTranslation();
  return ({ field }, basis) => (field === null ? '' : t(`questions.${questionKey(field, basis)}.title`));
}

/** Lists what to look at again, each linked to its field; offers to go on where only something is missing in law. */
export function ErrorSummary({ goOn }: { readonly goOn: () => void }): ReactNode {
  const { t } = useTranslation();
  const say = useFaultWords();
  const { faults } = useForm();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  const blocks = faults.some((fault) => fault.blocks);
  return (
    <section ref={box} tabIndex={-1} className={blocks ? 'summary' : 'summary soft'} aria-labelledby="summary-title">
      <Title order={2} size="h4" id="summary-title" mb="xs">
        {t('errors.title')}
      </Title>
      <List>
        {faults.map((fault) => (
          <List.Item key={fault.target}>
            <Anchor href={`#${fault.target}`} onClick={(event) => focusOn(event, fault.target)} underline="always">
              {say(fault)}
            </Anchor>
          </List.Item>
        ))}
      </List>
      {!blocks && (
        <>
          <Text my="sm">{t('errors.later')}</Text>
          <Button variant="default" onClick={goOn}>
            {t('steps.anyway')}
          </Button>
        </>
      )}
    </section>
  );
}

/** By script, so that the address keeps its fragment and the router does not move. */
function focusOn(event: MouseEvent, target: string): void {
  event.preventDefault();
  const field = document.getElementById(target);
  field?.scrollIntoView({ block: 'center' });
  const control = field?.matches('input, textarea, select') ? field : field?.querySelector('input, textarea, select');
  if (control instanceof HTMLElement) control.focus();
}
