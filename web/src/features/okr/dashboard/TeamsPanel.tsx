import { Link } from '@tanstack/react-router';
import { score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { StatusBar } from '@/ui/StatusBar';
import { statusOrder } from '@/ui/status-order';
import type { Dashboard } from '../shapes';
import { listOf } from './drill';
import { Panel } from './Panel';
import styles from './TeamsPanel.module.css';

/** Team by team, in the order of their names: this is no league table. */
export function TeamsPanel({ board }: { board: Dashboard }) {
  return (
    <Panel title={t('dash.teams')}>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('dash.team')}</th>
              <th scope="col">{t('dash.objectives')}</th>
              <th scope="col">{t('dash.progress')}</th>
              <th scope="col" className={styles.wide}>
                {t('dash.key-results')}
              </th>
            </tr>
          </thead>
          <tbody>
            {board.teams.map(({ team, subteams, objectives, progress, statuses }) => (
              <tr key={team.id}>
                <th scope="row">
                  <Link to="/teams/$teamId/dashboard" params={{ teamId: team.id }} dir="auto">
                    {team.name}
                  </Link>
                  {subteams > 0 && (
                    <span className={`soft small ${styles.below}`}>
                      {t('dash.subteams', { count: subteams })}
                    </span>
                  )}
                </th>
                <td className="num">
                  <Link {...listOf({ team, person: null })}>{objectives}</Link>
                </td>
                <td className="num">{progress === null ? '–' : score(progress)}</td>
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
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
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
