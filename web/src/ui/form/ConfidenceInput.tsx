import { useId, useRef, type KeyboardEvent } from 'react';
import { t } from '@/lib/i18n';
import styles from '../marks/Confidence.module.css';

const steps = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const tenWithinMs = 700;

type Props = {
  label: string;
  value: number | null;
  last?: number | null;
  error?: string;
  onChange: (value: number) => void;
};

/** Eleven steps, none chosen for you. Arrows walk, digits choose; 1 and then 0 is 10. */
export function ConfidenceInput({ label, value, last, error, onChange }: Props) {
  const name = useId();
  const oneAt = useRef(0);

  const choose = (step: number, group: HTMLElement) => {
    onChange(step);
    group.querySelector<HTMLInputElement>(`input[value="${step}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!/^\d$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const ten = event.key === '0' && event.timeStamp - oneAt.current < tenWithinMs;
    oneAt.current = event.key === '1' ? event.timeStamp : 0;
    choose(ten ? 10 : Number(event.key), event.currentTarget);
  };

  return (
    // The keys are a shortcut over native radio buttons, which stay the control.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      className={styles.input}
      onKeyDown={onKeyDown}
      aria-describedby={error ? `${name}-error` : undefined}
    >
      <legend>{label}</legend>
      <div className={styles.steps}>
        {steps.map((step) => (
          <label key={step} className={step === last ? styles.last : undefined}>
            <input
              type="radio"
              name={name}
              value={step}
              checked={value === step}
              onChange={() => onChange(step)}
              data-autofocus={step === (value ?? 0) || undefined}
            />
            <span className="num">{step}</span>
          </label>
        ))}
      </div>
      <div className={styles.ends}>
        <span>{t('confidence.low')}</span>
        {last != null && <span>{t('confidence.last', { value: last })}</span>}
        <span>{t('confidence.high')}</span>
      </div>
      {error && (
        <p className={styles.error} id={`${name}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
