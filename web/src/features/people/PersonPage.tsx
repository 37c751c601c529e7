import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { components } from '@/api/schema';
import { t } from '@/lib/i18n';
import { Failure } from '@/ui/Failure';
import { initials } from '@/ui/PersonChip';
import { PersonChip } from '@/ui/PersonChip';
import { Skeleton } from '@/ui/Skeleton';
import { Absences } from './Absences';
import { Holdings } from './Holdings';
import { PersonOkrs } from './PersonOkrs';
import { personQuery, reportsQuery } from './queries';
import styles from './PersonPage.module.css';

type Person = components['schemas']['Person'];

const route = getRouteApi('/in/people/$personId');

/** Who somebody is: their place, their people, what they are in this cycle. */
export function PersonPage() {
  const { personId } = route.useParams();
  const { data, error, refetch } = useQuery(personQuery(personId));
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton tall lines={4} />;
  return <Profile person={data.data} />;
}

function Profile({ person }: { person: Person }) {
  return (
    <div className={styles.page}>
      <Head person={person} />
      <div className={styles.main}>
        {!person.active && person.may.includes('hand_over') && (
          <section className={`card ${styles.part}`}>
            <Holdings person={{ id: person.id, name: person.name }} />
          </section>
        )}
        <PersonOkrs person={person} />
      </div>
      <aside className={styles.aside} aria-label={t('person.place')}>
        <Reports person={person} />
        <Teams person={person} />
        <Absences person={person} />
      </aside>
    </div>
  );
}

function Head({ person: { id, name, title, email, above, active, manager } }: { person: Person }) {
  return (
    <header className={styles.head}>
      <span className={styles.disc} aria-hidden="true">
        {initials(name)}
      </span>
      <div className={styles.who}>
        <nav aria-label={t('person.line')} className={styles.above}>
          <Link to="/people/tree" search={{ at: id }}>
            {t('people.tree')}
          </Link>
          {[...above].reverse().map((one) => (
            <span key={one.id}>
              {' › '}
              <Link to="/people/$personId" params={{ personId: one.id }} dir="auto">
                {one.name}
              </Link>
            </span>
          ))}
        </nav>
        <h1 dir="auto">{name}</h1>
        <p className="soft">
          <span dir="auto">{title}</span>
          {!active && <strong> · {t('person.left')}</strong>}
        </p>
        <p className="small">
          <a href={`mailto:${email}`}>{email}</a>
          {manager && (
            <>
              <span className="soft"> · {t('person.reports-to')} </span>
              <Link to="/people/$personId" params={{ personId: manager.id }} dir="auto">
                {manager.name}
              </Link>
            </>
          )}
        </p>
      </div>
    </header>
  );
}

function Reports({ person: { id } }: { person: Person }) {
  const { data } = useQuery(reportsQuery(id));
  if (!data || data.items.length === 0) return null;
  return (
    <section className={`card ${styles.part}`}>
      <h2>{t('person.reports', { count: data.items.length })}</h2>
      <ul>
        {data.items.map((report) => (
          <li key={report.id}>
            <Link to="/people/$personId" params={{ personId: report.id }} className={styles.line}>
              <PersonChip name={report.name} />
              <span className="soft small" dir="auto">
                {report.title}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Teams({ person: { teams } }: { person: Person }) {
  return (
    <section className={`card ${styles.part}`}>
      <h2>{t('people.teams')}</h2>
      {teams.length === 0 && <p className={`soft small ${styles.none}`}>{t('person.no-team')}</p>}
      <ul>
        {teams.map((team) => (
          <li key={team.id}>
            <Link to="/teams/$teamId" params={{ teamId: team.id }} className={styles.line}>
              <span dir="auto">{team.name}</span>
              <span className="soft small">{t(`team.kind.${team.kind}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
