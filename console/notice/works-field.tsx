import { Button, Fieldset, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Why } from '../parts/why.tsx';
import { rowTarget } from './check-draft.ts';
import { type DraftWork, EMPTY_WORK } from './draft.ts';
import { useFaultOf } from './error-summary.tsx';
import { useForm } from './form-state.tsx';
import { type QuestionFieldProps, useQuestionWords } from './question-field.tsx';

/** Asks for the works or marks of the sender's own: a description, or where the original is. */
export function WorksField({ question }: QuestionFieldProps): ReactNode {
  const { t } = useTranslation();
  const { draft, change } = useForm();
  const { title, help } = useQuestionWords(question);
  const { works } = draft;
  const set = (index: number, part: Partial<DraftWork>): void =>
    change({ works: works.map((work, at) => (at === index ? { ...work, ...part } : work)) });
  return (
    <Stack gap="md">
      {works.map((work, index) => (
        <Fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: what is typed lives in the draft, not in the row
          key={index}
          legend={works.length === 1 ? title : `${title} ${index + 1}`}
        >
          <Stack gap="md">
            <Text size="sm" c="dimmed">
              {help}
            </Text>
            <WorkFields work={work} index={index} onChange={(part) => set(index, part)} />
            {works.length > 1 && (
              <div>
                <Button
                  variant="subtle"
                  color="red"
                  size="compact-sm"
                  onClick={() => change({ works: works.filter((_, at) => at !== index) })}
                >
                  {t('works.remove', { number: index + 1 })}
                </Button>
              </div>
            )}
          </Stack>
        </Fieldset>
      ))}
      <div>
        <Button variant="default" onClick={() => change({ works: [...works, EMPTY_WORK] })}>
          {t('works.add')}
        </Button>
      </div>
      {question.reason !== null && <Why reason={question.reason} />}
    </Stack>
  );
}

/** Props of the fields of one work. */
interface WorkFieldsProps {
  readonly work: DraftWork;
  readonly index: number;
  readonly onChange: (part: Partial<DraftWork>) => void;
}

function WorkFields({ work, index, onChange }: WorkFieldsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Textarea
        id={rowTarget('works', index)}
        label={t('works.description')}
        autosize={false}
        rows={2}
        maxLength={2_000}
        value={work.description}
        onChange={({ currentTarget }) => onChange({ description: currentTarget.value })}
        error={useFaultOf(rowTarget('works', index))}
      />
      <TextInput
        label={`${t('works.url')} ${t('steps.optional')}`}
        type="url"
        maxLength={2_000}
        value={work.url}
        onChange={({ currentTarget }) => onChange({ url: currentTarget.value })}
      />
    </>
  );
}
