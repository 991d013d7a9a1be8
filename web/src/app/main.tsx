import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './global.css';
import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense, useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { startTexts } from '../lib/i18n.ts';
import { queryClient } from '../lib/query.ts';
import { onSessionEnd } from '../lib/session.ts';
import { Announcer } from '../ui/announce.tsx';
import { printInLight } from './print-in-light.ts';
import { router } from './router.tsx';
import { themeWith } from './theme.ts';
import { Toasts } from './toasts.tsx';

onSessionEnd(async (why) => {
  // Who logged out is done with the page; who lost the session comes back to it.
  const next = why === 'lost' ? router.state.location.href : undefined;
  await router.navigate({ to: '/login', search: { next } });
  queryClient.clear();
});

printInLight();
await startTexts();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

/** The whole app, drawn anew in another language: no text or date of the last one stays behind. */
function App() {
  const { t, i18n } = useTranslation('ui');
  const theme = useMemo(() => themeWith(t('close')), [t]);
  return (
    <DirectionProvider
      key={i18n.language}
      initialDirection={i18n.dir(i18n.language)}
      detectDirection={false}
    >
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={queryClient}>
          <Suspense>
            <RouterProvider router={router} />
          </Suspense>
          <Toasts />
          <Announcer />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}
