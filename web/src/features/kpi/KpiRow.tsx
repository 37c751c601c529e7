import { Link } from '@tanstack/react-router';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import { useFlash } from '@/lib/live';
import { Sparkline } from '@/ui/charts/Sparkline';
import { HealthMark } from './HealthMark';
import { limitsText, valueText } from './kpi-text';
import type { Kpi } from './shapes';
import styles from './KpiRow.module.css';

/** One KPI on one line: name and limits, its last values, the newest with its day, health. */
export function KpiRow({ kpi, owner }: { kpi: Kpi; owner?: boolean }) {
  const flashing = useFlash(`${kpi.value} ${kpi.day} ${kpi.health}`);
  return (
    <li className={`${styles.row} ${flashing ? 'flash' : ''}`}>
      <span className={styles.words}>
        <Link to="/kpis/$kpiId" params={{ kpiId: kpi.id }} className={styles.name} dir="auto">
          {kpi.name}
        </Link>
        <span className="soft small">
          {[limitsText(kpi), kpi.team?.name, owner && kpi.owner.name].filter(Boolean).join(' · ')}
        </span>
      </span>
      <Sparkline values={kpi.recent.map(({ value }) => value)} low={kpi.low} high={kpi.high} />
      <span className={`${styles.value} num`}>
        <strong>{valueText(kpi)}</strong>
        <span className="soft small">{kpi.day && day(kpi.day)}</span>
      </span>
      <span className={styles.health}>
        <HealthMark health={kpi.health} />
        {kpi.trend && <span className="soft small">{t(`trend.${kpi.trend}`)}</span>}
      </span>
    </li>
  );
}
