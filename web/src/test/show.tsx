import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactNode } from 'react';

/** Draws a part of a page as the app would, without its frame. */
export function show(part: ReactNode) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <MantineProvider>
      <QueryClientProvider client={queryClient}>
        <main>{part}</main>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

/** What axe finds wrong, as sentences. Colours are left to the browser journeys: jsdom has none. */
export async function faults(node: Element) {
  const { violations } = await axe.run(node, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((one) => one.html).join(' ')}`);
}
