import { useNavigate } from '@tanstack/react-router';
import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import { toast } from '@/ui/toast';
import { CarriedTo } from '../parts/CarriedTo';
import { LineActions } from '../parts/FactPart';
import { AskText } from '../forms/forms';
import { Opening, SmallButton } from '../parts/Opening';
import type { Objective } from '../parts/shapes';
import { useAct } from '../parts/use-act';
import { useTakeBack } from '../draft/use-publish';

/** The whole in one sentence, and the ways out and back: what nobody else has touched is a draft again, what is published is cancelled, what is over goes on, both with a reason; a draft is thrown away. */
export function EndObjective({ objective: { id, may, sentence, carried_to } }: { objective: Objective }) {
  const navigate = useNavigate();
  const act = useAct();
  const takeBack = useTakeBack(id);
  const params = { path: { objective: id } };
  const remove = async () => {
    await got(api.DELETE('/api/v1/objectives/{objective}', { params }));
    await navigate({ to: '/okrs' });
  };
  return (
    <LineActions>
      <SmallButton
        text={t('objective.copy')}
        onClick={() =>
          void navigator.clipboard.writeText(sentence).then(() => toast(t('objective.copied', { sentence })))
        }
      />
      {may.includes('take_back') && <SmallButton text={t('objective.to-draft')} onClick={takeBack} />}
      {may.includes('cancel') && (
        <Opening text={t('objective.cancel')}>
          {(close) => (
            <AskText
              label={t('objective.why-cancel')}
              send={t('objective.cancel')}
              work={(reason) =>
                got(api.PUT('/api/v1/objectives/{objective}/cancellation', { params, body: { reason } }))
              }
              onDone={close}
            />
          )}
        </Opening>
      )}
      {may.includes('reopen') && (
        <Opening text={t('objective.reopen')}>
          {(close) => (
            <>
              {carried_to && (
                <p>
                  {t('objective.reopen.carried')} <CarriedTo carried={carried_to} />
                </p>
              )}
              <AskText
                label={t('objective.why-reopen')}
                send={t('objective.reopen')}
                work={(reason) =>
                  got(api.PUT('/api/v1/objectives/{objective}/reopening', { params, body: { reason } }))
                }
                onDone={close}
              />
            </>
          )}
        </Opening>
      )}
      {may.includes('delete') && (
        <SmallButton text={t('objective.delete')} onClick={() => act.mutate(remove)} />
      )}
    </LineActions>
  );
}
