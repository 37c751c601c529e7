import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '@mantine/core';
import { t } from '@/lib/i18n';
import { PageHead } from '@/ui/PageHead';
import { More } from '@/ui/More';
import { Choice } from '@/ui/form/Choice';
import { EmptyState } from '@/ui/EmptyState';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { KpiForm } from './KpiForm';
import { KpiRow } from './KpiRow';
import { kpisQuery, kpiTeamsQuery, ownerQuery, teamsQuery } from './queries';
import type { Health } from './shapes';
import styles from './KpisPage.module.css';

const route = getRouteApi('/in/kpis');
const healths: Health[] = ['out_of_range', 'near', 'healthy', 'unknown'];

/** All standing measures, by team and health. */
export function KpisPage() {
  const { team, owner, health, archived } = route.useSearch();
  const navigate = route.useNavigate();
  const [making, setMaking] = useState(false);
  const found = useInfiniteQuery(
    kpisQuery({
      team,
      owner,
      health: health as Health | undefined,
      archived: archived === 'true' || undefined,
    }),
  );
  const teams = useQuery(teamsQuery);
  const mine = useQuery(kpiTeamsQuery).data;
  const choose = (choice: Partial<ReturnType<typeof route.useSearch>>) =>
    void navigate({ search: (before) => ({ ...before, ...choice }) });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <>
      <PageHead title={t('kpis.title')} text={t('kpis.text')}>
        <Choice
          label={t('kpis.team')}
          value={team ?? ''}
          options={[
            { value: '', text: t('kpis.all-teams') },
            ...(teams.data?.items ?? []).map(({ id, name }) => ({ value: id, text: name })),
          ]}
          onChange={(value) => choose({ team: value || undefined })}
        />
        <Choice
          label={t('kpis.health')}
          value={archived === 'true' ? 'archived' : (health ?? '')}
          options={[
            { value: '', text: t('kpis.any-health') },
            ...healths.map((value) => ({ value, text: t(`health.${value}`) })),
            { value: 'archived', text: t('kpis.archived') },
          ]}
          onChange={(value) =>
            choose(
              value === 'archived'
                ? { health: undefined, archived: 'true' }
                : { health: value || undefined, archived: undefined },
            )
          }
        />
        {mine && (mine.without_team || mine.items.length > 0) && (
          <Button onClick={() => setMaking(true)} data-opens>
            {t('kpis.new')}
          </Button>
        )}
      </PageHead>
      {owner && <Owner person={owner} onEveryone={() => choose({ owner: undefined })} />}
      {making && <KpiForm team={team} onDone={() => setMaking(false)} />}
      {found.error && !found.data && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton />}
      {found.data && items.length === 0 && (
        <EmptyState title={t('kpis.none.title')} action={<Link to="/kpis">{t('kpis.show-all')}</Link>}>
          {t('kpis.none.text')}
        </EmptyState>
      )}
      {items.length > 0 && (
        <ul className={`card ${styles.list}`}>
          {items.map((kpi) => (
            <KpiRow key={kpi.id} kpi={kpi} owner />
          ))}
        </ul>
      )}
      <More list={found} text={t('kpis.more')} />
    </>
  );
}

/** Whose KPIs these are, and the way to everybody's. */
function Owner({ person, onEveryone }: { person: string; onEveryone: () => void }) {
  const { data } = useQuery(ownerQuery(person));
  return (
    <p className={styles.owner}>
      <span dir="auto">{data && t('kpis.of', { name: data.name })}</span>
      <button type="button" className="button" onClick={onEveryone}>
        {t('kpis.of-all')}
      </button>
    </p>
  );
}
