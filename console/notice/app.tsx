import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter, Outlet, RouterProvider, useSearch } from '@tanstack/react-router';
import { type ReactNode, useContext, useEffect, useState } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Language } from '#domain/party';
import { AnswerView } from '../answer/answer-view.tsx';
import { firstLanguage } from '../parts/first-language.ts';
import { PageFrame } from '../parts/page-frame.tsx';
import { Platform } from '../parts/platform.ts';
import { theme, variables } from '../parts/theme.ts';
import { StatusView } from '../status/status-view.tsx';
import { wordsIn } from '../words/words.ts';
import { FormProvider } from './form-state.tsx';
import { FormView } from './form-view.tsx';
import { STEPS } from './questions.ts';
import { ReceiptView } from './receipt-view.tsx';

/** Props of `App`. */
export interface AppProps {
  /** The name of the platform, as its messages show it. */
  readonly platform: string;
  /** Lets the style elements through that the components make. */
  readonly nonce: string;
}

const Search = z.object({
  view: z
    .enum([...STEPS, 'sent', 'status', 'answer'])
    .catch('about')
    .default('about'),
  lang: Language.optional().catch(undefined),
});

const rootRoute = createRootRoute({ component: Outlet });
const noticeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/notice',
  validateSearch: Search,
  component: View,
});
const router = createRouter({ routeTree: rootRoute.addChildren([noticeRoute]), scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** The public form and the status page. */
export function App({ platform, nonce }: AppProps): ReactNode {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1 } } }));
  const [words] = useState(() => {
    const asked = new URLSearchParams(location.search).get('lang');
    return wordsIn(firstLanguage(asked, navigator.languages));
  });
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queries}>
        <I18nextProvider i18n={words}>
          <FormProvider>
            <Platform value={platform}>
              <RouterProvider router={router} />
            </Platform>
          </FormProvider>
        </I18nextProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function View(): ReactNode {
  const { view, lang } = useSearch({ from: '/notice' });
  const { i18n } = useTranslation();
  useEffect(() => {
    if (lang !== undefined && lang !== i18n.language) void i18n.changeLanguage(lang);
  }, [lang, i18n]);
  useEffect(() => {
    document.documentElement.lang = i18n.language;
  }, [i18n.language]);
  return <PageFrame platform={useContext(Platform)}>{viewOf(view)}</PageFrame>;
}

function viewOf(view: z.infer<typeof Search>['view']): ReactNode {
  switch (view) {
    case 'status':
      return <StatusView />;
    case 'answer':
      return <AnswerView />;
    case 'sent':
      return <ReceiptView />;
    default:
      return <FormView key={view} step={view} />;
  }
}
