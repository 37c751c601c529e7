import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { t } from '@/lib/i18n';
import { Icon } from '@/ui/icons';
import { Skeleton } from '@/ui/Skeleton';
import type { View } from '../parts/shapes';
import { viewsQuery } from './queries';
import { searchOfView, viewQuery } from './search';
import { useAsked } from './use-overview';
import { useViewWrites } from './use-view-writes';
import styles from './FilterBar.module.css';

const ViewActions = lazy(async () => ({ default: (await import('./ViewActions')).ViewActions }));

/** Saved views: one's own, those shared with one, the pinned ones first. */
export function Views() {
  const { search } = useAsked();
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const { data } = useQuery(viewsQuery);
  const views = data?.items ?? [];
  const view = views.find(({ id }) => id === search.saved);
  const modified = view !== undefined && view.query !== viewQuery(search);

  useEffect(() => {
    const leave = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    if (open) document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [open]);

  return (
    <div
      className={styles.views}
      ref={place}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        setOpen(false);
        place.current?.querySelector('button')?.focus();
      }}
      role="presentation"
    >
      <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="flag" size={16} /> {view?.name ?? t('views.title')}
        {modified && <span className={styles.modified}>{t('views.modified')}</span>}
        <Icon name="down" size={16} />
      </button>
      {open && (
        <section className={styles.menu} aria-label={t('views.title')}>
          {views.length === 0 && <p className="soft">{t('views.none')}</p>}
          <ul>
            {[...views].sort(byPin).map((one) => (
              <ViewLine
                key={one.id}
                view={one}
                current={one.id === view?.id}
                onChoose={() => setOpen(false)}
              />
            ))}
          </ul>
          <Suspense fallback={<Skeleton lines={2} />}>
            <ViewActions view={view} modified={modified} onDone={() => setOpen(false)} />
          </Suspense>
        </section>
      )}
    </div>
  );
}

const byPin = (a: View, b: View) => Number(b.pinned) - Number(a.pinned) || a.name.localeCompare(b.name);

function ViewLine({ view, current, onChoose }: { view: View; current: boolean; onChoose: () => void }) {
  const { pin } = useViewWrites();
  return (
    <li className={styles.view}>
      <Link
        to="/okrs"
        search={searchOfView(view.query, view.id)}
        activeOptions={{ exact: true }}
        data-current={current || undefined}
        onClick={onChoose}
      >
        <span dir="auto">{view.name}</span>{' '}
        <span className="soft small">
          {view.sharing === 'personal' ? t('views.personal') : t('views.by', { name: view.owner.name })}
        </span>
      </Link>
      <button
        type="button"
        className={styles.icon}
        aria-pressed={view.pinned}
        aria-label={t('views.pin', { name: view.name })}
        onClick={() => pin.mutate({ id: view.id, pinned: !view.pinned })}
      >
        <Icon name={view.pinned ? 'pinned' : 'pin'} size={16} />
      </button>
    </li>
  );
}
