import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { toast } from '@/ui/toast';
import { settingsQuery } from './queries';
import type { NoticeSetting } from './shapes';
import styles from './NoticeSettings.module.css';

const places = ['inbox', 'digest'] as const;

/** Which kinds of notices reach me, and where. */
export function NoticeSettingsPage() {
  const { data, error, refetch } = useQuery(settingsQuery);
  return (
    <>
      <p className={styles.back}>
        <Link to="/inbox">{t('inbox.title')}</Link>
      </p>
      <h1>{t('notice-settings.title')}</h1>
      <p className={`soft ${styles.text}`}>{t('notice-settings.text')}</p>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data && <Kinds settings={data.items} />}
    </>
  );
}

function Kinds({ settings }: { settings: NoticeSetting[] }) {
  const queryClient = useQueryClient();
  const choose = useMutation({
    mutationFn: (setting: NoticeSetting) =>
      got(api.PUT('/api/v1/me/notice-settings', { body: { items: [setting] } })),
    onMutate: (setting) =>
      queryClient.setQueryData(
        settingsQuery.queryKey,
        (before) =>
          before && { items: before.items.map((one) => (one.kind === setting.kind ? setting : one)) },
      ),
    onError: () => toast(t('inbox.not-done'), { tone: 'problem' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['notify'] }),
  });
  return (
    <table className={`card ${styles.kinds}`}>
      <thead>
        <tr>
          <th scope="col">{t('notice-settings.kind')}</th>
          {places.map((place) => (
            <th key={place} scope="col">
              {t(`notice-settings.${place}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {settings.map((setting) => (
          <tr key={setting.kind}>
            <th scope="row">{t(`notice-kind.${setting.kind}`)}</th>
            {places.map((place) => (
              <td key={place}>
                <label className={styles.choice}>
                  <input
                    type="checkbox"
                    checked={setting[place]}
                    onChange={() => choose.mutate({ ...setting, [place]: !setting[place] })}
                  />
                  <span className="hidden-text">
                    {t('notice-settings.where', {
                      kind: t(`notice-kind.${setting.kind}`),
                      place: t(`notice-settings.${place}`),
                    })}
                  </span>
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
