import { t } from '@/lib/i18n';
import { Mark, type Shape } from '@/ui/marks/Mark';
import type { Health } from './shapes';

const shapes: Record<Health, Shape> = {
  healthy: {
    tone: 'on_track',
    path: 'M8 14C2 10 1 7 1.6 4.8 2.4 2.2 6 1.6 8 4.6c2-3 5.6-2.4 6.4.2C15 7 14 10 8 14z',
  },
  near: { tone: 'at_risk', path: 'M8 1.2 15.4 14.4H.6z' },
  out_of_range: { tone: 'off_track', path: 'M2 2h12v12H2z' },
  unknown: { tone: 'stale', path: 'M2 8h12', hollow: true },
};

/** How a standing measure does: a shape, a word and a colour. */
export const HealthMark = ({ health, count }: { health: Health; count?: number }) => (
  <Mark shape={shapes[health]}>
    {count !== undefined && <strong className="num">{count}</strong>}
    {t(`health.${health}`)}
  </Mark>
);
