import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { AddCycle } from './AddCycle';
import { EditCycle } from './EditCycle';
import { cyclesQuery } from '../parts/queries';
import styles from './AdminCycles.module.css';

/** The cycles of the organisation, and the phase each is in. */
export function AdminCyclesPage() {
  const { data, error, refetch } = useQuery(cyclesQuery);
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<string>();
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={5} />;
  return (
    <>
      <Button onClick={() => setAdding(true)}>{t('cycles.add')}</Button>
      <ul className={`card ${styles.list}`}>
        {data.items.map((cycle) => (
          <li key={cycle.id} className={styles.line}>
            <strong dir="auto">{cycle.name}</strong>
            <span className="soft small">
              {t('cycles.days', { from: day(cycle.starts_on), to: day(cycle.ends_on) })}
            </span>
            <span className="small">{t(`phase.${cycle.phase}`)}</span>
            <Button
              variant="default"
              size="xs"
              aria-label={t('cycles.edit', { name: cycle.name })}
              onClick={() => setEditing(cycle.id)}
            >
              {t('edit')}
            </Button>
          </li>
        ))}
      </ul>
      {adding && <AddCycle cycles={data.items} next={data.next} onClose={() => setAdding(false)} />}
      {editing && <EditCycle id={editing} onClose={() => setEditing(undefined)} />}
    </>
  );
}
