import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { Choice } from '@/ui/form/Choice';
import { Failure } from '@/ui/Failure';
import { More } from '@/ui/More';
import { PersonInput } from '@/ui/form/PersonInput';
import { Skeleton } from '@/ui/Skeleton';
import { readerQuery, sentQuery } from './queries';
import { SentRow } from './SentRow';
import type { SentLine } from './shapes';
import styles from './Sent.module.css';

const route = getRouteApi('/in/admin/sent');

/** What was sent, and what was held back: the newest first. */
export function SentLog({ kinds }: { kinds: SentLine['kind'][] }) {
  const { kind, person } = route.useSearch();
  const navigate = route.useNavigate();
  const chosen = kinds.find((one) => one === kind);
  const { data: reader } = useQuery({ ...readerQuery(person ?? ''), enabled: Boolean(person) });
  const log = useInfiniteQuery(sentQuery({ kind: chosen, person }));
  const look = (change: { kind?: string; person?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...change }) });
  if (log.error && !log.data) return <Failure error={log.error} onRetry={() => void log.refetch()} />;
  const lines = log.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <div className={styles.filters}>
        <Choice
          label={t('sent.kind')}
          value={chosen ?? ''}
          options={[
            { value: '', text: t('sent.every-kind') },
            ...kinds.map((value) => ({ value, text: t(`sent-kind.${value}`) })),
          ]}
          onChange={(value) => look({ kind: value || undefined })}
        />
        <PersonInput
          label={t('sent.to')}
          placeholder={t('sent.anybody')}
          person={(person && reader) || null}
          onChange={({ id }) => look({ person: id })}
        />
        {person && (
          <Button variant="default" onClick={() => look({ person: undefined })}>
            {t('sent.to-anybody')}
          </Button>
        )}
      </div>
      {!lines && <Skeleton lines={10} />}
      {lines?.length === 0 && <p className="soft">{t('sent.none')}</p>}
      {lines && lines.length > 0 && (
        <ol className={`card ${styles.log}`}>
          {lines.map((line) => (
            <SentRow key={line.id} line={line} />
          ))}
        </ol>
      )}
      <More list={log} text={t('sent.more')} />
    </>
  );
}
