import { lazy, Suspense, useState } from 'react';
import { t } from '@/lib/i18n';
import { Choice } from '@/ui/form/Choice';
import { Icon } from '@/ui/icons';
import { Skeleton } from '@/ui/Skeleton';
import type { Cycle } from '../parts/shapes';
import { FilterChips } from './FilterChips';
import { filterOf, type Grouping } from './search';
import { useAsked, type Overview } from './use-overview';
import { Views } from './Views';
import styles from './FilterBar.module.css';

const FilterFields = lazy(async () => ({ default: (await import('./FilterFields')).FilterFields }));

type Props = { overview: Overview; cycle: Cycle };

/** The one filter of the four ways: what is asked for stands in words, and in the address. */
export function FilterBar({ overview, cycle }: Props) {
  const { search } = useAsked();
  const [open, setOpen] = useState(false);
  const grouped = !search.tab || search.tab === 'list' || search.tab === 'timeline';
  const csv = `/api/v1/cycles/${cycle.id}/list.csv?${new URLSearchParams(filterOf(search))}`;
  return (
    <div className={styles.bar}>
      <div className={styles.line}>
        <TextFilter />
        <button
          type="button"
          className={`button ${styles.filter}`}
          aria-expanded={open}
          aria-controls="overview-fields"
          onClick={() => setOpen(!open)}
        >
          <Icon name="sliders" size={16} /> <span>{t('overview.filter')}</span>
        </button>
        {grouped && (
          <span className={styles.wideOnly}>
            <GroupChoice />
          </span>
        )}
        <span className={styles.spring} />
        <p className={`soft small num ${styles.count}`} role="status">
          {t('overview.count', { count: overview.shown.length, all: overview.graph.nodes.length })}
        </p>
        <a href={csv} className="button" download>
          {t('overview.csv')}
        </a>
        <Views />
      </div>
      {open && (
        <div id="overview-fields">
          <Suspense fallback={<Skeleton lines={1} />}>
            <FilterFields teams={overview.teams}>
              {grouped && (
                <div className={styles.narrowOnly}>
                  <GroupChoice />
                </div>
              )}
            </FilterFields>
          </Suspense>
        </div>
      )}
      <FilterChips teams={overview.teams} />
    </div>
  );
}

function GroupChoice() {
  const { search, ask } = useAsked();
  return (
    <Choice
      label={t('overview.group')}
      value={search.group ?? 'team'}
      options={(['team', 'level'] as const).map((value) => ({ value, text: t(`overview.group.${value}`) }))}
      onChange={(value) => ask({ group: value === 'team' ? undefined : (value as Grouping) })}
    />
  );
}

/** Typing stays ahead of the address, which follows. */
function TextFilter() {
  const { search, ask } = useAsked();
  const [typed, setTyped] = useState<string>();
  return (
    <input
      type="search"
      className={styles.text}
      aria-label={t('overview.text')}
      placeholder={t('overview.text')}
      maxLength={100}
      value={typed ?? search.text ?? ''}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        ask({ text: event.currentTarget.value || undefined }, true);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
