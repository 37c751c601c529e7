import { StrictMode, useState } from 'react';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider, type RouterHistory } from '@tanstack/react-router';
import { Toasts } from '@/ui/toast';
import { LanguageProvider } from '@/lib/language';
import { makeQueryClient } from './query-client';
import { makeRouter } from './router';
import { theme, variables } from './theme';

export function App({ nonce, history }: { nonce: string; history?: RouterHistory }) {
  const [queryClient] = useState(makeQueryClient);
  const [router] = useState(() => makeRouter(queryClient, history));
  return (
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
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
