import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import { FactPart, LineActions } from '../parts/FactPart';
import { SharePerson, ShareTeam } from '../forms/forms';
import { Opening, SmallButton } from '../parts/Opening';
import type { Objective } from '../parts/shapes';
import { useAct } from '../parts/use-act';

/** While it is a draft: who sees it, and what they think of it. */
export function DraftPanel({ objective }: { objective: Objective }) {
  const mayShare = objective.may.includes('share');
  const path = { objective: objective.id };
  const add = mayShare && (
    <>
      <Opening text={t('draft.share-person')}>
        {(close) => <SharePerson objective={objective.id} onDone={close} />}
      </Opening>{' '}
      <Opening text={t('draft.share-team')}>
        {(close) => <ShareTeam objective={objective.id} onDone={close} />}
      </Opening>
    </>
  );
  return (
    <>
      <Votes objective={objective} />
      <FactPart title={t('draft.shared')} add={add}>
        {[
          ...objective.readers.map(({ id, name }) => (
            <Reader
              key={id}
              name={name}
              mayHide={mayShare}
              hide={() =>
                got(
                  api.DELETE('/api/v1/objectives/{objective}/readers/{person}', {
                    params: { path: { ...path, person: id } },
                  }),
                )
              }
            />
          )),
          ...objective.reader_teams.map(({ id, name }) => (
            <Reader
              key={id}
              name={name}
              mayHide={mayShare}
              hide={() =>
                got(
                  api.DELETE('/api/v1/objectives/{objective}/reader-teams/{team}', {
                    params: { path: { ...path, team: id } },
                  }),
                )
              }
            />
          )),
        ]}
      </FactPart>
    </>
  );
}

function Votes({ objective: { id, votes, may } }: { objective: Objective }) {
  const act = useAct();
  const params = { path: { objective: id } };
  const turn = () =>
    votes.mine
      ? got(api.DELETE('/api/v1/objectives/{objective}/vote', { params }))
      : got(api.PUT('/api/v1/objectives/{objective}/vote', { params }));
  return (
    <section>
      <h2 className="caps">{t('draft.votes')}</h2>
      <p>{t('draft.vote-count', { count: votes.count })}</p>
      {may.includes('vote') && (
        <SmallButton text={t('draft.vote')} pressed={votes.mine} onClick={() => act.mutate(turn)} />
      )}
    </section>
  );
}

type ReaderProps = { name: string; mayHide: boolean; hide: () => Promise<unknown> };

function Reader({ name, mayHide, hide }: ReaderProps) {
  const act = useAct();
  return (
    <li>
      <span dir="auto">{name}</span>
      {mayHide && (
        <LineActions>
          <SmallButton
            text={t('draft.hide')}
            label={t('draft.hide.label', { name })}
            onClick={() => act.mutate(hide)}
          />
        </LineActions>
      )}
    </li>
  );
}
