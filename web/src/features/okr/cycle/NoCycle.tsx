import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { components } from '@/api/schema';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import { onNews } from '@/lib/live';
import { EmptyState } from '@/ui/EmptyState';
import { AddCycle } from './AddCycle';
import { cyclesQuery } from '../parts/queries';
import { Step, Steps } from '../parts/Steps';

type Proposal = components['schemas']['CycleProposal'];

/** Instead of a page about a cycle where there is none yet, until somebody makes one. `next` is there for those who may make it. */
export function NoCycle({ next }: { next: Proposal | null }) {
  const queryClient = useQueryClient();
  useEffect(
    () => onNews(() => void queryClient.invalidateQueries({ queryKey: cyclesQuery.queryKey })),
    [queryClient],
  );
  if (next) return <SettingUp next={next} />;
  return (
    <EmptyState
      level={1}
      title={t('no-cycle.title')}
      action={
        <Link to="/guidelines" className="button">
          {t('no-cycle.guidelines')}
        </Link>
      }
    >
      {t('no-cycle.text')}
    </EmptyState>
  );
}

/** What an installation needs before its people can begin. */
function SettingUp({ next }: { next: Proposal }) {
  const [adding, setAdding] = useState(false);
  const proposal = { name: next.name, from: day(next.starts_on), to: day(next.ends_on) };
  return (
    <>
      <Steps level={1} title={t('no-cycle.set-up')} text={t('no-cycle.set-up.text')}>
        <Step icon="people" text={t('no-cycle.people')}>
          <Link to="/admin/import" className="button">
            {t('no-cycle.people.import')}
          </Link>
          <Link to="/admin/people" className="button">
            {t('no-cycle.people.add')}
          </Link>
        </Step>
        <Step icon="flag" text={t('no-cycle.agree')}>
          <Link to="/admin/organisation" className="button">
            {t('no-cycle.agree.do')}
          </Link>
        </Step>
        <Step icon="target" text={t('no-cycle.cycle', proposal)}>
          <button type="button" className="button main" onClick={() => setAdding(true)}>
            {t('no-cycle.cycle.do')}
          </button>
        </Step>
      </Steps>
      {adding && <AddCycle cycles={[]} next={next} onClose={() => setAdding(false)} />}
    </>
  );
}
