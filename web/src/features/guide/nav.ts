import type { Place } from '@/ui/place';

export const nav = {
  figures: { to: '/figures', text: 'figures.how', icon: 'book', shown: ['palette'] },
} as const satisfies Record<string, Place>;
