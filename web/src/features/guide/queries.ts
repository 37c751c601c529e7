import { queryOptions } from '@tanstack/react-query';
import { api, gotWithTag } from '@/lib/client';

export const guidelinesQuery = queryOptions({
  queryKey: ['guide', 'guidelines'],
  queryFn: () => gotWithTag(api.GET('/api/v1/guidelines')),
});
