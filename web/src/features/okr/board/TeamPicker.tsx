import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { Choice } from '@/ui/form/Choice';
import { teamsQuery } from '../parts/queries';
import { indented } from '../parts/team-tree';

/** Leads from one team's OKRs to another's. */
export function TeamPicker({ team }: { team: string }) {
  const { data } = useQuery(teamsQuery);
  const navigate = useNavigate();
  return (
    <Choice
      label={t('board.team')}
      value={team}
      options={indented(data?.items ?? []).map(({ id, text }) => ({ value: id, text }))}
      onChange={(teamId) => void navigate({ to: '/teams/$teamId', params: { teamId } })}
    />
  );
}
