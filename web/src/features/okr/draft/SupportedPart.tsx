import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { t } from '@/lib/i18n';
import { objectiveQuery } from '../parts/queries';

type Props = { objective: string; value: string; onChange: (keyResult: string) => void };

/** The objective as a whole, or the one key result of it that is helped. */
export function SupportedPart({ objective, value, onChange }: Props) {
  const { data } = useQuery(objectiveQuery(objective));
  return (
    <NativeSelect
      label={t('support.part')}
      data={[
        { value: '', label: t('support.whole') },
        ...(data?.data.key_results ?? []).map(({ id, title }) => ({ value: id, label: title })),
      ]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
