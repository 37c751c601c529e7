import { Link } from '@tanstack/react-router';
import { number, percent, score } from '@/lib/format';
import type { ReactNode } from 'react';
import { t } from '@/lib/i18n';
import { ChartFrame } from '@/ui/charts/ChartFrame';
import { Histogram } from '@/ui/charts/Histogram';
import type { Dashboard } from '../parts/shapes';
import { keyResultsOf } from './drill';
import { Panel } from './Panel';

/** The grades of all key results as a spread: an average alone hides whether all are middling or half are lost. */
export function SpreadPanel({ board }: { board: Dashboard }) {
  const { bars, tally, so_far, unmeasured } = board.spread;
  const title = t(so_far ? 'dash.spread.so-far' : 'dash.spread');
  const behind = (tenth: number, shown: ReactNode) => (
    <Link {...keyResultsOf(board, { tenth: String(tenth) })}>{shown}</Link>
  );
  const labels = bars.map((_, tenth) => score(tenth / 10));
  return (
    <Panel
      title={title}
      aside={
        tally &&
        t('dash.spread.words', {
          average: number(tally.average),
          share: percent(tally.success_share),
        })
      }
    >
      <ChartFrame
        title={title}
        file={`spread-${board.cycle.name}`}
        columns={[t('dash.grade'), t('dash.key-results')]}
        rows={bars.map((count, tenth) => [labels[tenth]!, count])}
        text={(value, column, tenth) => (column === 1 && value ? behind(tenth, value) : value)}
        legend={
          <p className="soft">
            {t('dash.spread.legend')}{' '}
            {unmeasured > 0 && (
              <Link {...keyResultsOf(board, { unmeasured: 'true' })}>
                {t('dash.spread.unmeasured', { count: unmeasured })}
              </Link>
            )}
          </p>
        }
      >
        <Histogram
          title={`${title}: ${bars.map((count, tenth) => `${labels[tenth]}: ${count}`).join(', ')}`}
          bars={bars.map((count, tenth) => ({ label: labels[tenth]!, count, strong: tenth >= 7 }))}
          link={behind}
          mark={
            tally
              ? { at: tally.average, text: t('dash.average', { value: number(tally.average) }) }
              : undefined
          }
        />
      </ChartFrame>
    </Panel>
  );
}
