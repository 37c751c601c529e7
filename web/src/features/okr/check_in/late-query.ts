import { queryOptions } from '@tanstack/react-query';
import type { components } from '@/api/schema';
import { api, got } from '@/lib/client';

export type LatePerson = components['schemas']['LatePerson'];
export type LateKeyResult = components['schemas']['LateKeyResult'];

/** Who has not yet checked in on what is wanted by today. */
export const lateQuery = (cycle: string, team?: string) =>
  queryOptions({
    queryKey: ['okr', 'late', cycle, team],
    queryFn: () =>
      got(api.GET('/api/v1/cycles/{cycle}/late-check-ins', { params: { path: { cycle }, query: { team } } })),
  });
