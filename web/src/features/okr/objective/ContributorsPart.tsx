import { useQuery } from '@tanstack/react-query';
import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import { meQuery } from '@/lib/session';
import { PersonChip } from '@/ui/PersonChip';
import { FactPart, LineActions } from '../parts/FactPart';
import { AddContributor, Thank } from '../forms/forms';
import { Opening, SmallButton } from '../parts/Opening';
import type { PersonName } from '@/lib/people';
import type { Objective } from '../parts/shapes';
import { useAct } from '../parts/use-act';

/** Who works on it, seen and thanked, never scored. */
export function Contributors({ objective }: { objective: Objective }) {
  const add = objective.may.includes('edit') && (
    <Opening text={t('contributor.add')}>
      {(close) => <AddContributor objective={objective} onDone={close} />}
    </Opening>
  );
  const people = [objective.accountable, ...objective.contributors].filter(
    (person, index, all) => all.findIndex(({ id }) => id === person.id) === index,
  );
  return (
    <FactPart title={t('facts.contributors')} add={add}>
      {people.map((person) => (
        <Line key={person.id} person={person} objective={objective} />
      ))}
    </FactPart>
  );
}

function Line({ person: { id, name }, objective }: { person: PersonName; objective: Objective }) {
  const act = useAct();
  const me = useQuery(meQuery).data;
  const named = objective.contributors.some((one) => one.id === id);
  const params = { path: { objective: objective.id, person: id } };
  return (
    <li>
      <PersonChip name={name} />
      <LineActions>
        {objective.may.includes('comment') && me?.id !== id && (
          <Opening text={t('contributor.thank')} label={t('contributor.thank.label', { name })}>
            {(close) => <Thank objective={objective.id} person={{ id, name }} onDone={close} />}
          </Opening>
        )}
        {named && objective.may.includes('edit') && (
          <SmallButton
            text={t('contributor.remove')}
            label={t('contributor.remove.label', { name })}
            onClick={() =>
              act.mutate(() =>
                got(api.DELETE('/api/v1/objectives/{objective}/contributors/{person}', { params })),
              )
            }
          />
        )}
      </LineActions>
    </li>
  );
}
