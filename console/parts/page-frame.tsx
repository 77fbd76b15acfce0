import { Anchor, Text } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from './language.ts';

/** Props of `PageFrame`. */
export interface PageFrameProps {
  readonly platform: string;
  readonly children: ReactNode;
}

/** What stands around every view: skip link, name of the platform, the other language, the way to the other page. */
export function PageFrame({ platform, children }: PageFrameProps): ReactNode {
  const { t } = useTranslation();
  const { view } = useSearch({ from: '/notice' });
  const other = useLanguage() === 'de' ? 'en' : 'de';
  return (
    <div className="page">
      <a className="skip" href="#content">
        {t('page.skip')}
      </a>
      <header className="bar">
        <Text fw={700}>{platform}</Text>
        <Anchor
          renderRoot={(props) => (
            <Link {...props} to="/notice" search={{ view, lang: other }} lang={other} hrefLang={other} replace>
              {t('page.language')}
            </Link>
          )}
        />
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="bar">
        <Text size="sm">{t('page.footer')}</Text>
        {PLACES.filter((place) => place.view !== (view === 'status' || view === 'answer' ? view : 'about')).map(
          (place) => (
            <Anchor
              key={place.view}
              size="sm"
              renderRoot={(props) => (
                <Link {...props} to="/notice" search={(old) => ({ lang: old.lang, view: place.view })}>
                  {t(place.label)}
                </Link>
              )}
            />
          ),
        )}
      </footer>
    </div>
  );
}

/** What the page is for; each is linked from the others. */
const PLACES = [
  { view: 'about', label: 'page.newReport' },
  { view: 'status', label: 'page.status' },
  { view: 'answer', label: 'page.answer' },
] as const;
