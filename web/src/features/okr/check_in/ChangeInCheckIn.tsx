import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { t } from '@/lib/i18n';
import { EditKeyResult } from '../forms/forms';
import { Opening } from '../parts/Opening';
import { objectiveQuery } from '../parts/queries';

type Props = { objective: string; keyResult: string };

/** Target, weight and the rest of a key result, changed where one checks in: the same form, with the same reason. */
export function ChangeInCheckIn({ objective, keyResult }: Props) {
  const { data } = useQuery(objectiveQuery(objective));
  const shown = data?.data.key_results.find(({ id }) => id === keyResult);
  if (!data || !shown || !data.data.may.includes('edit')) return null;
  return (
    <div>
      <Opening text={t('check-in.adjust')}>
        {(close) => (
          // The keys of the check-in rest while this form is open; Escape shuts the form alone.
          // eslint-disable-next-line jsx-a11y/no-static-element-interactions
          <div onKeyDown={(event) => ownKeys(event, close)}>
            <EditKeyResult objective={data.data} keyResult={shown} onDone={close} />
          </div>
        )}
      </Opening>
    </div>
  );
}

function ownKeys(event: KeyboardEvent, close: () => void) {
  event.stopPropagation();
  if (event.key === 'Escape') close();
}
