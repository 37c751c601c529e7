import { NativeSelect, TextInput } from '@mantine/core';
import { t } from '@/lib/i18n';
import { PersonInput } from '@/ui/form/PersonInput';
import { KpiInput } from './KpiInput';
import { takenFromKpi } from './kpi-taken';
import { blankKeyResult, type WrittenKeyResult } from './written';
import styles from './WriteObjective.module.css';

type Props = {
  keyResult: WrittenKeyResult;
  error: (field: string) => string | undefined;
  onChange: (next: WrittenKeyResult) => void;
  /** What stays as it was published, as the history names it. */
  stays: string[];
};

const indicators = ['', 'leading', 'lagging'] as const;
const levels = ['commit', 'stretch', 'weight'] as const;
const rest = [...levels, 'owner', 'kpi_id', 'indicator', 'due_on', 'counter'] as const;

/** Somebody has said more of it than how it is measured. */
export const saysMore = (keyResult: WrittenKeyResult) =>
  rest.some((name) => keyResult[name] !== blankKeyResult[name]);

/** What most key results do without: owner, day, levels, weight, KPI, what must not get worse. */
export function KeyResultMore({ keyResult, error, onChange, stays }: Props) {
  const change = (part: Partial<WrittenKeyResult>) => onChange({ ...keyResult, ...part });
  const measured = keyResult.kind !== 'yes_no' && keyResult.kind !== 'milestones';
  return (
    <div className={styles.line}>
      {!stays.includes('owner') && (
        <PersonInput
          label={t('write.kr-owner')}
          placeholder={t('write.kr-owner.default')}
          person={keyResult.owner}
          error={error('owner_id')}
          onChange={(owner) => change({ owner })}
        />
      )}
      <TextInput
        type="date"
        label={t('write.due')}
        disabled={stays.includes('due_on')}
        value={keyResult.due_on}
        error={error('due_on')}
        onChange={(event) => change({ due_on: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('write.indicator')}
        data={indicators.map((value) => ({ value, label: t(`indicator.${value || 'none'}`) }))}
        value={keyResult.indicator}
        onChange={(event) =>
          change({ indicator: event.currentTarget.value as WrittenKeyResult['indicator'] })
        }
      />
      {levels
        .filter((name) => measured || name === 'weight')
        .map((name) => (
          <TextInput
            key={name}
            className={styles.figure}
            label={t(`write.${name}`)}
            title={t(`write.${name}.hint`)}
            inputMode="decimal"
            autoComplete="off"
            disabled={stays.includes(name)}
            value={keyResult[name]}
            error={error(name)}
            onChange={(event) => change({ [name]: event.currentTarget.value })}
          />
        ))}
      {measured && !stays.includes('kpi') && (
        <KpiInput
          kpi={keyResult.kpi_id}
          error={error('kpi_id')}
          onChoose={(kpi) => onChange(takenFromKpi(keyResult, kpi))}
          onClear={() => change({ kpi_id: '' })}
        />
      )}
      <TextInput
        className={styles.title}
        label={t('write.counter')}
        description={t('write.counter.hint')}
        value={keyResult.counter}
        error={error('counter')}
        onChange={(event) => change({ counter: event.currentTarget.value })}
      />
    </div>
  );
}
