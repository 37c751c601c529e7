import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import type { Me } from '@/lib/session';
import { SmallButton } from './Opening';
import { teamsQuery, weekQuery } from './queries';
import type { Cycle, ParentSuggestion } from './shapes';
import { indented } from './team-tree';
import type { Written } from './written';
import styles from './WriteObjective.module.css';

type Props = {
  written: Written;
  me: Me;
  cycle: Cycle;
  suggested: ParentSuggestion[];
  onChange: (part: Partial<Written>) => void;
};

const ambitions: Written['ambition'][] = ['aspirational', 'committed'];

export function WhoAndWhen({ written, me, cycle, suggested, onChange }: Props) {
  const { data: teams } = useQuery(teamsQuery);
  const { data: week } = useQuery(weekQuery(cycle.current ? undefined : cycle.id));
  const owners = [
    { value: `person:${me.id}`, label: t('write.mine', { name: me.name }) },
    ...indented(teams?.items ?? []).map(({ id, text }) => ({ value: `team:${id}`, label: text })),
  ];
  const parents = [
    { value: '', label: t('write.no-parent') },
    ...suggested.map(({ objective: { id, title }, owner }) => ({ value: id, label: `${title} (${owner})` })),
    ...(week?.company ?? [])
      .filter(({ id }) => suggested.every(({ objective }) => objective.id !== id))
      .map(({ id, title }) => ({ value: id, label: title })),
  ];
  const [best] = suggested;
  return (
    <>
      <div className={styles.line}>
        <NativeSelect
          label={t('write.owner')}
          data={owners}
          value={written.owner}
          onChange={(event) => onChange({ owner: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('write.ambition')}
          data={ambitions.map((value) => ({ value, label: t(`ambition.${value}.long`) }))}
          value={written.ambition}
          onChange={(event) => onChange({ ambition: event.currentTarget.value as Written['ambition'] })}
        />
        <NativeSelect
          label={t('write.parent')}
          data={parents}
          value={written.parent_id}
          onChange={(event) => onChange({ parent_id: event.currentTarget.value })}
        />
      </div>
      {best && best.likeness > 0 && !written.parent_id && (
        <p className="small">
          {t('write.fits', { title: best.objective.title })}{' '}
          <SmallButton
            text={t('write.take-parent')}
            onClick={() => onChange({ parent_id: best.objective.id })}
          />
        </p>
      )}
      <p className="soft small">
        {t('write.cycle', {
          cycle: cycle.name,
          from: day(cycle.starts_on),
          until: day(cycle.ends_on),
          name: me.name,
        })}
      </p>
    </>
  );
}
