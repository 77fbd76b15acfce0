import { Button, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Why } from '../parts/why.tsx';
import { type DraftItem, EMPTY_ITEM } from './draft.ts';
import { useForm } from './form-state.tsx';
import { ItemFields } from './item-fields.tsx';

/** Asks where the content is: one address for each item, and what of it. */
export function ItemsStep(): ReactNode {
  const { t } = useTranslation();
  const { draft, questions, change } = useForm();
  const [said, say] = useState('');
  const { items } = draft;
  const set = (index: number, part: Partial<DraftItem>): void =>
    change({ items: items.map((item, at) => (at === index ? { ...item, ...part } : item)) });
  const add = (): void => {
    change({ items: [...items, EMPTY_ITEM] });
    say(t('items.added', { number: items.length + 1 }));
  };
  const remove = (index: number): void => {
    change({ items: items.filter((_, at) => at !== index) });
    say(t('items.removed'));
  };
  const reason = questions?.find(({ field }) => field === 'items')?.reason ?? null;
  return (
    <Stack gap="xl">
      {items.map((item, index) => (
        <ItemFields
          // biome-ignore lint/suspicious/noArrayIndexKey: what is typed lives in the draft, not in the row
          key={index}
          item={item}
          index={index}
          onChange={(part) => set(index, part)}
          onRemove={items.length === 1 ? null : () => remove(index)}
        />
      ))}
      <div>
        <Button variant="default" onClick={add}>
          {t('items.add')}
        </Button>
        <span className="quiet" role="status">
          {said}
        </span>
      </div>
      {reason !== null && <Why reason={reason} />}
    </Stack>
  );
}
