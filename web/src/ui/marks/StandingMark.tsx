import { Explained } from '../Explained';
import { lateDetail, reasonText, statusDetail, type Standing } from './standing-text';
import { StatusMark } from './StatusMark';

type Props = { standing: Standing; quiet?: boolean; host?: string };

/** How an objective stands, with the days late of a stale one; why and by how much on hover and on focus. */
export const StandingMark = ({ standing, quiet, host }: Props) => (
  <Explained text={reasonText(standing)} host={host}>
    <StatusMark
      status={standing.status}
      detail={quiet ? lateDetail(standing) : statusDetail(standing)}
      quiet={quiet}
    />
  </Explained>
);
