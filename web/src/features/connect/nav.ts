import type { AdminPart } from '@/ui/place';

export const adminNav = {
  import: { to: '/admin/import', text: 'admin.import', may: 'add_person' },
} as const satisfies Record<string, AdminPart>;
