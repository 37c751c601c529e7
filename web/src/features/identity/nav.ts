import type { AdminPart } from '@/ui/place';

export const adminNav = {
  invitations: { to: '/admin/invitations', text: 'admin.invitations', may: 'add_person' },
} as const satisfies Record<string, AdminPart>;
