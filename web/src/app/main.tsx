import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './global.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from '../lib/query.ts';
import { onSessionEnd } from '../lib/session.ts';
import { Announcer } from '../ui/announce.tsx';
import { printInLight } from './print-in-light.ts';
import { router } from './router.tsx';
import { theme } from './theme.ts';
import { Toasts } from './toasts.tsx';

onSessionEnd(async (why) => {
  // Who logged out is done with the page; who lost the session comes back to it.
  const next = why === 'lost' ? router.state.location.href : undefined;
  await router.navigate({ to: '/login', search: { next } });
  queryClient.clear();
});

printInLight();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <Toasts />
          <Announcer />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
