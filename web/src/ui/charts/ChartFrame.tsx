import { useRef, useState, type ReactNode } from 'react';
import { t } from '@/lib/i18n';
import { csvOf, savePicture, saveText } from './chart-export';
import { Icon } from '../icons';
import styles from './ChartFrame.module.css';

export type Cell = string | number | null;
type Props = {
  title: string;
  /** The name of an exported file, without its ending. */
  file: string;
  /** What the picture shows, as a table: first column names the row. */
  columns: string[];
  rows: Cell[][];
  /** A cell as people read it; files get the bare value. */
  text?: (value: Cell, column: number, row: number) => ReactNode;
  legend?: ReactNode;
  children: ReactNode;
};

/** A picture of figures with the same figures as a table one button away, and both to take along. */
export function ChartFrame({ title, file, columns, rows, text, legend, children }: Props) {
  const [asTable, setAsTable] = useState(false);
  const picture = useRef<HTMLDivElement>(null);
  const drawn = () => picture.current?.querySelector<SVGSVGElement>('svg[data-chart]');
  return (
    <figure className={styles.frame} aria-label={title}>
      {asTable ? (
        <FigureTable title={title} columns={columns} rows={rows} text={text} />
      ) : (
        <div ref={picture}>{children}</div>
      )}
      <figcaption className={styles.foot}>
        {!asTable && legend}
        <span className={`${styles.tools} no-print`}>
          <button type="button" onClick={() => setAsTable(!asTable)}>
            {t(asTable ? 'chart.picture' : 'chart.table')}
          </button>
          {!asTable && (
            <button
              type="button"
              aria-label={t('chart.export', { title, kind: 'PNG' })}
              onClick={() => drawn() && void savePicture(drawn()!, file)}
            >
              <Icon name="down" size={14} /> {'PNG'}
            </button>
          )}
          <button
            type="button"
            aria-label={t('chart.export', { title, kind: 'CSV' })}
            onClick={() => saveText(csvOf(columns, rows), `${file}.csv`)}
          >
            <Icon name="down" size={14} /> {'CSV'}
          </button>
        </span>
      </figcaption>
    </figure>
  );
}

function FigureTable({ title, columns, rows, text }: Pick<Props, 'title' | 'columns' | 'rows' | 'text'>) {
  const shown = (value: Cell, column: number, row: number) => (text ? text(value, column, row) : value);
  return (
    <table className={styles.table}>
      <caption className="hidden-text">{title}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((value, column) =>
              column === 0 ? (
                <th key={column} scope="row" dir="auto">
                  {shown(value, column, index)}
                </th>
              ) : (
                <td key={column} className="num">
                  {shown(value, column, index)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
