import { useQuery } from '@tanstack/react-query';
import { t } from '@/lib/i18n';
import { Icon } from '@/ui/icons';
import type { TeamLine } from '../parts/shapes';
import { personQuery } from './queries';
import { isFiltered, marks, noFilter, type OverviewSearch } from './search';
import { teamText } from './team-text';
import { useAsked } from './use-overview';
import styles from './FilterBar.module.css';

type Chip = { key: keyof OverviewSearch; text: string };

/** What is asked for, in words; each can be taken off. */
export function FilterChips({ teams }: { teams: TeamLine[] }) {
  const { search, ask } = useAsked();
  const { data: person } = useQuery({ ...personQuery(search.person ?? ''), enabled: Boolean(search.person) });
  if (!isFiltered(search)) return null;
  const { team, level, state, status, text } = search;
  const chips: Chip[] = [
    ...(team ? [{ key: 'team' as const, text: teamText(teams, team, Boolean(search.only_team)) }] : []),
    ...(search.person ? [{ key: 'person' as const, text: person?.name ?? t('overview.unknown') }] : []),
    ...(level ? [{ key: 'level' as const, text: t(`overview.levels.${level}`) }] : []),
    ...(state ? [{ key: 'state' as const, text: t(`state.${state}`) }] : []),
    ...(status ? [{ key: 'status' as const, text: t(`status.${status}`) }] : []),
    ...marks.flatMap((key) => (search[key] ? [{ key, text: t(`overview.mark.${key}`) }] : [])),
    ...(text ? [{ key: 'text' as const, text: t('overview.quoted', { text }) }] : []),
  ];
  return (
    <ul className={styles.chips} aria-label={t('overview.chips')}>
      {chips.map(({ key, text: word }) => (
        <li key={key}>
          <button
            type="button"
            className={styles.chip}
            aria-label={t('overview.take-off', { filter: word })}
            onClick={() => ask({ [key]: undefined, ...(key === 'team' && { only_team: undefined }) })}
          >
            <span dir="auto">{word}</span> <Icon name="close" size={14} />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className={styles.clear} onClick={() => ask(noFilter)}>
          {t('overview.clear')}
        </button>
      </li>
    </ul>
  );
}
