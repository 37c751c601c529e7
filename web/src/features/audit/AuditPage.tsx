import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import { More } from '@/ui/More';
import { Choice } from '@/ui/form/Choice';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { AuditLine } from './AuditLine';
import { ChainState } from './ChainState';
import styles from './AuditPage.module.css';

const route = getRouteApi('/in/admin/audit');
const subjects = [
  'person',
  'team',
  'objective',
  'session',
  'token',
  'refusal',
  'import',
  'export',
  'settings',
  'guidelines',
  'data',
  'audit',
];

/** What people did with power over others, the newest first. */
export function AuditPage() {
  const { subject = '', actor } = route.useSearch();
  const navigate = route.useNavigate();
  const log = useInfiniteQuery({
    queryKey: ['audit', subject, actor],
    queryFn: ({ pageParam }) =>
      got(
        api.GET('/api/v1/audit', {
          params: { query: { subject: subject || undefined, actor, after: pageParam, limit: 50 } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  if (log.error && !log.data) return <Failure error={log.error} onRetry={() => void log.refetch()} />;
  const lines = log.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <ChainState />
      <div className={styles.filters}>
        <Choice
          label={t('audit.subject')}
          value={subject}
          options={[
            { value: '', text: t('audit.everything') },
            ...subjects.map((value) => ({ value, text: t(`audit.subject.${value}`) })),
          ]}
          onChange={(value) =>
            void navigate({ search: (before) => ({ ...before, subject: value || undefined }) })
          }
        />
        {actor && (
          <Button
            variant="default"
            onClick={() => void navigate({ search: (before) => ({ ...before, actor: undefined }) })}
          >
            {t('audit.everybody')}
          </Button>
        )}
      </div>
      {!lines && <Skeleton lines={10} />}
      {lines?.length === 0 && <p className="soft">{t('audit.none')}</p>}
      {lines && lines.length > 0 && (
        <ol className={`card ${styles.log}`}>
          {lines.map((line) => (
            <li key={line.id}>
              <AuditLine line={line} />
            </li>
          ))}
        </ol>
      )}
      <More list={log} text={t('audit.more')} />
    </>
  );
}
