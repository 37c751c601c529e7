import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '@/api/schema';
import { t } from '@/lib/i18n';
import { SuggestInput } from '@/ui/form/SuggestInput';
import { SmallButton } from '../parts/Opening';
import { foundKpis, kpiTakenQuery } from './kpi-taken';

type Kpi = components['schemas']['KpiWithEntries'];
type Props = { kpi: string; error?: string; onChoose: (kpi: Kpi) => void; onClear: () => void };

/** The KPI whose value a key result takes, named by a few letters. */
export function KpiInput({ kpi, error, onChoose, onClear }: Props) {
  const [text, setText] = useState('');
  const queryClient = useQueryClient();
  const { data } = useQuery(foundKpis(text));
  const { data: chosen } = useQuery({ ...kpiTakenQuery(kpi), enabled: kpi !== '' });
  const choose = async (id: string) => onChoose(await queryClient.fetchQuery(kpiTakenQuery(id)));
  return (
    <div>
      <SuggestInput
        label={t('write.kpi')}
        placeholder={t('write.kpi.find')}
        options={(data?.items ?? []).map(({ id, title }) => ({ id, text: title }))}
        chosen={kpi && (chosen?.name ?? '')}
        error={error}
        onText={setText}
        onChoose={({ id }) => void choose(id)}
      />
      {kpi && <SmallButton text={t('write.kpi.none')} onClick={onClear} />}
    </div>
  );
}
