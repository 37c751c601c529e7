import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { instant } from '@/lib/format';
import { t } from '@/lib/i18n';
import { meQuery } from '@/lib/session';
import { HowFigures } from '@/ui/HowFigures';
import { PageHead } from '@/ui/PageHead';
import { AimSigns } from '../parts/AimSigns';
import type { Dashboard as Board } from '../parts/shapes';
import { AttentionPanel } from './AttentionPanel';
import { ConfidencePanel } from './ConfidencePanel';
import { LoadPanel } from './LoadPanel';
import { NoFigures } from './NoFigures';
import { SpreadPanel } from './SpreadPanel';
import { StatusPanel } from './StatusPanel';
import { SilentTeams, TeamsPanel } from './TeamsPanel';
import { Tiles } from './Tiles';
import { UsagePanel } from './UsagePanel';
import styles from './Dashboard.module.css';

type Props = { board: Board; actions: ReactNode; run: ReactNode };

/** Change and run side by side: what the OKRs of a scope say, and how its standing measures do. */
export function Dashboard({ board, actions, run }: Props) {
  const { cycle, team, person, everybody } = board;
  const closed = cycle.phase === 'closed';
  return (
    <div className={styles.page}>
      <PageHead
        title={person?.name ?? team?.name ?? t(everybody ? 'dash.everybody' : 'dash.company')}
        text={
          <>
            {[cycle.name, closed || cycle.week === 0 ? t(`phase.${cycle.phase}`) : t('cycle.week', cycle)]
              .filter(Boolean)
              .join(' · ')}
            {' · '}
            <span role="status">{t('dash.as-of', { time: instant(board.as_of) })}</span>
          </>
        }
      >
        <div className={`${styles.actions} no-print`}>{actions}</div>
      </PageHead>
      <div className={styles.sides}>
        <div className={styles.change}>
          <h2 className={styles.side}>
            {t('dash.change')} <span className="soft small">{t('dash.change.text')}</span>
          </h2>
          <HowFigures about="team" />
          {board.objectives > 0 ? <Figures board={board} /> : <NoFigures board={board} />}
          <Aims board={board} />
          {!person && <TeamsPanel board={board} />}
        </div>
        <div className={styles.run}>
          {run}
          {!team && !person && <SilentTeams board={board} />}
          {!team && !person && <UsagePanel />}
        </div>
      </div>
    </div>
  );
}

/** A team's, and the reader's own: nobody is asked about the aims of somebody else. */
function Aims({ board: { cycle, team, person } }: { board: Board }) {
  const { data: me } = useQuery(meQuery);
  if (team) return <AimSigns team={team.id} cycle={cycle.id} />;
  return person && person.id === me?.id ? <AimSigns cycle={cycle.id} /> : null;
}

function Figures({ board }: { board: Board }) {
  const { cycle, person } = board;
  const open = cycle.phase !== 'closed';
  return (
    <>
      <Tiles board={board} />
      {open && <AttentionPanel board={board} />}
      <StatusPanel board={board} />
      <div className={styles.pair}>
        {!person && <SpreadPanel board={board} />}
        <ConfidencePanel board={board} />
      </div>
      {open && !person && <LoadPanel board={board} />}
    </>
  );
}
