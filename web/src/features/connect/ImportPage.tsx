import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { meQuery } from '@/lib/session';
import { Choice } from '@/ui/form/Choice';
import { FormProblem } from '@/ui/form/FormProblem';
import { ColumnMapping } from './ColumnMapping';
import { Exports } from './Exports';
import { ImportCycles } from './ImportCycles';
import { ImportPreview } from './ImportPreview';
import type { Kind } from './import';
import { useImport } from './use-import';
import styles from './Import.module.css';

const route = getRouteApi('/in/admin/import');

/** Brings a file in: choose it, see what would be made, put the columns right, apply. All of it or nothing. */
export function ImportPage() {
  const { data: me } = useSuspenseQuery(meQuery);
  const kinds: Kind[] = me.may.includes('set_roles') ? ['okrs', 'people'] : ['okrs'];
  const asked = route.useSearch().kind;
  const kind = kinds.find((known) => known === asked) ?? 'okrs';
  const navigate = route.useNavigate();
  const { file, wishes, answer, error, busy, choose, change, clear, apply } = useImport(kind);
  const pick = async (picked: File | null | undefined) =>
    picked && choose({ name: picked.name, text: await picked.text() });
  const ready = answer && !answer.kept && !answer.problem && answer.rejected.length === 0;
  return (
    <div className={styles.page}>
      <section className={`card ${styles.part}`}>
        <h2>{t('import.title')}</h2>
        <p className="soft">{t('import.text')}</p>
        <div className={styles.row}>
          <Choice
            label={t('import.kind')}
            value={kind}
            options={kinds.map((value) => ({ value, text: t(`import.kind.${value}`) }))}
            onChange={(value) => {
              void navigate({ search: { kind: value }, replace: true });
              clear();
            }}
          />
          <label className={`button ${styles.file}`}>
            {file ? t('import.other-file') : t('import.file')}
            <input
              key={`${kind}${file?.name}`}
              type="file"
              accept=".csv,text/csv"
              onChange={(event) => void pick(event.currentTarget.files?.[0])}
            />
          </label>
          {file && <span dir="auto">{file.name}</span>}
        </div>
        <FormProblem error={error} />
      </section>
      {answer && file && !answer.kept && (
        <>
          <ColumnMapping
            answer={answer}
            chosen={wishes.columns}
            onChange={(column, field) => change({ columns: { ...wishes.columns, [column]: field } })}
          />
          <ImportCycles answer={answer} onFiscalStart={(fiscalStart) => change({ fiscalStart })} />
        </>
      )}
      {answer && <ImportPreview answer={answer} />}
      {ready && file && (
        <Button loading={busy} onClick={apply}>
          {t('import.apply')}
        </Button>
      )}
      <Exports people={me.may.includes('add_person')} />
    </div>
  );
}
