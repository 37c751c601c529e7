import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '@/lib/client';
import { instantDay } from '@/lib/format';
import { t } from '@/lib/i18n';
import { EmptyState } from '@/ui/EmptyState';
import { Failure } from '@/ui/Failure';
import { FormProblem } from '@/ui/form/FormProblem';
import { More } from '@/ui/More';
import { Skeleton } from '@/ui/Skeleton';
import form from '@/ui/form/form.module.css';
import styles from './Invitations.module.css';
import { LinkSheet } from './LinkSheet';

const key = ['identity', 'newcomers'];

/** Who has never been in, and the sheet of links with which they come in. */
export function InvitationsPage() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const queryClient = useQueryClient();
  const found = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) =>
      got(api.GET('/api/v1/invitations', { params: { query: { limit: 100, after: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const make = useMutation({
    mutationFn: (people: string[]) =>
      got(api.POST('/api/v1/invitations', { body: { person_ids: people, everybody: people.length === 0 } })),
    gcTime: 0,
    onSuccess: () => setChosen(new Set()),
    onSettled: () => void queryClient.invalidateQueries({ queryKey: key }),
  });
  if (found.error && !found.data) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={8} />;
  const done = () => {
    make.reset();
    void queryClient.invalidateQueries({ queryKey: key }); // who used their link meanwhile is in
  };
  if (make.data) return <LinkSheet sheet={make.data} onDone={done} />;
  const { count, without_link, on_one_sheet } = found.data.pages[0]!;
  const people = found.data.pages.flatMap(({ items }) => items);
  const picked = people.filter(({ id }) => chosen.has(id)).map(({ id }) => id); // who came in meanwhile is gone
  if (count === 0) return <EmptyState title={t('invitations.none')}>{t('invitations.none.text')}</EmptyState>;
  const turn = (id: string, take: boolean) => {
    const next = new Set(chosen);
    if (take) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <section className={styles.page} aria-labelledby="newcomers">
      <h2 id="newcomers">{t('invitations.title', { count })}</h2>
      <p className={styles.text}>{t('invitations.text')}</p>
      <p className="soft">{t('invitations.without', { count: without_link })}</p>
      <FormProblem error={make.error} />
      <div className={styles.actions}>
        <Button onClick={() => make.mutate([])} loading={make.isPending && make.variables.length === 0}>
          {on_one_sheet < count
            ? t('invitations.first', { most: on_one_sheet, count })
            : t('invitations.all', { count })}
        </Button>
        <Button
          variant="default"
          disabled={picked.length === 0}
          onClick={() => make.mutate(picked)}
          loading={make.isPending && make.variables.length > 0}
        >
          {t('invitations.chosen', { count: picked.length })}
        </Button>
      </div>
      <ul className={`card ${styles.list}`}>
        {people.map(({ id, name, email, title, link_until, link_by }) => (
          <li key={id}>
            <label className={`${form.check} ${styles.line}`}>
              <input
                type="checkbox"
                checked={chosen.has(id)}
                onChange={(event) => turn(id, event.currentTarget.checked)}
              />
              <span>
                <strong dir="auto">{name}</strong>{' '}
                <span className="soft small" dir="auto">
                  {title}
                </span>
                <span className={`soft small ${styles.address}`} dir="ltr">
                  {email}
                </span>
              </span>
              <span className="soft small">
                {link_until === null
                  ? t('invitations.no-link')
                  : link_by === null
                    ? t('invitations.link', { day: instantDay(link_until) })
                    : t('invitations.link-by', { day: instantDay(link_until), who: link_by })}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <More list={found} text={t('invitations.more')} />
    </section>
  );
}
