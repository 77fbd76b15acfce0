import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useForm } from './form-state.tsx';

/** Says where the answers are, and lets the person keep them on the device; nothing is kept there unasked. */
export function DraftKeeping(): ReactNode {
  const { t } = useTranslation();
  const { kept, keepOnDevice } = useForm();
  return (
    <Group gap="sm" role="status">
      <Text size="sm" c="dimmed">
        {t(kept ? 'draft.saved' : 'draft.kept')}
      </Text>
      <Button variant="subtle" size="compact-sm" onClick={() => keepOnDevice(!kept)}>
        {t(kept ? 'draft.forget' : 'draft.save')}
      </Button>
    </Group>
  );
}
