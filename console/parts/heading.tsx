import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

let hasShown = false;

/** Props of `Heading`. */
export interface HeadingProps {
  readonly title: string;
  /** What stands above it, as part of what is read out; @default nothing */
  readonly above?: string;
}

/** The heading of a view. It names the window, and takes the focus when the view changes, so that it is read out. */
export function Heading({ title, above }: HeadingProps): ReactNode {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ${t('page.title')}`;
    if (hasShown) heading.current?.focus();
    hasShown = true;
  }, [title, t]);
  return (
    <Title order={1} ref={heading} tabIndex={-1} mb="lg">
      {above !== undefined && <span className="above">{above}</span>}
      {title}
    </Title>
  );
}
