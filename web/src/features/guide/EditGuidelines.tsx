import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { components } from '@/api/schema';
import { api, got } from '@/lib/client';
import { useDraft } from '@/lib/draft';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/FormProblem';
import { Skeleton } from '@/ui/Skeleton';
import form from '@/ui/form.module.css';
import styles from './Guidelines.module.css';

const Markdown = lazy(() => import('./Markdown'));

type Props = { guidelines: components['schemas']['Guidelines']; etag: string; onDone: () => void };

/** Writes a new version: the text at the left, how it will look at the right. */
export function EditGuidelines({ guidelines, etag, onDone }: Props) {
  const [text, setText, drop] = useDraft(`guidelines-${guidelines.version}`, guidelines.text);
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      got(api.PATCH('/api/v1/guidelines', { params: { header: { 'If-Match': etag } }, body: { text } })),
    onSuccess: () => {
      drop();
      void queryClient.invalidateQueries({ queryKey: ['guide'] });
      onDone();
    },
  });
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
