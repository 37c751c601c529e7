import { TextInput } from '@mantine/core';
import { instantDay, readNumber } from '@/lib/format';
import { t } from '@/lib/i18n';
import { type Entry } from './check-in-run';
import { currentText, expectedText, startText, unitOf } from '../key_result/measure-text';
import type { DueKeyResult } from '../parts/shapes';
import styles from './CheckIn.module.css';

type Props = {
  keyResult: DueKeyResult;
  entry: Entry;
  error: string | undefined;
  onChange: (change: Partial<Entry>) => void;
};

/** What it is now: a number, yes or no, or the milestones that are reached. */
export function CheckInValue(props: Props) {
  const { keyResult } = props;
  if (keyResult.kpi_id)
    return <p className="soft">{t('check-in.from-kpi', { value: currentText(keyResult) })}</p>;
  if (keyResult.kind === 'milestones') return <Milestones {...props} />;
  if (keyResult.kind === 'yes_no') return <YesNo {...props} />;
  return <Figure {...props} />;
}

/** What is known already: the last value with its day and what the pace would ask for. */
function told(keyResult: DueKeyResult) {
  const { current, last_check_in, direction, kind } = keyResult;
  const expected = expectedText(keyResult);
  const measured = (direction === 'rise' || direction === 'fall') && kind !== 'yes_no';
  return [
    current !== null &&
      last_check_in &&
      t('check-in.last', { value: currentText(keyResult), day: instantDay(last_check_in.at) }),
    measured && expected && t('check-in.expected', { value: expected }),
    measured && startText(keyResult),
  ]
    .filter(Boolean)
    .join(' · ');
}

function Figure({ keyResult, entry, error, onChange }: Props) {
  const unread = entry.value.trim() !== '' && readNumber(entry.value) === undefined;
  const unit = unitOf(keyResult);
  return (
    <TextInput
      data-field="value"
      classNames={{ wrapper: styles.figure }}
      label={t('check-in.value')}
      description={told(keyResult)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      inputMode="decimal"
      autoComplete="off"
      size="md"
      value={entry.value}
      error={error ?? (unread ? t('check-in.not-a-number') : undefined)}
      rightSection={unit && <span className="soft">{unit}</span>}
      rightSectionWidth={unit.length > 4 ? 96 : 56}
      onChange={(event) => onChange({ value: event.currentTarget.value })}
    />
  );
}

function YesNo({ keyResult, entry, error, onChange }: Props) {
  return (
    <fieldset className={styles.group} data-field="value">
      <legend>{t('check-in.is-it-done')}</legend>
      {['1', '0'].map((value) => (
        <label key={value} className={styles.choice}>
          <input
            type="radio"
            name={`done-${keyResult.id}`}
            checked={entry.value === value}
            onChange={() => onChange({ value })}
          />
          {t(value === '1' ? 'value.yes' : 'value.no')}
        </label>
      ))}
      <p className="soft small">{told(keyResult)}</p>
      {error && <p className={styles.error}>{error}</p>}
    </fieldset>
  );
}

function Milestones({ keyResult, entry, onChange }: Props) {
  const turn = (id: string) =>
    entry.reached.includes(id) ? entry.reached.filter((one) => one !== id) : [...entry.reached, id];
  return (
    <fieldset className={styles.group} data-field="value">
      <legend>{t('check-in.milestones')}</legend>
      {keyResult.milestones.map(({ id, title }) => (
        <label key={id} className={styles.choice}>
          <input
            type="checkbox"
            checked={entry.reached.includes(id)}
            onChange={() => onChange({ reached: turn(id) })}
          />
          <span dir="auto">{title}</span>
        </label>
      ))}
    </fieldset>
  );
}
