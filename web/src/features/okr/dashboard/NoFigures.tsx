import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { EmptyState } from '@/ui/EmptyState';
import type { Dashboard } from '../parts/shapes';

/** Nothing is published here: no chart of nothing, but what to do about it. */
export function NoFigures({ board: { cycle, team, person } }: { board: Dashboard }) {
  const whose = person?.name ?? team?.name;
  const title = whose
    ? t('dash.nothing.of', { name: whose, cycle: cycle.name })
    : t('dash.nothing', { cycle: cycle.name });
  if (cycle.phase === 'closed') return <EmptyState title={title}>{t('dash.nothing.closed')}</EmptyState>;
  return (
    <EmptyState
      title={title}
      action={
        !person && (
          <Link to="/write" search={{ team: team?.id }} className="button">
            {t('dash.nothing.write')}
          </Link>
        )
      }
    >
      {t('dash.nothing.text')}
    </EmptyState>
  );
}
