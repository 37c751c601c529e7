import { TextInput } from '@mantine/core';
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { api, got } from '@/lib/client';
import { instantDay, score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { PageHead } from '@/ui/PageHead';
import { More } from '@/ui/More';
import { Choice } from '@/ui/form/Choice';
import { EmptyState } from '@/ui/EmptyState';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { teamsQuery } from '../parts/queries';
import type { Learning } from '../parts/shapes';
import { useCycle } from '../parts/use-cycle';
import styles from './LearningsPage.module.css';

type Choices = { team?: string; cycle?: string; text?: string; from?: string };

const learningsQuery = (choices: Choices) =>
  infiniteQueryOptions({
    queryKey: ['okr', 'learnings', choices],
    queryFn: ({ pageParam }) =>
      got(api.GET('/api/v1/learnings', { params: { query: { ...choices, after: pageParam, limit: 30 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

const route = getRouteApi('/in/learnings');

/** What teams learned, found again when the next cycle is planned. */
export function LearningsPage() {
  const { team, of, from, text = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const look = (change: { team?: string; of?: string; text?: string }, replace = false) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace });
  const asked = useDeferredValue(text.trim());
  const { cycles } = useCycle();
  const teams = useQuery(teamsQuery);
  const found = useInfiniteQuery(learningsQuery({ team, cycle: of, text: asked || undefined, from }));
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead title={t('learnings.title')} text={t('learnings.text')}>
        <Choice
          label={t('learnings.team')}
          value={team ?? ''}
          options={[
            { value: '', text: t('learnings.all-teams') },
            ...(teams.data?.items ?? []).map(({ id, name }) => ({ value: id, text: name })),
          ]}
          onChange={(value) => look({ team: value || undefined })}
        />
        <Choice
          label={t('learnings.cycle')}
          value={of ?? ''}
          options={[
            { value: '', text: t('learnings.all-cycles') },
            ...cycles.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          onChange={(value) => look({ of: value || undefined })}
        />
      </PageHead>
      <TextInput
        type="search"
        label={t('learnings.find')}
        value={text}
        onChange={(event) => look({ text: event.currentTarget.value || undefined }, true)}
        className={styles.find}
      />
      {found.error && !found.data && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton />}
      {from && (
        <p>
          <Link to="/learnings" className="button">
            {t('learnings.all')}
          </Link>
        </p>
      )}
      <p className="hidden-text" role="status">
        {found.data && t('learnings.count', { count: items.length })}
      </p>
      {found.data && items.length === 0 && (
        <EmptyState title={t('learnings.none.title')}>{t('learnings.none.text')}</EmptyState>
      )}
      <ul className={styles.list}>
        {items.map((learning) => (
          <LearningCard key={learning.id} learning={learning} named={learning.id === from} />
        ))}
      </ul>
      <More list={found} text={t('learnings.more')} />
    </>
  );
}

function LearningCard({
  learning: { text, team, cycle, objective, grade, author, at },
  named,
}: {
  learning: Learning;
  named: boolean;
}) {
  return (
    <li className={`card ${styles.card} ${named ? styles.named : ''}`} aria-current={named || undefined}>
      <blockquote className={styles.text} dir="auto">
        {text}
      </blockquote>
      <p className="soft small">
        {team ? (
          <Link to="/teams/$teamId/retro/$cycleId" params={{ teamId: team.id, cycleId: cycle.id }}>
            {team.name}, {cycle.name}
          </Link>
        ) : (
          cycle.name
        )}
        {objective && (
          <>
            {' · '}
            <Link to="/objectives/$objectiveId" params={{ objectiveId: objective.id }} dir="auto">
              {objective.title}
            </Link>
            {grade !== null && <span className="num"> {score(grade)}</span>}
          </>
        )}
        {' · '}
        {author.name}, {instantDay(at)}
      </p>
    </li>
  );
}
