import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import { t } from '@/lib/i18n';
import { statusOrder } from '@/ui/marks/status-order';
import type { TeamLine } from '../parts/shapes';
import { indented } from '../parts/team-tree';
import { PersonInput } from './PersonInput';
import { personQuery } from './queries';
import { levels, marks, states, type Level, type OverviewSearch } from './search';
import { useAsk, useAsked } from './use-overview';
import styles from './FilterBar.module.css';

const any = () => ({ value: '', label: t('overview.any') });

export function FilterFields({ teams, children }: { teams: TeamLine[]; children: ReactNode }) {
  const { search, ask } = useAsked();
  const { data: person } = useQuery({ ...personQuery(search.person ?? ''), enabled: Boolean(search.person) });
  return (
    <div className={`card ${styles.fields}`}>
      <TeamField teams={teams} />
      <div>
        <PersonInput
          labelled
          label={t('overview.person')}
          person={search.person ? person : undefined}
          onChange={(chosen) => ask({ person: chosen?.id })}
        />
      </div>
      <NativeSelect
        label={t('overview.level')}
        value={search.level ?? ''}
        data={[any(), ...levels.map((value) => ({ value, label: t(`overview.levels.${value}`) }))]}
        onChange={(event) => ask({ level: (event.currentTarget.value || undefined) as Level | undefined })}
      />
      <NativeSelect
        label={t('overview.state')}
        value={search.state ?? ''}
        data={[any(), ...states.map((value) => ({ value, label: t(`state.${value}`) }))]}
        onChange={(event) =>
          ask({ state: (event.currentTarget.value || undefined) as OverviewSearch['state'] })
        }
      />
      <NativeSelect
        label={t('overview.status')}
        value={search.status ?? ''}
        data={[any(), ...statusOrder.map((value) => ({ value, label: t(`status.${value}`) }))]}
        onChange={(event) =>
          ask({ status: (event.currentTarget.value || undefined) as OverviewSearch['status'] })
        }
      />
      <fieldset className={styles.marks}>
        <legend>{t('overview.only')}</legend>
        {search.team && (
          <button
            type="button"
            className={styles.mark}
            aria-pressed={search.only_team === 'true'}
            onClick={() => ask({ only_team: search.only_team ? undefined : 'true' })}
          >
            {t('overview.mark.only_team')}
          </button>
        )}
        {marks.map((mark) => (
          <button
            key={mark}
            type="button"
            className={styles.mark}
            aria-pressed={search[mark] === 'true'}
            onClick={() => ask({ [mark]: search[mark] ? undefined : 'true' })}
          >
            {t(`overview.mark.${mark}`)}
          </button>
        ))}
      </fieldset>
      {children}
    </div>
  );
}

/** Drawn again for another team alone: there may be a thousand of them, and other fields change with every key. */
const TeamField = memo(function TeamField({ teams }: { teams: TeamLine[] }) {
  const team = useSearch({ from: '/in/okrs', select: (search) => search.team });
  const ask = useAsk();
  return (
    <NativeSelect
      label={t('board.team')}
      value={team ?? ''}
      data={[any(), ...indented(teams).map(({ id, text }) => ({ value: id, label: text }))]}
      onChange={(event) => ask({ team: event.currentTarget.value || undefined, only_team: undefined })}
    />
  );
});
