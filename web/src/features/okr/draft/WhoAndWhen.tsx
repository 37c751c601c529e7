import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import type { Me } from '@/lib/session';
import { PersonInput } from '@/ui/form/PersonInput';
import { SmallButton } from '../parts/Opening';
import { ownerChoices } from './owners';
import { ownersQuery, weekQuery } from '../parts/queries';
import type { Cycle, ParentSuggestion } from '../parts/shapes';
import { SupportedPart } from './SupportedPart';
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
  const { data: allowed } = useQuery(ownersQuery);
  const { data: week } = useQuery(weekQuery(cycle.current ? undefined : cycle.id));
  const owners = ownerChoices(allowed).map(({ id, name }) => ({
    value: id,
    label: id === `person:${me.id}` ? t('write.mine', { name }) : name,
  }));
  const [first] = owners;
  const offered = owners.some(({ value }) => value === written.owner);
  // An address, or what was kept on this device, may name one for whom this person does not write.
  useEffect(() => {
    if (first && !offered) onChange({ owner: first.value });
  });
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
        <PersonInput
          label={t('write.accountable')}
          placeholder={t('write.accountable.default')}
          person={written.accountable ?? null}
          onChange={(accountable) => onChange({ accountable })}
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
          onChange={(event) => onChange({ parent_id: event.currentTarget.value, parent_key_result_id: '' })}
        />
        {written.parent_id && (
          <SupportedPart
            objective={written.parent_id}
            value={written.parent_key_result_id ?? ''}
            onChange={(parent_key_result_id) => onChange({ parent_key_result_id })}
          />
        )}
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
        })}
      </p>
    </>
  );
}
