import { NativeSelect, TextInput } from '@mantine/core';
import { t } from '@/lib/i18n';
import { KeyResultBar } from '@/ui/marks/KeyResultBar';
import { barLabel, currentText, endTexts, gradeText, valueText } from '../key_result/measure-text';
import type { ClosureSuggestion, KeyResult } from '../parts/shapes';
import { causes, type Ending } from './closing';
import styles from './Closing.module.css';

type Part = Ending['parts'][string];
type Props = {
  keyResult: KeyResult;
  suggested?: ClosureSuggestion['key_results'][number];
  part: Part;
  error?: string;
  onChange: (part: Part) => void;
};

/** Hit or missed, where it was measured; a missed one names its cause, a grade beside it says how far it came. */
export function CloseKeyResult({ keyResult, suggested, part, error, onChange }: Props) {
  const [from, to] = endTexts(keyResult);
  const first = suggested?.first_target ?? null;
  return (
    <li className={styles.keyResult}>
      <p className={styles.title} dir="auto">
        {keyResult.title}
      </p>
      <KeyResultBar progress={keyResult.raw_progress} from={from} to={to} label={barLabel(keyResult)} />
      <p className="soft small">
        {suggested?.outcome
          ? t(suggested.outcome === 'hit' ? 'close.part-hit' : 'close.part-missed', {
              value: currentText(keyResult),
              target: to,
              grade: gradeText(suggested.grade),
              verdict: t(`verdict.${suggested.verdict}`),
            })
          : t('close.unmeasured')}
        {first !== null && ` · ${t('close.first-target', { target: valueText(first, keyResult) })}`}
      </p>
      {suggested?.outcome && (
        <fieldset className={styles.choices}>
          <legend className="hidden-text">{t('close.outcome', { title: keyResult.title })}</legend>
          {(['hit', 'missed'] as const).map((outcome) => (
            <label key={outcome}>
              <input
                type="radio"
                name={`outcome-${keyResult.id}`}
                checked={part.outcome === outcome}
                onChange={() => onChange({ ...part, outcome })}
              />
              {t(`outcome.${outcome}`)}
            </label>
          ))}
        </fieldset>
      )}
      {part.outcome === 'missed' && (
        <div className={styles.why}>
          <NativeSelect
            label={t('close.part-cause')}
            data={[
              { value: '', label: t('cause.choose') },
              ...causes.map((value) => ({ value, label: t(`cause.${value}`) })),
            ]}
            value={part.cause}
            error={error}
            onChange={(event) => onChange({ ...part, cause: event.currentTarget.value as Part['cause'] })}
          />
          <TextInput
            label={t('close.part-note')}
            value={part.note}
            onChange={(event) => onChange({ ...part, note: event.currentTarget.value })}
          />
        </div>
      )}
    </li>
  );
}
