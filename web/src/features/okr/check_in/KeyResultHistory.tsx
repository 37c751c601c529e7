import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '@/ui/Skeleton';
import { KeyResultChart } from '../key_result/KeyResultChart';
import { objectiveQuery } from '../parts/queries';
import type { KeyResult } from '../parts/shapes';
import styles from './CheckIn.module.css';

/** The chart beside a check-in; its values come with the objective. */
export function KeyResultHistory({ keyResult }: { keyResult: KeyResult }) {
  const { data } = useQuery(objectiveQuery(keyResult.objective_id));
  return (
    <aside className={`card ${styles.chart}`}>
      {data ? (
        <KeyResultChart keyResult={keyResult} checkIns={data.data.check_ins} height={200} />
      ) : (
        <Skeleton tall lines={1} />
      )}
    </aside>
  );
}
