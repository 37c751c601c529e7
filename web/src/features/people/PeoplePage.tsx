import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import type { components } from '@/api/schema';
import { t } from '@/lib/i18n';
import { Failure } from '@/ui/Failure';
import { PersonChip } from '@/ui/PersonChip';
import { Skeleton } from '@/ui/Skeleton';
import { peopleQuery, teamsQuery } from './queries';
import styles from './PeoplePage.module.css';

type Team = components['schemas']['TeamLine'];

export function PeoplePage() {
  return (
    <>
      <h1 className={styles.title}>{t('people.title')}</h1>
      <div className={styles.columns}>
        <Teams />
        <People />
      </div>
    </>
  );
}

function Teams() {
  const { data, error, refetch } = useQuery(teamsQuery);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton />;
  return (
    <section className={`card ${styles.part}`}>
      <h2>{t('people.teams')}</h2>
      <Branch teams={data.items} parent={null} />
    </section>
  );
}

function Branch({ teams, parent }: { teams: Team[]; parent: string | null }) {
  const here = teams.filter(({ parent_id }) => parent_id === parent);
  if (here.length === 0) return null;
  return (
    <ul className={parent ? styles.branch : undefined}>
      {here.map((team) => (
        <li key={team.id}>
          <Link to="/teams/$teamId" params={{ teamId: team.id }} className={styles.line}>
            <strong dir="auto">{team.name}</strong>
            <span className="soft small">
              {[team.lead?.name, t('people.members', { count: team.members })].filter(Boolean).join(' · ')}
            </span>
          </Link>
          <Branch teams={teams} parent={team.id} />
        </li>
      ))}
    </ul>
  );
}

function People() {
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const { data, error, refetch } = useQuery(peopleQuery(asked));
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <section className={`card ${styles.part}`}>
      <h2>{t('people.people')}</h2>
      <div className={styles.find}>
        <TextInput
          type="search"
          label={t('people.find')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <p className="hidden-text" role="status">
        {data && t('people.found', { count: data.items.length })}
      </p>
      {data?.items.length === 0 && <p className={styles.none}>{t('people.none', { text: asked })}</p>}
      <ul>
        {data?.items.map(({ id, name, title }) => (
          <li key={id} className={styles.line}>
            <PersonChip name={name} />
            <span className="soft small" dir="auto">
              {title}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
