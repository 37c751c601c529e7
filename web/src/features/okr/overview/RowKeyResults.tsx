import { useQuery } from '@tanstack/react-query';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { KeyResultRow } from '../KeyResultRow';
import { objectiveQuery } from '../queries';
import styles from './RowEdit.module.css';

/** The key results below an objective of the list. */
export function RowKeyResults({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(objectiveQuery(id));
  return (
    <div role="gridcell" className={styles.parts}>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <ul>
          {data.data.key_results.map((keyResult) => (
            <KeyResultRow key={keyResult.id} keyResult={keyResult} />
          ))}
        </ul>
      ) : (
        <Skeleton lines={2} />
      )}
    </div>
  );
}
