import { TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { t } from '@/lib/i18n';
import { More } from '@/ui/More';
import { Choice } from '@/ui/form/Choice';
import { EmptyState } from '@/ui/EmptyState';
import { Failure } from '@/ui/Failure';
import { PersonChip } from '@/ui/PersonChip';
import { Skeleton } from '@/ui/Skeleton';
import { PeopleTabs } from './PeopleTabs';
import { peopleQuery, teamsQuery } from './queries';
import styles from './PeoplePage.module.css';

const route = getRouteApi('/in/people');

/** Everybody who is here; what is looked for stands in the address. */
export function PeoplePage() {
  const { text = '', team = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const look = (change: { text?: string; team?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const { data: teams } = useQuery(teamsQuery);
  return (
    <>
      <h1 className={styles.title}>{t('people.title')}</h1>
      <PeopleTabs />
      <div className={styles.filters}>
        <TextInput
          type="search"
          label={t('people.find')}
          className={styles.find}
          value={text}
          onChange={(event) => look({ text: event.currentTarget.value || undefined })}
        />
        <Choice
          label={t('people.team')}
          value={team}
          options={[
            { value: '', text: t('people.every-team') },
            ...(teams?.items ?? []).map(({ id, name }) => ({ value: id, text: name })),
          ]}
          onChange={(chosen) => look({ team: chosen || undefined })}
        />
      </div>
      <People text={text.trim()} team={team} />
    </>
  );
}

function People({ text, team }: { text: string; team: string }) {
  const filter = useDeferredValue({ text: text || undefined, team: team || undefined });
  const found = useInfiniteQuery(peopleQuery(filter));
  if (found.error && !found.data) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={10} />;
  const people = found.data.pages.flatMap(({ items }) => items);
  return (
    <>
      <p className="soft small" role="status">
        {t('people.found', { count: people.length, more: found.hasNextPage ? 'yes' : 'no' })}
      </p>
      {people.length === 0 ? (
        <EmptyState title={t('people.none.title')}>{t('people.none')}</EmptyState>
      ) : (
        <ul className={`card ${styles.list}`}>
          {people.map(({ id, name, title, reports }) => (
            <li key={id}>
              <Link to="/people/$personId" params={{ personId: id }} className={styles.line}>
                <PersonChip name={name} />
                <span className="soft small" dir="auto">
                  {title}
                </span>
                <span className="soft small num">
                  {reports > 0 && t('people.reports', { count: reports })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <More list={found} text={t('people.more')} />
    </>
  );
}
