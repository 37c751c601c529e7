import { adminNav as audit } from '@/features/audit/nav';
import { adminNav as connect } from '@/features/connect/nav';
import { nav as guide } from '@/features/guide/nav';
import { adminNav as identity } from '@/features/identity/nav';
import { nav as kpi } from '@/features/kpi/nav';
import { adminNav as notifyAdmin, nav as notify } from '@/features/notify/nav';
import { adminNav as okrAdmin, nav as okr } from '@/features/okr/nav';
import { adminNav as peopleAdmin, nav as people } from '@/features/people/nav';
import type { Place } from '@/ui/place';

/** The places of all features, in the order in which they are shown. */
const ordered = [
  okr.home,
  notify.inbox,
  okr.okrs,
  okr.dashboard,
  kpi.kpis,
  people.people,
  okr.learnings,
  okr.checkIn,
  guide.figures,
];

export type KnownPlace = Place & { to: (typeof ordered)[number]['to'] };
export const places: KnownPlace[] = ordered;

const shownAt = (where: Place['shown'][number]) => places.filter(({ shown }) => shown.includes(where));

/** Where the side navigation leads, where the bar of a phone does beside the inbox, and where the palette does. */
export const onSide = shownAt('side');
export const onPhone = shownAt('phone');
export const inPalette = shownAt('palette');

export const adminParts = [
  peopleAdmin.people,
  identity.invitations,
  peopleAdmin.teams,
  okrAdmin.cycles,
  peopleAdmin.organisation,
  connect.import,
  notifyAdmin.sent,
  audit.audit,
];
