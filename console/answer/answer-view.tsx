import { Button, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResponseAnswer } from '#domain/api/sender-views';
import { ESTABLISHMENT } from '#domain/catalogue/basis-parts';
import { formatInstant } from '#domain/messages/format-time';
import type { CaseKey } from '../case-link.ts';
import { Heading } from '../parts/heading.tsx';
import { useLanguage } from '../parts/language.ts';
import { AnswerForm } from './answer-form.tsx';
import { readMessage } from './read-message.ts';

/** Lets somebody who is heard answer, with the message that they got; nothing of it is kept in the browser. */
export function AnswerView(): ReactNode {
  const { t } = useTranslation();
  const [key, setKey] = useState<CaseKey | null>(null);
  const [taken, setTaken] = useState<ResponseAnswer | null>(null);
  if (key === null) return <EnterMessage onEnter={setKey} />;
  return (
    <Stack gap="lg">
      <Heading title={t(taken === null ? 'answer.title' : 'answer.taken')} />
      {taken !== null && <Taken answer={taken} />}
      {(taken === null || taken.missing.length > 0) && <AnswerForm caseKey={key} onTaken={setTaken} />}
    </Stack>
  );
}

function EnterMessage({ onEnter }: { readonly onEnter: (key: CaseKey) => void }): ReactNode {
  const { t } = useTranslation();
  const [message, setMessage] = useState('');
  const [isBad, setBad] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const enter = (event: FormEvent): void => {
    event.preventDefault();
    const key = readMessage(message);
    setBad(key === null);
    if (key === null) field.current?.focus();
    else onEnter(key);
  };
  return (
    <form onSubmit={enter} noValidate>
      <Heading title={t('answer.title')} />
      <Stack gap="md">
        <Textarea
          ref={field}
          label={t('answer.message')}
          description={t('answer.messageHint')}
          rows={6}
          autoComplete="off"
          value={message}
          onChange={({ currentTarget }) => setMessage(currentTarget.value)}
          error={isBad ? t('answer.messageBad') : undefined}
        />
        <div>
          <Button type="submit" size="md">
            {t('steps.next')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

/** What became of the answer: it counts, came too late, or lacks something that may still be added. */
function Taken({ answer }: { readonly answer: ResponseAnswer }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { reference, receivedAt, late, missing, answerUntil } = answer;
  const shown = (instant: string): string => formatInstant(instant, ESTABLISHMENT.zone, language);
  return (
    <section className="summary soft">
      <Text>{t('answer.received', { reference, date: shown(receivedAt) })}</Text>
      {late && <Text>{t('answer.late')}</Text>}
      {missing.map((field) => (
        <Text key={field} fw={600}>
          {t(`answer.lacks.${field}`)}
        </Text>
      ))}
      {missing.length > 0 && answerUntil !== null && <Text>{t('answer.again', { date: shown(answerUntil) })}</Text>}
    </section>
  );
}
