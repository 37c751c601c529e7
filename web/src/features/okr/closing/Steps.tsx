import { useId } from 'react';
import { score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { tenths } from './closing';
import styles from './Steps.module.css';

type Props = {
  label: string;
  value: number | null;
  suggested: number | null;
  onChange: (grade: number) => void;
};

/** Eleven grades; the suggested one is marked, and 0.7 is where success begins. */
export function Steps({ label, value, suggested, onChange }: Props) {
  const name = useId();
  return (
    <fieldset className={styles.steps}>
      <legend className="hidden-text">{label}</legend>
      {tenths.map((tenth) => (
        <label key={tenth} className={tenth === suggested ? styles.suggested : undefined}>
          <input
            type="radio"
            name={name}
            value={tenth}
            checked={value === tenth}
            onChange={() => onChange(tenth)}
          />
          <span className="num">{score(tenth)}</span>
          {tenth === suggested && <span className="hidden-text">{t('close.suggested.mark')}</span>}
        </label>
      ))}
    </fieldset>
  );
}
