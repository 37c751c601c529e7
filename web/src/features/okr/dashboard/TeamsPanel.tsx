import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { components } from '@/api/schema';
import { percent, score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { StatusBar } from '@/ui/charts/StatusBar';
import { statusOrder } from '@/ui/marks/status-order';
import { AverageGrade } from '../parts/AverageGrade';
import tables from '../parts/FigureTable.module.css';
import type { Dashboard } from '../parts/shapes';
import { listOf } from './drill';
import { Panel } from './Panel';
import styles from './TeamsPanel.module.css';

type Figures = components['schemas']['CountedFigures'];

/** What stands beside the figures: team by team, in the order of their names (this is no league table), and the people. */
export function TeamsPanel({ board }: { board: Dashboard }) {
  const { team: own, teams, people } = board;
  if (teams.length === 0 && !people) return null;
  const timed = teams.some(({ on_time }) => on_time !== null);
  const graded = teams.some(({ grades }) => grades.graded > 0);
  return (
    <Panel
      title={t(own ? 'dash.beside' : 'dash.teams')}
      aside={
        <Link to="/alignment" search={({ cycle }) => ({ cycle })}>
          {t('alignment.link')}
        </Link>
      }
    >
      <div className={tables.scroll}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{t('dash.team')}</th>
              <th scope="col">{t('dash.objectives')}</th>
              <th scope="col">{t('dash.progress')}</th>
              <th scope="col">{t('dash.at-success')}</th>
              {timed && <th scope="col">{t('dash.in-time')}</th>}
              {graded && <th scope="col">{t('grades.column', { line: score(teams[0]!.grades.line) })}</th>}
              <th scope="col" className={styles.wide}>
                {t('dash.key-results')}
              </th>
            </tr>
          </thead>
          <tbody>
            {teams.map(({ team, subteams, grades, on_time, ...figures }) => (
              <Line
                key={team.id}
                figures={figures}
                list={listOf({ team, person: null, everybody: false })}
                inTime={timed && (on_time ? t('dash.percent', { share: percent(on_time.share) }) : '–')}
                average={graded && <AverageGrade grades={grades} />}
              >
                <Link to="/teams/$teamId/dashboard" params={{ teamId: team.id }} dir="auto">
                  {team.name}
                </Link>
                {subteams > 0 && (
                  <span className={`soft small ${tables.under}`}>
                    {t('dash.subteams', { count: subteams })}
                  </span>
                )}
              </Line>
            ))}
            {people && (
              <Line
                figures={people}
                list={listOf(board, { team: own?.id, level: 'person', state: 'settled' })}
                inTime={timed && '–'}
                average={graded && '–'}
              >
                {t(own ? 'dash.people.of' : 'dash.people')}
              </Line>
            )}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

type LineProps = {
  figures: Figures;
  list: ReturnType<typeof listOf>;
  inTime: ReactNode;
  average: ReactNode;
  children: ReactNode;
};

/** People have no average of grades. */
function Line({ figures, list, inTime, average, children }: LineProps) {
  const { objectives, progress, success_share, statuses } = figures;
  return (
    <tr>
      <th scope="row">{children}</th>
      <td className="num">
        <Link {...list}>{objectives}</Link>
      </td>
      <td className="num">{progress === null ? '–' : score(progress)}</td>
      <td className="num">
        {success_share === null ? '–' : t('dash.percent', { share: percent(success_share) })}
      </td>
      {inTime && <td className="num">{inTime}</td>}
      {average && <td>{average}</td>}
      <td className={styles.wide}>
        <StatusBar
          title={statusOrder
            .filter((status) => statuses[status] > 0)
            .map((status) => `${statuses[status]} ${t(`status.${status}`)}`)
            .join(', ')}
          counts={statuses}
          height={20}
        />
      </td>
    </tr>
  );
}

/** Teams that have published nothing in this cycle. */
export function SilentTeams({ board }: { board: Dashboard }) {
  const teams = board.teams_without_okrs;
  if (teams.length === 0) return null;
  return (
    <Panel title={t('dash.silent', { count: teams.length })}>
      <ul>
        {teams.map(({ id, name }) => (
          <li key={id}>
            <Link to="/teams/$teamId" params={{ teamId: id }} dir="auto">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
