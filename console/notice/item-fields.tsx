import { Button, Checkbox, Fieldset, MultiSelect, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Component } from '#domain/item';
import { COUNTRY_NAMES } from '#domain/messages/country-names';
import { describeTerritories } from '#domain/messages/describe-territories';
import { useLanguage } from '../parts/language.ts';
import { rowTarget } from './check-draft.ts';
import type { DraftItem } from './draft.ts';
import { useFaultOf } from './error-summary.tsx';
import { useForm } from './form-state.tsx';

/** Props of `ItemFields`. */
export interface ItemFieldsProps {
  readonly item: DraftItem;
  readonly index: number;
  readonly onChange: (part: Partial<DraftItem>) => void;
  /** Null where it is the only one. */
  readonly onRemove: (() => void) | null;
}

/** The form of an address, as an example; nothing lies there. */
const EXAMPLE = 'https://platform.example/tracks/12345';

/** The fields of one item. */
export function ItemFields({ item, index, onChange, onRemove }: ItemFieldsProps): ReactNode {
  const { t } = useTranslation();
  const number = index + 1;
  return (
    <Fieldset legend={t('items.one', { number })}>
      <Stack gap="md">
        <TextInput
          id={rowTarget('items', index)}
          label={t('questions.items.title')}
          description={
            <>
              {t('questions.items.hint')} {t('questions.items.example', { example: EXAMPLE })}
            </>
          }
          type="url"
          inputMode="url"
          autoComplete="off"
          maxLength={2_000}
          value={item.url}
          onChange={({ currentTarget }) => onChange({ url: currentTarget.value })}
          error={useFaultOf(rowTarget('items', index))}
        />
        <TextInput
          label={`${t('items.note')} ${t('steps.optional')}`}
          description={t('items.noteHint')}
          autoComplete="off"
          maxLength={2_000}
          value={item.note}
          onChange={({ currentTarget }) => onChange({ note: currentTarget.value })}
        />
        <Narrowing item={item} onChange={onChange} />
        {onRemove !== null && (
          <div>
            <Button variant="subtle" color="red" size="compact-sm" onClick={onRemove}>
              {t('items.remove', { number })}
            </Button>
          </div>
        )}
      </Stack>
    </Fieldset>
  );
}

function Narrowing({ item, onChange }: Pick<ItemFieldsProps, 'item' | 'onChange'>): ReactNode {
  const { t } = useTranslation();
  const { basis } = useForm();
  const language = useLanguage();
  const { components, territories } = item;
  const isNarrow = components.length + territories.length > 0;
  return (
    <details className="why" open={isNarrow || undefined}>
      <summary>
        <Text span size="sm">
          {t('items.narrow')}
        </Text>
      </summary>
      <Stack gap="md" mt="sm">
        <Checkbox.Group
          label={t('items.components')}
          description={t('items.componentsHint')}
          value={components}
          onChange={(chosen) => onChange({ components: Component.options.filter((one) => chosen.includes(one)) })}
        >
          <Stack gap="xs" mt="xs">
            {Component.options.map((component) => (
              <Checkbox key={component} value={component} label={t(`components.${component}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <MultiSelect
          label={t('items.territories')}
          description={t('items.territoriesHint', {
            places: describeTerritories(basis?.territory.default ?? [], language),
          })}
          data={placesIn(language, { EU: t('places.EU'), EEA: t('places.EEA'), WORLD: t('places.WORLD') })}
          searchable
          limit={30}
          maxValues={60}
          value={[...territories]}
          onChange={(chosen) => onChange({ territories: chosen })}
        />
      </Stack>
    </details>
  );
}

/** The groups, then the countries by their names. */
function placesIn(
  language: 'en' | 'de',
  groups: Readonly<Record<string, string>>,
): { readonly value: string; readonly label: string }[] {
  const countries = Object.entries(COUNTRY_NAMES).map(([value, [en, de]]) => ({
    value,
    label: language === 'de' ? de : en,
  }));
  const named = Object.entries(groups).map(([value, label]) => ({ value, label }));
  return [...named, ...countries.toSorted((one, other) => one.label.localeCompare(other.label, language))];
}
