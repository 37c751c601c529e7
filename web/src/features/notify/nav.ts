import type { AdminPart, Place } from '@/ui/place';

export const nav = {
  inbox: { to: '/inbox', text: 'nav.inbox', icon: 'bell', keys: 'g i', shown: ['palette'] },
} as const satisfies Record<string, Place>;

export const adminNav = {
  sent: { to: '/admin/sent', text: 'admin.sent', may: 'add_person' },
} as const satisfies Record<string, AdminPart>;
