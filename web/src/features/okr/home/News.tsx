import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { components } from '@/api/schema';
import { api } from '@/lib/client';
import { daysBetween, quantity, today, weekday } from '@/lib/format';
import { t } from '@/lib/i18n';
import { Icon, type IconName } from '@/ui/icons';
import { newsQuery } from '../parts/queries';
import styles from './News.module.css';

type Item = components['schemas']['NewsItem'];

const icons: Record<Item['kind'], IconName> = {
  moved: 'change',
  checked_in: 'check',
  published: 'target',
  closed: 'flag',
  cancelled: 'close',
  commented: 'comment',
  asked_for_help: 'help',
  helped: 'check',
  retro: 'bulb',
};

/** What happened since I was last here. Being shown it is the visit that the next one counts from. */
export function News() {
  const [whole, setWhole] = useState(false);
  const { data: news } = useQuery({ ...newsQuery(whole), placeholderData: keepPreviousData });
  const shown = news !== undefined;
  useEffect(() => {
    if (shown) void api.PUT('/api/v1/my-visit').catch(() => undefined);
  }, [shown]);
  if (!news) return null;
  return (
    <section className={`card ${styles.news}`}>
      <h2>{sinceText(news.since)}</h2>
      {news.items.length === 0 && <p className="soft">{t('news.none')}</p>}
      <ul>
        {news.items.map((item) => (
          <li key={`${item.kind} ${item.at}`}>
            <Icon name={icons[item.kind]} size={18} />
            <Sentence item={item} />
          </li>
        ))}
      </ul>
      {news.more > 0 && (
        <button type="button" className={`${styles.more} no-print`} onClick={() => setWhole(true)}>
          {t('news.more', { count: news.more })}
        </button>
      )}
    </section>
  );
}

function Sentence({ item }: { item: Item }) {
  const { objective, team } = item;
  const text = <span dir="auto">{sentence(item)}</span>;
  if (item.kind === 'retro' || ((item.kind === 'published' || item.kind === 'closed') && item.count > 1))
    return team ? (
      <Link to="/teams/$teamId" params={{ teamId: team.id }}>
        {text}
      </Link>
    ) : (
      text
    );
  return objective ? (
    <Link to="/objectives/$objectiveId" params={{ objectiveId: objective.id }}>
      {text}
    </Link>
  ) : (
    text
  );
}

function sentence({ kind, count, person, team, objective, key_result, from, to, unit }: Item) {
  const value = (figure: number | null) => (figure === null ? '' : quantity(figure, unit));
  return t(`news.${kind}`, {
    name: person?.name ?? t('news.somebody'),
    what: key_result?.title ?? objective?.title ?? '',
    team: team?.name ?? t('news.company'),
    count,
    from: value(from),
    to: value(to),
  });
}

function sinceText(since: number) {
  const days = daysBetween(today(new Date(since)), today());
  if (days === 0) return t('news.since-today');
  if (days >= 7) return t('news.since-week');
  return days === 1 ? t('news.since-yesterday') : t('news.since', { day: weekday(since) });
}
