import { useQuery } from '@tanstack/react-query';
import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import { meQuery } from '@/lib/session';
import { LineActions } from '../parts/FactPart';
import { CommentForm } from '../forms/forms';
import { Opening, SmallButton } from '../parts/Opening';
import type { Objective } from '../parts/shapes';
import type { Event } from './stream';
import { useAct } from '../parts/use-act';

/** What one may do with something that was said: tell that one has read it, or take it back. */
export function StreamActions({ event, objective }: { event: Event; objective: Objective }) {
  const act = useAct();
  const me = useQuery(meQuery).data;
  if (event.kind === 'check-in') {
    const params = { path: { check_in: event.is.id } };
    const comments = objective.may.includes('comment');
    const acknowledges = objective.may.includes('acknowledge') && !event.is.acknowledged_by;
    if (!comments && !acknowledges) return null;
    return (
      <LineActions>
        {acknowledges && (
          <SmallButton
            text={t('stream.acknowledge')}
            label={t('stream.acknowledge.label', { name: event.by.name })}
            onClick={() =>
              act.mutate(() => got(api.PUT('/api/v1/check-ins/{check_in}/acknowledgement', { params })))
            }
          />
        )}
        {comments && (
          <Opening text={t('stream.comment')} label={t('stream.comment.label', { name: event.by.name })}>
            {(close) => <CommentForm objective={objective.id} checkIn={event.is.id} focus onDone={close} />}
          </Opening>
        )}
      </LineActions>
    );
  }
  if (event.kind !== 'comment' || event.is.author.id !== me?.id) return null;
  const params = { path: { comment: event.is.id } };
  return (
    <LineActions>
      <SmallButton
        text={t('comment.remove')}
        onClick={() => act.mutate(() => got(api.DELETE('/api/v1/comments/{comment}', { params })))}
      />
    </LineActions>
  );
}
