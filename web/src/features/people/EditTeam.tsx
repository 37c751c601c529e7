import { useQuery } from '@tanstack/react-query';
import type { components } from '@/api/schema';
import { t } from '@/lib/i18n';
import { Dialog } from '@/ui/Dialog';
import { FormProblem } from '@/ui/form/FormProblem';
import { Skeleton } from '@/ui/Skeleton';
import { EditTeamFields } from './EditTeamFields';
import { teamQuery } from './queries';
import { TeamMembers } from './TeamMembers';
import admin from './Admin.module.css';

type Props = { id: string; teams: components['schemas']['TeamLine'][]; onClose: () => void };

export function EditTeam({ id, teams, onClose }: Props) {
  const { data, error } = useQuery(teamQuery(id));
  return (
    <Dialog title={data?.data.name ?? t('loading')} onClose={onClose}>
      <FormProblem error={error} />
      {!data && !error && <Skeleton lines={4} />}
      {data && (
        <>
          <EditTeamFields team={data.data} etag={data.etag} teams={teams} onDone={onClose} />
          <section className={admin.account}>
            <TeamMembers team={data.data} />
          </section>
        </>
      )}
    </Dialog>
  );
}
