import type { Place } from '@/ui/place';

export const nav = {
  kpis: { to: '/kpis', text: 'nav.kpis', icon: 'gauge', keys: 'g k', shown: ['side', 'palette'] },
} as const satisfies Record<string, Place>;
