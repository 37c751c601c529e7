import { Button } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import { meQuery } from '@/lib/session';
import { Choice } from '@/ui/Choice';
import { FormProblem } from '@/ui/FormProblem';
import { ColumnMapping } from './ColumnMapping';
import { Exports } from './Exports';
import { ImportPreview } from './ImportPreview';
import { mappingOf, type Chosen, type ImportAnswer, type Kind } from './import';
import styles from './Import.module.css';

const route = getRouteApi('/in/admin/import');

/** Brings a file in: choose it, see what would be made, put the columns right, apply. All of it or nothing. */
export function ImportPage() {
  const { data: me } = useSuspenseQuery(meQuery);
  const kinds: Kind[] = me.may.includes('set_roles') ? ['okrs', 'people'] : ['okrs'];
  const asked = route.useSearch().kind;
  const kind = kinds.find((known) => known === asked) ?? 'okrs';
  const navigate = route.useNavigate();
  const [file, setFile] = useState<{ name: string; text: string }>();
  const [chosen, setChosen] = useState<Chosen>({});
  const queryClient = useQueryClient();
  const send = useMutation({
    mutationFn: ({ text, columns, dryRun }: { text: string; columns: Chosen; dryRun: boolean }) => {
      const given = { params: { query: { dry_run: dryRun } }, body: { text, mapping: mappingOf(columns) } };
      return got<ImportAnswer>(
        kind === 'okrs' ? api.POST('/api/v1/imports/okrs', given) : api.POST('/api/v1/imports/people', given),
      );
    },
    onSuccess: ({ kept }) => {
      if (kept) void queryClient.invalidateQueries();
    },
  });
  const answer = send.data;
  const preview = (text: string, columns: Chosen) => send.mutate({ text, columns, dryRun: true });
  const choose = async (picked: File | null | undefined) => {
    if (!picked) return;
    const text = await picked.text();
    setFile({ name: picked.name, text });
    setChosen({});
    preview(text, {});
  };
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
              setFile(undefined);
              send.reset();
            }}
          />
          <label className={`button ${styles.file}`}>
            {file ? t('import.other-file') : t('import.file')}
            <input
              key={`${kind}${file?.name}`}
              type="file"
              accept=".csv,text/csv"
              onChange={(event) => void choose(event.currentTarget.files?.[0])}
            />
          </label>
          {file && <span dir="auto">{file.name}</span>}
        </div>
        <FormProblem error={send.error} />
      </section>
      {answer && file && !answer.kept && (
        <ColumnMapping
          answer={answer}
          onChange={(column, field) => {
            const next = { ...chosen, [column]: field };
            setChosen(next);
            preview(file.text, next);
          }}
        />
      )}
      {answer && <ImportPreview answer={answer} />}
      {ready && file && (
        <Button
          loading={send.isPending}
          onClick={() => send.mutate({ text: file.text, columns: chosen, dryRun: false })}
        >
          {t('import.apply')}
        </Button>
      )}
      <Exports people={me.may.includes('add_person')} />
    </div>
  );
}
