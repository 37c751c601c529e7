import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { t } from '@/lib/i18n';
import { More } from '@/ui/More';
import { Choice } from '@/ui/form/Choice';
import { Failure } from '@/ui/Failure';
import { PersonChip } from '@/ui/PersonChip';
import { Skeleton } from '@/ui/Skeleton';
import { AddPerson } from './AddPerson';
import { EditPerson } from './EditPerson';
import { peopleQuery } from './queries';
import styles from './PeoplePage.module.css';
import admin from './Admin.module.css';

const route = getRouteApi('/in/admin/people');

/** Who has an account: add, change, invite, and end access. */
export function AdminPeoplePage() {
  const { text = '', left } = route.useSearch();
  const navigate = route.useNavigate();
  const look = (change: { text?: string; left?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<string>();
  const asked = useDeferredValue(text.trim());
  const found = useInfiniteQuery(
    peopleQuery({ text: asked || undefined, left: left === 'true' || undefined }),
  );
  if (found.error && !found.data) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  const people = found.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <div className={styles.filters}>
        <TextInput
          type="search"
          label={t('people.find')}
          className={styles.find}
          value={text}
          onChange={(event) => look({ text: event.currentTarget.value || undefined })}
        />
        <Choice
          label={t('admin.which')}
          value={left === 'true' ? 'left' : 'here'}
          options={[
            { value: 'here', text: t('admin.here') },
            { value: 'left', text: t('admin.left') },
          ]}
          onChange={(value) => look({ left: value === 'left' ? 'true' : undefined })}
        />
        <Button onClick={() => setAdding(true)}>{t('admin.add-person')}</Button>
      </div>
      {!people && <Skeleton lines={10} />}
      {people?.length === 0 && <p className="soft">{t('people.none.title')}</p>}
      {people && people.length > 0 && (
        <ul className={`card ${styles.list}`}>
          {people.map(({ id, name, title }) => (
            <li key={id} className={admin.line}>
              <PersonChip name={name} />
              <span className="soft small" dir="auto">
                {title}
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
      )}
      <More list={found} text={t('people.more')} />
      {adding && <AddPerson onClose={() => setAdding(false)} />}
      {editing && <EditPerson id={editing} onClose={() => setEditing(undefined)} />}
    </>
  );
}
