import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, got } from '@/lib/client';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import { useFlash } from '@/lib/live';
import { Failure } from '@/ui/Failure';
import { FormProblem } from '@/ui/form/FormProblem';
import { PersonChip } from '@/ui/PersonChip';
import { Skeleton } from '@/ui/Skeleton';
import { toast } from '@/ui/toast';
import { EnterValue } from './EnterValue';
import { HealthMark } from './HealthMark';
import { KpiForm } from './KpiForm';
import { KpiFollowers } from './KpiFollowers';
import { KpiHistory } from './KpiHistory';
import { limitsText, valueText } from './kpi-text';
import { kpiQuery } from './queries';
import type { KpiWithEntries } from './shapes';
import styles from './KpiPage.module.css';

const route = getRouteApi('/in/kpis/$kpiId');

/** One standing measure: where it is, where it was, and who follows it. */
export function KpiPage() {
  const { kpiId } = route.useParams();
  const { data, error, refetch } = useQuery(kpiQuery(kpiId));
  const [editing, setEditing] = useState(false);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton tall lines={3} />;
  const kpi = data.data;
  return (
    <>
      {editing ? (
        <KpiForm kpi={kpi} etag={data.etag} onDone={() => setEditing(false)} />
      ) : (
        <Head kpi={kpi} onEdit={() => setEditing(true)} />
      )}
      <div className={styles.columns}>
        <KpiHistory kpi={kpi} />
        <aside className={styles.side}>
          {kpi.may.includes('enter') && <EnterValue kpi={kpi} />}
          <KpiFollowers kpi={kpi} />
        </aside>
      </div>
    </>
  );
}

function Head({ kpi, onEdit }: { kpi: KpiWithEntries; onEdit: () => void }) {
  const flashing = useFlash(`${kpi.value} ${kpi.health}`);
  const queryClient = useQueryClient();
  const archive = useMutation({
    mutationFn: () => got(api.PUT('/api/v1/kpis/{kpi}/archive', { params: { path: { kpi: kpi.id } } })),
    onSuccess: () => {
      toast(t('kpi.archived'));
      void queryClient.invalidateQueries({ queryKey: ['kpi'] });
    },
  });
  return (
    <header className={styles.head}>
      <nav aria-label={t('kpi.path')} className="small">
        <Link to="/kpis">{t('kpis.title')}</Link>
      </nav>
      <h1 dir="auto">{kpi.name}</h1>
      {kpi.description && (
        <p className="soft" dir="auto">
          {kpi.description}
        </p>
      )}
      <div className={`${styles.standing} ${flashing ? 'flash' : ''}`}>
        <HealthMark health={kpi.health} />
        <strong className={`${styles.value} num`}>{valueText(kpi)}</strong>
        <span className="soft small">
          {[kpi.day && day(kpi.day), kpi.trend && t(`trend.${kpi.trend}`), limitsText(kpi)]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className={`${styles.actions} no-print`}>
          {kpi.health === 'out_of_range' && (
            <Link
              to="/write"
              search={{
                team: kpi.team?.id,
                title: t('kpi.recover.title', { name: kpi.name }),
                kpi: kpi.id,
              }}
              className="button main"
            >
              {t('kpi.recover')}
            </Link>
          )}
          {kpi.may.includes('edit') && (
            <Button variant="default" onClick={onEdit} data-opens>
              {t('kpi.edit')}
            </Button>
          )}
          {kpi.may.includes('archive') && (
            <Button variant="default" onClick={() => archive.mutate()} loading={archive.isPending}>
              {t('kpi.archive')}
            </Button>
          )}
        </span>
      </div>
      <p className={styles.facts}>
        <PersonChip name={kpi.owner.name} />
        {kpi.team && (
          <Link to="/teams/$teamId/dashboard" params={{ teamId: kpi.team.id }} dir="auto">
            {kpi.team.name}
          </Link>
        )}
        <span className="soft">{t(`kpi.cadence.${kpi.cadence}`)}</span>
        {kpi.indicator && <span className="soft">{t(`kpi.indicator.${kpi.indicator}`)}</span>}
        {kpi.archived && <span className="soft">{t('kpis.archived')}</span>}
      </p>
      <FormProblem error={archive.error} />
    </header>
  );
}
