import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { components } from '@/api/schema';
import { score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { EmptyState } from '@/ui/EmptyState';
import { Skeleton } from '@/ui/Skeleton';
import { StandingMark } from '@/ui/marks/StandingMark';
import { personBoardQuery } from './queries';
import styles from './PersonPage.module.css';

type Card = components['schemas']['ObjectiveCard'];
type Person = components['schemas']['Person'];

const route = getRouteApi('/in/people/$personId');

/** What somebody answers for and contributes to in the chosen cycle, and how much that is. */
export function PersonOkrs({ person }: { person: Person }) {
  const { cycle } = route.useSearch();
  const { data, error } = useQuery(personBoardQuery(person.id, cycle));
  if (error) return <EmptyState title={t('person.okrs.none')}>{t('person.okrs.no-cycle')}</EmptyState>;
  if (!data) return <Skeleton tall lines={3} />;
  if (data.accountable.length + data.contributing.length === 0)
    return (
      <EmptyState title={t('person.okrs.none')}>
        {t('person.okrs.none.text', { cycle: data.cycle.name })}
      </EmptyState>
    );
  return (
    <>
      <p className="soft" role="status">
        {t('person.load', { name: data.person.name, count: data.load, cycle: data.cycle.name })}
      </p>
      <Objectives
        title={t('person.accountable')}
        role={data.role}
        fitting={data.fitting}
        objectives={data.accountable}
      />
      <Objectives title={t('person.contributing')} objectives={data.contributing} />
    </>
  );
}

type Props = { title: string; objectives: Card[]; role?: string; fitting?: string[] };

function Objectives({ title: heading, objectives, role, fitting = [] }: Props) {
  if (objectives.length === 0) return null;
  return (
    <section className={`card ${styles.part}`}>
      <div className={styles.load}>
        <h2>{heading}</h2>
        {role && (
          <span className="soft small" dir="auto">
            {role}
          </span>
        )}
        <span className="soft num">{objectives.length}</span>
      </div>
      <ul>
        {objectives.map(({ id, title, standing, grade, progress }) => (
          <li key={id}>
            <Link to="/objectives/$objectiveId" params={{ objectiveId: id }} className={styles.okr}>
              <span dir="auto">
                {title}
                {fitting.includes(id) && <span className="soft small"> · {t('person.fits-role')}</span>}
              </span>
              <StandingMark standing={standing} host="a" />
              <span className="num">{scoreOf(grade ?? progress)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const scoreOf = (shown: number | null) => (shown === null ? '–' : score(shown));
