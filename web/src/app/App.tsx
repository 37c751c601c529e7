import { StrictMode } from 'react';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Toasts } from '@/ui/toast';
import { LanguageProvider } from '@/lib/language';
import type { Router } from './router';
import { theme } from './theme';

type Props = { nonce: string; queryClient: QueryClient; router: Router };

export function App({ nonce, queryClient, router }: Props) {
  return (
    <StrictMode>
      <MantineProvider
        theme={theme}
        withCssVariables={false}
        withGlobalClasses={false}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <QueryClientProvider client={queryClient}>
          <LanguageProvider>
            <RouterProvider router={router} />
            <Toasts />
          </LanguageProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}
