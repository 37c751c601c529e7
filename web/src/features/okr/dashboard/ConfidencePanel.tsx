import { Link } from '@tanstack/react-router';
import { day, number } from '@/lib/format';
import { t } from '@/lib/i18n';
import { ChartFrame } from '@/ui/charts/ChartFrame';
import { WeekLine } from '@/ui/charts/WeekLine';
import type { Dashboard } from '../parts/shapes';
import { checkInsOf } from './drill';
import { Panel } from './Panel';

const safe = 4;

/** How sure people are that they get there, week by week. */
export function ConfidencePanel({ board }: { board: Dashboard }) {
  const { cycle, confidence } = board;
  const last = confidence.at(-1);
  return (
    <Panel
      title={t('dash.confidence')}
      aside={last && t('dash.confidence.last', { value: number(last.average, 1) })}
    >
      <ChartFrame
        title={t('dash.confidence')}
        file={`confidence-${cycle.name}`}
        columns={[
          t('dash.week'),
          t('dash.confidence.average'),
          t('dash.check-ins'),
          t('dash.confidence.low'),
        ]}
        rows={confidence.map(({ week, average, check_ins, low }) => [String(week), average, check_ins, low])}
        text={(value, column, row) => {
          const shown = typeof value === 'number' ? number(value, 1) : value;
          if (column < 2 || !value) return shown;
          return (
            <Link {...checkInsOf(board, confidence[row]!.week, column === 3 ? 'true' : undefined)}>
              {shown}
            </Link>
          );
        }}
        legend={<span>{t('dash.confidence.legend')}</span>}
      >
        <WeekLine
          title={`${t('dash.confidence')}: ${confidence.map(({ week, average }) => `${week}: ${number(average, 1)}`).join(', ')}`}
          points={confidence.map(({ week, average, monday, check_ins }) => ({
            week,
            value: average,
            note: t('dash.confidence.note', {
              day: day(monday),
              value: number(average, 1),
              count: check_ins,
            }),
          }))}
          weeks={cycle.weeks}
          now={cycle.week}
          range={[0, 10]}
          low={safe}
          lowText={t('dash.confidence.zone')}
          link={(week, shown) => <Link {...checkInsOf(board, week)}>{shown}</Link>}
          weekText={(week) => t('dash.week.short', { week })}
        />
      </ChartFrame>
    </Panel>
  );
}
