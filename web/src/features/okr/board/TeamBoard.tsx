import { Link } from '@tanstack/react-router';
import { score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { HowFigures } from '@/ui/HowFigures';
import { PageHead } from '@/ui/PageHead';
import { EmptyState } from '@/ui/EmptyState';
import { TeamTabs } from '@/ui/TeamTabs';
import { AdviceList } from '../parts/AdviceList';
import { LatePart } from '../check_in/LatePart';
import { ObjectiveCard } from '../key_result/ObjectiveCard';
import { PastFigures } from '../key_result/PastFigures';
import type { TeamBoard as Board } from '../parts/shapes';
import { TeamConcerns } from './TeamConcerns';
import { TeamPicker } from './TeamPicker';
import { useCycle } from '../parts/use-cycle';
import styles from './TeamBoard.module.css';

/** `named` is the cycle that the address names, if it names one. */
export function TeamBoard({ board, named }: { board: Board; named?: string }) {
  const { team, objectives, counted, drafts, progress, advice, may } = board;
  const { cycle } = useCycle();
  const closed = cycle?.phase === 'closed';
  const mayWrite = may.includes('write_objective') && !closed;
  const write = mayWrite && (
    <Link to="/write" search={{ team: team.id }} className="button no-print">
      {t('board.write')}
    </Link>
  );
  return (
    <>
      <PageHead
        title={team.name}
        text={[
          board.cycle.name,
          cycle && cycle.week > 0 && t('cycle.week', { week: cycle.week, weeks: cycle.weeks }),
          t('board.count', { count: counted }),
          progress !== null && t('board.progress', { progress: score(progress) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      >
        <nav className={`${styles.more} no-print`} aria-label={t('board.more')}>
          <Link to="/teams/$teamId/dashboard" params={{ teamId: team.id }}>
            {t('board.dashboard')}
          </Link>
          <Link to="/teams/$teamId/retro/$cycleId" params={{ teamId: team.id, cycleId: board.cycle.id }}>
            {t('board.retro')}
          </Link>
          <Link to="/teams/$teamId/present" params={{ teamId: team.id }} search={{ cycle: board.cycle.id }}>
            {t('board.present')}
          </Link>
          <Link to="/cycles/$cycleId" params={{ cycleId: board.cycle.id }}>
            {t('board.cycle')}
          </Link>
        </nav>
        <div className={styles.picker}>
          <TeamPicker team={team.id} />
        </div>
        {write}
      </PageHead>
      <TeamTabs team={team.id} />
      <p className="soft small">
        {drafts > 0 && <>{t('board.drafts', { count: drafts })} · </>}
        <HowFigures about="team" />
      </p>
      <AdviceList advice={advice} />
      <LatePart cycle={board.cycle.id} team={team.id} />
      {cycle?.phase === 'planning' && <PastFigures cycle={cycle.id} team={team.id} open={false} />}
      <div className={styles.columns}>
        {objectives.length === 0 ? (
          <EmptyState title={t(closed ? 'no-okrs.title' : 'board.empty.title')} action={write}>
            {t(closed ? 'no-okrs.text' : 'board.empty.text')}
          </EmptyState>
        ) : (
          <div className={styles.cards}>
            {objectives.map((objective) => (
              <ObjectiveCard key={objective.id} objective={objective} />
            ))}
          </div>
        )}
        <TeamConcerns team={team.id} cycle={named} />
      </div>
    </>
  );
}
