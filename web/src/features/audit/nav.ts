import type { AdminPart } from '@/ui/place';

export const adminNav = {
  audit: { to: '/admin/audit', text: 'admin.audit', may: 'read_audit' },
} as const satisfies Record<string, AdminPart>;
