import { Link } from '@tanstack/react-router';
import { instantDay, score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { PersonChip } from '@/ui/PersonChip';
import { reasonText } from '@/ui/marks/standing-text';
import { StandingMark } from '@/ui/marks/StandingMark';
import type { Dashboard } from '../parts/shapes';
import { Panel } from './Panel';
import styles from './AttentionPanel.module.css';

/** What needs somebody's attention first: whose it is, why, and what was said of it last. */
export function AttentionPanel({ board }: { board: Dashboard }) {
  const beyond = !board.team && !board.person && !board.everybody; // the company's page looks further than its figures
  return (
    <Panel title={t(beyond ? 'dash.attention.everywhere' : 'dash.attention')}>
      {board.attention.length === 0 && <p className="soft">{t('dash.attention.none')}</p>}
      <ul>
        {board.attention.map(
          ({ id, title, standing, progress, accountable, accountable_left, team, last_check_in }) => (
            <li key={id} className={styles.row}>
              <StandingMark standing={standing} />
              <span className={styles.words}>
                <Link to="/objectives/$objectiveId" params={{ objectiveId: id }} dir="auto">
                  {title}
                </Link>
                <span className="soft small">
                  {[team?.name, reasonText(standing)].filter(Boolean).join(' · ')}
                </span>
                {last_check_in && (
                  <span className={`soft small ${styles.said}`} dir="auto">
                    {[instantDay(last_check_in.at), last_check_in.what_happened].filter(Boolean).join(': ')}
                  </span>
                )}
              </span>
              <span className="num">{progress !== null && score(progress)}</span>
              <PersonChip name={accountable.name} left={accountable_left} />
            </li>
          ),
        )}
      </ul>
    </Panel>
  );
}
