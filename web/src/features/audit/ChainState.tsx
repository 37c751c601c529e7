import { useQuery } from '@tanstack/react-query';
import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import { Failure } from '@/ui/Failure';
import styles from './AuditPage.module.css';

/** Whether the log is whole, as the server finds: it goes along a long one a stretch at a time. */
export function ChainState() {
  const { data, error, refetch } = useQuery({
    queryKey: ['audit-chain'],
    queryFn: () => got(api.GET('/api/v1/audit/chain')),
    staleTime: 60_000,
    refetchInterval: ({ state }) =>
      state.data && !state.data.whole && state.data.broken_at === null ? 1000 : false,
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const { lines, first, looked_at, whole, broken_at, checkpoint } = data;
  const found = whole || broken_at !== null;
  const from = first > 1 && ` ${t('audit.chain.from', { first })}`;
  return (
    <section className={`card ${styles.chain}`} aria-label={t('audit.chain.title')}>
      {!found && (
        <p>
          {t('audit.chain.looking', { looked: looked_at, lines })}
          {from}
        </p>
      )}
      {/* There all the time and said once: not each stretch of a long look. */}
      <p role="status">
        {broken_at !== null && t('audit.chain.broken', { line: broken_at })}
        {whole && t('audit.chain.whole', { lines })}
        {found && from}
      </p>
      {checkpoint && (
        <p className="soft small">
          <a
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${checkpoint}\n`)}`}
            download="waymark-log.checkpoint"
          >
            {t('audit.chain.keep')}
          </a>{' '}
          {t('audit.chain.keep.text')}
        </p>
      )}
    </section>
  );
}
