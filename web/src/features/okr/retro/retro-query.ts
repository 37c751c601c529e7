import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got, intent, keyFor } from '@/lib/client';
import type { RetroCard } from '../parts/shapes';

export const retroQuery = (team: string, cycle: string) =>
  queryOptions({
    queryKey: ['okr', 'retro', team, cycle],
    queryFn: () => got(api.GET('/api/v1/teams/{team}/retros/{cycle}', { params: { path: { team, cycle } } })),
  });

export function useAddCard(team: string, cycle: string, onAdded: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { part: RetroCard['part']; text: string }) =>
      got(
        api.POST('/api/v1/teams/{team}/retros/{cycle}/cards', {
          params: { path: { team, cycle }, header: { 'Idempotency-Key': keyFor(intent(), body) } },
          body,
        }),
      ),
    onSuccess: () => {
      onAdded();
      void queryClient.invalidateQueries({ queryKey: retroQuery(team, cycle).queryKey });
    },
  });
}

const tagOf = ({ version }: RetroCard) => `"${version}-0"`;

export function useChangeCard(card: RetroCard, onDone: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ seen, ...body }: { seen: RetroCard; part?: RetroCard['part']; text?: string }) =>
      got(
        api.PATCH('/api/v1/retro-cards/{card}', {
          params: { path: { card: card.id }, header: { 'If-Match': tagOf(seen) } },
          body,
        }),
      ),
    onSuccess: () => {
      onDone();
      void queryClient.invalidateQueries({ queryKey: ['okr', 'retro'] });
    },
    onError: () => void queryClient.invalidateQueries({ queryKey: ['okr', 'retro'] }),
  });
}

export function useRemoveCard(card: RetroCard) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => got(api.DELETE('/api/v1/retro-cards/{card}', { params: { path: { card: card.id } } })),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['okr', 'retro'] }),
  });
}
