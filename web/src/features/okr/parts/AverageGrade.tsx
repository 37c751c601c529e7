import type { components } from '@/api/schema';
import { number } from '@/lib/format';
import { t } from '@/lib/i18n';
import { GradeLine } from '@/ui/marks/GradeLine';
import styles from './AverageGrade.module.css';

type Props = { grades: components['schemas']['GivenGrades'] };

/** The average of the grades that were given, beside the line that a stretch aims at; few are none. */
export function AverageGrade({ grades: { graded, of, average, band, line } }: Props) {
  if (average === null || band === null)
    return <span className="soft small">{t('grades.few', { graded, of })}</span>;
  return (
    <span className={styles.average}>
      <span className={styles.words}>
        <span className="num">{number(average)}</span> {t(`verdict.${band}`)}
        {graded < of && <span className="soft small"> {t('grades.graded', { graded, of })}</span>}
      </span>
      <GradeLine value={average} line={line} />
    </span>
  );
}
