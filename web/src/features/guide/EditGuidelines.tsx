import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { components } from '@/api/schema';
import { api, gotWithTag } from '@/lib/client';
import { useDraft } from '@/lib/draft';
import { t } from '@/lib/i18n';
import { differences, useChange, withTheirs } from '@/lib/use-change';
import { Conflict } from '@/ui/form/Conflict';
import { FormProblem } from '@/ui/form/FormProblem';
import { Skeleton } from '@/ui/Skeleton';
import form from '@/ui/form/form.module.css';
import { guidelinesQuery } from './queries';
import styles from './Guidelines.module.css';

const Markdown = lazy(() => import('./Markdown'));

type Props = { guidelines: components['schemas']['Guidelines']; etag: string; onDone: () => void };

/** Writes a new version: the text at the left, how it will look at the right. What somebody else wrote meanwhile is shown beside. */
export function EditGuidelines({ guidelines, etag, onDone }: Props) {
  const [begun] = useState(guidelines);
  const [text, setText, drop] = useDraft(`guidelines-${begun.version}`, begun.text);
  const queryClient = useQueryClient();
  const { save, theirs, goOn } = useChange({
    etag,
    send: (seen) =>
      gotWithTag(
        api.PATCH('/api/v1/guidelines', { params: { header: { 'If-Match': seen } }, body: { text } }),
      ),
    read: () => queryClient.fetchQuery({ ...guidelinesQuery, staleTime: 0 }),
    onSaved: () => {
      drop();
      void queryClient.invalidateQueries({ queryKey: ['guide'] });
      onDone();
    },
  });
  if (theirs)
    return (
      <Conflict
        differences={differences(['text'], () => t('guidelines.text'), [begun, { text }, theirs])}
        onGoOn={(taken) => {
          setText(withTheirs({ text }, { text: theirs.text }, taken).text);
          goOn();
        }}
        onTheirs={() => {
          drop();
          onDone();
        }}
      />
    );
  return (
    <form className={form.form} onSubmit={(event) => (event.preventDefault(), save.mutate())}>
      <div className={styles.columns}>
        <Textarea
          label={t('guidelines.text')}
          description={t('guidelines.text.hint')}
          autosize
          minRows={18}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <section aria-label={t('guidelines.preview')} className={`card ${styles.text}`}>
          <Suspense fallback={<Skeleton lines={8} />}>
            <Markdown text={text} />
          </Suspense>
        </section>
      </div>
      <FormProblem error={save.error} />
      <div className={form.actions}>
        <Button type="submit" loading={save.isPending}>
          {t('guidelines.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
