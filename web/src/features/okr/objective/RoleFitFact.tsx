import { api, got } from '@/lib/client';
import { instantDay } from '@/lib/format';
import { t } from '@/lib/i18n';
import { SmallButton } from '../parts/Opening';
import type { Objective } from '../parts/shapes';
import { useAct } from '../parts/use-act';

/** The role of whoever answers for it, and whether they say that it fits. */
export function RoleFitFact({ objective: { id, role } }: { objective: Objective }) {
  const act = useAct();
  const path = { params: { path: { objective: id } } };
  const confirm = () => got(api.PUT('/api/v1/objectives/{objective}/role-fit', path));
  const takeBack = () => got(api.DELETE('/api/v1/objectives/{objective}/role-fit', path));
  const since = role.confirmed_at;
  return (
    <>
      <span dir="auto">{role.title}</span>
      {since !== null && <span className="soft small"> · {t('role.fits', { day: instantDay(since) })}</span>}
      {role.may.includes('confirm') && (
        <>
          {' '}
          {since === null ? (
            <SmallButton text={t('role.confirm')} onClick={() => act.mutate(confirm)} />
          ) : (
            <SmallButton text={t('role.take-back')} onClick={() => act.mutate(takeBack)} />
          )}
        </>
      )}
    </>
  );
}
