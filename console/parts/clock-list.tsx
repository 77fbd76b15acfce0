import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComputedClock } from '#domain/clock';
import { formatDue } from '#domain/messages/format-time';
import { useLanguage } from './language.ts';

const SENTENCES = {
  'our-deadline': 'clocks.answer',
  'their-window': 'clocks.window',
  earliest: 'clocks.earliest',
  'hold-until': 'clocks.hold',
} as const;

/** Props of `ClockList`. */
export interface ClockListProps {
  readonly clocks: readonly ComputedClock[];
  /** Whether the case has ended, so that no answer of ours is due. @default false */
  readonly hasEnded?: boolean;
}

/** The dates of a case, each with who set it: the law, or only our own target. */
export function ClockList({ clocks, hasEnded = false }: ClockListProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!hasEnded && clocks.every(({ direction }) => direction !== 'our-deadline')) {
    return (
      <Stack gap="sm">
        <Text>{t('status.noDeadline')}</Text>
        <Dates clocks={clocks} language={language} />
      </Stack>
    );
  }
  return <Dates clocks={clocks} language={language} />;
}

interface DatesProps {
  readonly clocks: readonly ComputedClock[];
  readonly language: 'en' | 'de';
}

function Dates({ clocks, language }: DatesProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Stack component="ul" gap="sm" m={0} pl="lg">
      {clocks.map(({ clock, dueAt, zone, direction, kind, source, certainty, inForce }) => (
        <li key={`${clock} ${dueAt}`}>
          <Text fw={600}>{t(SENTENCES[direction], { date: formatDue(dueAt, zone, language) })}</Text>
          <Text size="sm" c="dimmed">
            {t(`clocks.${kind}`, { source, certainty: t(`certainty.${certainty}`) })}
            {inForce === 'unverified' && ` ${t('clocks.unverified')}`}
          </Text>
        </li>
      ))}
    </Stack>
  );
}
