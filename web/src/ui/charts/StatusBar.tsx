import { useId } from 'react';
import type { Status } from '../marks/StatusMark';
import { statusOrder } from '../marks/status-order';
import { useWidth } from './use-width';
import styles from './Charts.module.css';

type Props = { title: string; counts: Partial<Record<Status, number>>; height?: number };

/** Shares of a whole by status. Each has its own pattern beside its colour, and its count where there is room. */
export function StatusBar({ title, counts, height = 28 }: Props) {
  const [frame, width] = useWidth(60);
  const id = useId();
  const shown = statusOrder.filter((status) => (counts[status] ?? 0) > 0);
  const all = shown.reduce((sum, status) => sum + counts[status]!, 0);
  const gap = 2;
  const room = width - gap * Math.max(0, shown.length - 1);
  const parts = shown.map((status, index) => {
    const before = shown.slice(0, index).reduce((sum, earlier) => sum + counts[earlier]!, 0);
    return { status, x: (before / all) * room + index * gap, width: (counts[status]! / all) * room };
  });
  return (
    <div ref={frame} className={styles.frame}>
      <svg
        data-chart
        className={styles.svg}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={title}
      >
        <Patterns id={id} />
        {all === 0 && <rect className={styles.none} width={width} height={height} rx="4" />}
        {parts.map((part) => (
          <g key={part.status} className={styles[part.status]}>
            <rect className={styles.part} x={part.x} width={part.width} height={height} rx="3" />
            {part.status in hatches && (
              <rect
                fill={`url(#${id}-${part.status})`}
                x={part.x}
                width={part.width}
                height={height}
                rx="3"
              />
            )}
            {part.width > 22 && height >= 20 && (
              <text
                className={styles.onPart}
                x={part.x + part.width / 2}
                y={height / 2 + 4}
                textAnchor="middle"
              >
                {counts[part.status]}
              </text>
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}

/** Lines over the colour: the more worry, the denser. */
const hatches: Partial<Record<Status, string>> = {
  at_risk: 'M0 8 8 0',
  off_track: 'M0 8 8 0M0 0l8 8',
  stale: 'M4 0v8',
  no_news: 'M0 4h8',
  nearly: 'M0 2h8',
  learned: 'M0 4h4',
  partly: 'M0 2h8M0 6h8',
  missed: 'M2 0l4 8M6 0 2 8',
  unmeasured: 'M0 2h8M4 4v4',
};

function Patterns({ id }: { id: string }) {
  return (
    <defs>
      {Object.entries(hatches).map(([status, path]) => (
        <pattern key={status} id={`${id}-${status}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <path className={styles.over} d={path} />
        </pattern>
      ))}
    </defs>
  );
}
