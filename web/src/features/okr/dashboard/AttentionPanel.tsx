import { Link } from '@tanstack/react-router';
import { score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { PersonChip } from '@/ui/PersonChip';
import { StatusMark } from '@/ui/StatusMark';
import { reasonText, statusDetail } from '../measure-text';
import type { Dashboard } from '../shapes';
import { Panel } from './Panel';
import styles from './AttentionPanel.module.css';

/** What needs somebody's attention first. */
export function AttentionPanel({ board }: { board: Dashboard }) {
  return (
    <Panel title={t('dash.attention')}>
      {board.attention.length === 0 && <p className="soft">{t('dash.attention.none')}</p>}
      <ul>
        {board.attention.map(({ id, title, standing, progress, accountable, accountable_left }) => (
          <li key={id} className={styles.row}>
            <StatusMark status={standing.status} detail={statusDetail(standing)} />
            <span className={styles.words}>
              <Link to="/objectives/$objectiveId" params={{ objectiveId: id }} dir="auto">
                {title}
              </Link>
              <span className="soft small">{reasonText(standing)}</span>
            </span>
            <span className="num">{progress !== null && score(progress)}</span>
            <PersonChip name={accountable.name} bare left={accountable_left} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
