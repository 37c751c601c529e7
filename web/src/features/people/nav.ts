import type { AdminPart, Place } from '@/ui/place';

export const nav = {
  people: { to: '/people', text: 'nav.people', icon: 'people', keys: 'g p', shown: ['side', 'palette'] },
} as const satisfies Record<string, Place>;

export const adminNav = {
  people: { to: '/admin/people', text: 'admin.people', may: 'add_person' },
  teams: { to: '/admin/teams', text: 'admin.teams', may: 'add_person' },
  organisation: { to: '/admin/organisation', text: 'admin.organisation', may: 'add_person' },
} as const satisfies Record<string, AdminPart>;
