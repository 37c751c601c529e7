import type { AdminPart, Place } from '@/ui/place';

export const nav = {
  home: { to: '/', text: 'nav.home', icon: 'home', keys: 'g h', shown: ['side', 'phone', 'palette'] },
  okrs: { to: '/okrs', text: 'nav.okrs', icon: 'target', keys: 'g o', shown: ['side', 'phone', 'palette'] },
  dashboard: {
    to: '/dashboard',
    text: 'nav.dashboard',
    icon: 'chart',
    keys: 'g d',
    shown: ['side', 'palette'],
  },
  learnings: {
    to: '/learnings',
    text: 'nav.learnings',
    icon: 'book',
    keys: 'g l',
    shown: ['side', 'palette'],
  },
  checkIn: { to: '/check-in', text: 'nav.check-in', icon: 'check', keys: 'g c', shown: ['phone'] },
} as const satisfies Record<string, Place>;

export const adminNav = {
  cycles: { to: '/admin/cycles', text: 'admin.cycles', may: 'add_person' },
} as const satisfies Record<string, AdminPart>;
