import { NativeSelect } from '@mantine/core';
import { day, monthName } from '@/lib/format';
import { t } from '@/lib/i18n';
import type { ImportAnswer } from './import';
import styles from './Import.module.css';

type Props = { answer: ImportAnswer; onFiscalStart: (month: number) => void };

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** The days that the names of cycles stand for; where one is of a fiscal year, the month with which that begins. */
export function ImportCycles({ answer: { cycles, fiscal_start }, onFiscalStart }: Props) {
  if (cycles.length === 0) return null;
  return (
    <section className={`card ${styles.part}`}>
      <h2>{t('import.cycles')}</h2>
      {fiscal_start !== null && (
        <NativeSelect
          className={styles.month}
          label={t('import.fiscal-start')}
          description={t('import.fiscal-start.hint')}
          value={String(fiscal_start)}
          data={months.map((month) => ({ value: String(month), label: monthName(month) }))}
          onChange={(event) => onFiscalStart(Number(event.currentTarget.value))}
        />
      )}
      <ul className={styles.counts}>
        {cycles.map(({ name, starts_on, ends_on }) => (
          <li key={name}>
            <strong dir="auto">{name}</strong>{' '}
            <span className="num">{t('import.days', { from: day(starts_on), until: day(ends_on) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
