import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { t } from '@/lib/i18n';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { AddTeam } from './AddTeam';
import { EditTeam } from './EditTeam';
import { teamsQuery } from './queries';
import admin from './Admin.module.css';
import styles from './PeoplePage.module.css';

/** The teams of the organisation: add, rename, move, and say who leads and who is in them. */
export function AdminTeamsPage() {
  const { data, error, refetch } = useQuery(teamsQuery);
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<string>();
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={9} />;
  const nameOf = (id: string | null) => data.items.find((team) => team.id === id)?.name;
  return (
    <>
      <div className={styles.filters}>
        <Button onClick={() => setAdding(true)}>{t('admin.add-team')}</Button>
      </div>
      <ul className={`card ${styles.list}`}>
        {data.items.map(({ id, name, parent_id, lead, members }) => (
          <li key={id} className={admin.line}>
            <span>
              <strong dir="auto">{name}</strong>
              {parent_id && <span className="soft small"> · {nameOf(parent_id)}</span>}
            </span>
            <span className="soft small">
              {[lead?.name ?? t('team.no-lead'), t('people.members', { count: members })].join(' · ')}
            </span>
            <Button
              variant="default"
              size="xs"
              aria-label={t('admin.edit', { name })}
              onClick={() => setEditing(id)}
            >
              {t('edit')}
            </Button>
          </li>
        ))}
      </ul>
      {adding && <AddTeam teams={data.items} onClose={() => setAdding(false)} />}
      {editing && <EditTeam id={editing} teams={data.items} onClose={() => setEditing(undefined)} />}
    </>
  );
}
