import { useQuery } from '@tanstack/react-query';
import { t } from '@/lib/i18n';
import { Dialog } from '@/ui/Dialog';
import { FormProblem } from '@/ui/form/FormProblem';
import { Skeleton } from '@/ui/Skeleton';
import { Phases } from './Phases';
import { EditCycleFields } from './EditCycleFields';
import { cycleQuery } from '../parts/queries';

export function EditCycle({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error } = useQuery(cycleQuery(id));
  return (
    <Dialog title={data?.data.name ?? t('loading')} onClose={onClose}>
      <FormProblem error={error} />
      {!data && !error && <Skeleton lines={4} />}
      {data && (
        <>
          <EditCycleFields key={data.data.phase} cycle={data.data} etag={data.etag} onDone={onClose} />
          <Phases cycle={data.data} />
        </>
      )}
    </Dialog>
  );
}
