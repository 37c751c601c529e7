import { queryOptions } from '@tanstack/react-query';
import type { components } from '@/api/schema';
import { api, got } from './client';
import { kept } from './kept';
import { setOwner } from './owner';

export type Me = components['schemas']['Me'];

/** Who is signed in, with what they may do; the server answers 401 when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['identity', 'me'],
  queryFn: async () => {
    const me = await kept('me', () => got(api.GET('/api/v1/me')));
    setOwner(me.id);
    return me;
  },
  staleTime: 5 * 60_000,
  retry: false,
});
