import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import { LineActions } from '../parts/FactPart';
import { FoldHeading } from '../parts/FoldHeading';
import { SmallButton } from '../parts/Opening';
import { suggestionsQuery } from '../parts/queries';
import { useAct } from '../parts/use-act';
import type { Written } from './written';
import { reasonText, type Suggestion } from './suggestion-text';
import { withTaken } from './taken';
import styles from './Suggestions.module.css';

type Props = { cycle: string; written: Written; open: boolean; onTake: (written: Written) => void };

/** What the writer's own past speaks for: each is taken into the form or dropped, and nobody else sees it. */
export function Suggestions({ cycle, written, open, onTake }: Props) {
  const { data } = useQuery(suggestionsQuery(cycle));
  const [shown, setShown] = useState(open);
  const queryClient = useQueryClient();
  const act = useAct();
  const answer = ({ kind, source }: Suggestion, accepted: boolean) =>
    got(api.POST('/api/v1/suggestion-answers', { body: { cycle_id: cycle, kind, source, accepted } }));
  const take = useMutation({
    mutationFn: async (suggestion: Suggestion) => {
      onTake(await withTaken(queryClient, written, suggestion));
      await answer(suggestion, true);
      await queryClient.invalidateQueries({ queryKey: suggestionsQuery(cycle).queryKey });
    },
  });
  if (!data || data.state === 'off_here') return null;
  if (data.state === 'off_for_me')
    return (
      <p className={styles.off}>
        <SmallButton
          text={t('suggest.on')}
          onClick={() => act.mutate(() => got(api.DELETE('/api/v1/me/suggestions-off')))}
        />
      </p>
    );
  if (data.items.length === 0) return null;
  return (
    <section className={`card ${styles.part}`} aria-label={t('suggest.title')}>
      <FoldHeading text={t('suggest.title')} open={shown} onToggle={() => setShown(!shown)} />
      {shown && (
        <>
          <p className="soft small">{t('suggest.text')}</p>
          <ul>
            {data.items.map((suggestion) => {
              const { kind, source, title } = suggestion;
              return (
                <li key={`${kind}-${source}`}>
                  {(kind === 'carry' || kind === 'higher') && <p dir="auto">{title}</p>}
                  <p className="small" dir="auto">
                    {reasonText(suggestion)}
                  </p>
                  <LineActions>
                    <SmallButton
                      text={t('suggest.take')}
                      label={t('suggest.take.label', { title })}
                      onClick={() => take.mutate(suggestion)}
                    />
                    <SmallButton
                      text={t('suggest.drop')}
                      label={t('suggest.drop.label', { title })}
                      onClick={() => act.mutate(() => answer(suggestion, false))}
                    />
                  </LineActions>
                </li>
              );
            })}
          </ul>
          <SmallButton
            text={t('suggest.off')}
            onClick={() => act.mutate(() => got(api.PUT('/api/v1/me/suggestions-off')))}
          />
        </>
      )}
    </section>
  );
}
