import { Textarea } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { components } from '@/api/schema';
import { api, gotWithTag } from '@/lib/client';
import { t } from '@/lib/i18n';
import { useVersionedForm } from '@/ui/form/use-versioned-form';
import { VersionedForm } from '@/ui/form/VersionedForm';
import { Skeleton } from '@/ui/Skeleton';
import { guidelinesQuery } from './queries';
import styles from './Guidelines.module.css';

const Markdown = lazy(() => import('./Markdown'));

type Props = { guidelines: components['schemas']['Guidelines']; etag: string; onDone: () => void };

/** Writes a new version: the text at the left, how it will look at the right. What somebody else wrote meanwhile is shown beside. */
export function EditGuidelines({ guidelines, etag, onDone }: Props) {
  const form = useVersionedForm({
    thing: guidelines,
    etag,
    of: ({ text }) => ({ text }),
    words: ({ text }) => ({ text }),
    label: () => t('guidelines.text'),
    query: guidelinesQuery,
    send: (body, { etag }) =>
      gotWithTag(api.PATCH('/api/v1/guidelines', { params: { header: { 'If-Match': etag } }, body })),
    onDone,
    keep: 'guidelines',
  });
  return (
    <VersionedForm form={form} send={t('guidelines.save')} fields={['text']} onCancel={onDone}>
      <div className={styles.columns}>
        <Textarea
          label={t('guidelines.text')}
          description={t('guidelines.text.hint')}
          autosize
          minRows={18}
          {...form.field('text')}
        />
        <section aria-label={t('guidelines.preview')} className={`card ${styles.text}`}>
          <Suspense fallback={<Skeleton lines={8} />}>
            <Markdown text={form.written.text} />
          </Suspense>
        </section>
      </div>
    </VersionedForm>
  );
}
