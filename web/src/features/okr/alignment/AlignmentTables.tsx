import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { components } from '@/api/schema';
import { t } from '@/lib/i18n';
import type { OverviewSearch } from '../filter/search';
import tables from '../parts/FigureTable.module.css';
import styles from './Alignment.module.css';

type Shapes = components['schemas'];
type Level = Shapes['AlignmentLevel'];
type Figures = Omit<Level, 'level'>;

/** A department and a team are one level of the filter: what they own is listed team by team. */
export function ByLevel({ levels }: { levels: Level[] }) {
  return (
    <section className={`card ${styles.part}`} aria-labelledby="by-level">
      <h2 id="by-level">{t('alignment.levels')}</h2>
      <Table first={t('alignment.level')}>
        {levels.map(({ level, ...figures }) => (
          <Line
            key={level}
            figures={figures}
            list={level === 'company' || level === 'person' ? { level } : undefined}
          >
            {t(`alignment.level.${level}`)}
          </Line>
        ))}
      </Table>
    </section>
  );
}

export function ByTeam({ teams }: { teams: Shapes['AlignmentTeam'][] }) {
  return (
    <section className={`card ${styles.part}`} aria-labelledby="by-team">
      <h2 id="by-team">{t('alignment.teams')}</h2>
      <Table first={t('alignment.team')}>
        {teams.map(({ team, silo, ...figures }) => (
          <Line key={team.id} figures={figures} list={{ team: team.id, only_team: 'true' }}>
            <span dir="auto">{team.name}</span>
            <span className={`soft small ${tables.under}`}>
              {[team.kind === 'department' && t('team.kind.department'), silo && t('alignment.silo')]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </Line>
        ))}
      </Table>
    </section>
  );
}

const Table = ({ first, children }: { first: string; children: ReactNode }) => (
  <div className={tables.scroll}>
    <table className={tables.table}>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col">{t('dash.objectives')}</th>
          <th scope="col">{t('alignment.supporting')}</th>
          <th scope="col">{t('alignment.alone')}</th>
          <th scope="col">{t('alignment.from-below')}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);

type LineProps = { figures: Figures; list?: OverviewSearch; children: ReactNode };

/** Each figure leads to the objectives that it counts. */
function Line({ figures: { objectives, supporting, alone, from_below }, list, children }: LineProps) {
  const figure = (count: number, asked: OverviewSearch) =>
    list && count > 0 ? (
      <Link to="/okrs" search={({ cycle }) => ({ cycle, ...list, state: 'settled', ...asked })}>
        {count}
      </Link>
    ) : (
      count
    );
  return (
    <tr>
      <th scope="row">{children}</th>
      <td className="num">{figure(objectives, {})}</td>
      <td className="num">{figure(supporting, { linked: 'true' })}</td>
      <td className="num">{figure(alone, { unlinked: 'true' })}</td>
      <td className="num">{figure(from_below, { from_below: 'true' })}</td>
    </tr>
  );
}
