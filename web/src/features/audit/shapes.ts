import type { components } from '@/api/schema';

export type Line = components['schemas']['AuditLine'];
