import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { day, percent } from '@/lib/format';
import { t } from '@/lib/i18n';
import { meQuery } from '@/lib/session';
import { usageQuery } from '../parts/queries';
import { Panel } from './Panel';

/** For those who look after how the product is used: shares of teams, never people. */
export function UsagePanel() {
  const { data: me } = useQuery(meQuery);
  const asked = me?.roles.some((role) => role === 'hr' || role === 'administrator') ?? false;
  const { data } = useQuery({ ...usageQuery, enabled: asked });
  if (!data || data.teams.length === 0) return null;
  return (
    <Panel title={t('usage.title')} aside={t('usage.since', { day: day(data.since) })}>
      <ul>
        {data.teams.map(({ team, people, here, share }) => (
          <li key={team.id}>
            <Link to="/teams/$teamId/people" params={{ teamId: team.id }} dir="auto">
              {team.name}
            </Link>{' '}
            <span className="soft num">
              {here === null || share === null
                ? t('usage.few', { people })
                : t('usage.share', { share: percent(share), here, people })}
            </span>
          </li>
        ))}
      </ul>
      <p className="soft small">{t('usage.note')}</p>
    </Panel>
  );
}
