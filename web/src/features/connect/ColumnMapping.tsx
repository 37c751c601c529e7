import { NativeSelect } from '@mantine/core';
import { t } from '@/lib/i18n';
import type { ImportAnswer, Wishes } from './import';
import styles from './Import.module.css';

type Props = {
  answer: ImportAnswer;
  chosen: Wishes['columns'];
  onChange: (column: string, field: string) => void;
};

/** Which column of the file is which of ours; a change previews again. */
export function ColumnMapping({ answer: { columns, fields, problem }, chosen, onChange }: Props) {
  return (
    <section className={`card ${styles.part}`}>
      <h2>{t('import.columns')}</h2>
      {problem ? <p role="alert">{problem}</p> : <p className="soft small">{t('import.columns.text')}</p>}
      <ul className={styles.columns}>
        {columns.map(({ column, field }) => (
          <li key={column}>
            <NativeSelect
              label={column}
              value={chosen[column] ?? field ?? ''}
              data={[
                { value: '', label: t('import.not-used') },
                ...fields.map(({ name, required }) => ({
                  value: name,
                  label: required ? t('import.needed', { name }) : name,
                })),
              ]}
              onChange={(event) => onChange(column, event.currentTarget.value)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
