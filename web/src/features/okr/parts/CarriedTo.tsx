import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import type { Objective } from './shapes';

/** Where an objective goes on: its copy in another cycle, and what that is by now. */
export const CarriedTo = ({
  carried: { id, cycle, state },
}: {
  carried: NonNullable<Objective['carried_to']>;
}) => (
  <Link to="/objectives/$objectiveId" params={{ objectiveId: id }} className="in-text" dir="auto">
    {cycle.name} ({t(`state.${state}`)})
  </Link>
);
