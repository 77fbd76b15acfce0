import { Alert, Button, Checkbox, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResponseAnswer } from '#domain/api/sender-views';
import { Position } from '#domain/hearing';
import { RefusedError, sendResponse } from '../api.ts';
import type { CaseKey } from '../case-link.ts';
import { useRefusalWords } from '../parts/refusal.ts';
import { NO_RESPONSE, type ResponseBody, type TypedResponse, toResponse } from './to-response.ts';

/** Props of `AnswerForm`. */
export interface AnswerFormProps {
  readonly caseKey: CaseKey;
  readonly onTaken: (answer: ResponseAnswer) => void;
}

/** Asks for the position of whoever is heard, and for what may go with it. */
export function AnswerForm({ caseKey, onTaken }: AnswerFormProps): ReactNode {
  const { t } = useTranslation();
  const sayRefusal = useRefusalWords();
  const [typed, setTyped] = useState(NO_RESPONSE);
  const [isEmpty, setEmpty] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const sending = useMutation({ mutationFn: (body: ResponseBody) => sendResponse(caseKey, body), onSuccess: onTaken });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const body = toResponse(typed);
    setEmpty(body === null);
    if (body === null) first.current?.focus();
    else sending.mutate(body);
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="lg">
        <Radio.Group
          label={t('answer.position')}
          value={typed.position ?? ''}
          onChange={(position) => setTyped({ ...typed, position: Position.parse(position) })}
          error={isEmpty ? t('answer.noPosition') : undefined}
        >
          <Stack gap="sm" mt="xs">
            <Radio ref={first} value="objection" label={t('answer.objection')} />
            <Radio value="consent" label={t('answer.consent')} />
          </Stack>
        </Radio.Group>
        <Details typed={typed} onType={setTyped} />
        {sending.error instanceof RefusedError && (
          <Alert color="red" variant="outline" role="alert" title={t('answer.notSent')}>
            {sayRefusal(sending.error)}
          </Alert>
        )}
        <div>
          <Button type="submit" size="md" aria-disabled={sending.isPending}>
            {t('answer.send')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

interface DetailsProps {
  readonly typed: TypedResponse;
  readonly onType: (typed: TypedResponse) => void;
}

function Details({ typed, onType }: DetailsProps): ReactNode {
  const { t } = useTranslation();
  const optional = t('steps.optional');
  return (
    <>
      <Textarea
        label={`${t('answer.explanation')} ${optional}`}
        rows={5}
        maxLength={20_000}
        value={typed.explanation}
        onChange={({ currentTarget }) => onType({ ...typed, explanation: currentTarget.value })}
      />
      <TextInput
        label={`${t('answer.name')} ${optional}`}
        description={t('answer.detailsHint')}
        autoComplete="name"
        maxLength={200}
        value={typed.name}
        onChange={({ currentTarget }) => onType({ ...typed, name: currentTarget.value })}
      />
      <Textarea
        label={`${t('answer.postalAddress')} ${optional}`}
        autoComplete="street-address"
        rows={3}
        maxLength={1_000}
        value={typed.postalAddress}
        onChange={({ currentTarget }) => onType({ ...typed, postalAddress: currentTarget.value })}
      />
      <Checkbox
        label={t('answer.passOnDetails')}
        description={t('answer.passOnHint')}
        checked={typed.passOnDetails}
        onChange={({ currentTarget }) => onType({ ...typed, passOnDetails: currentTarget.checked })}
      />
    </>
  );
}
