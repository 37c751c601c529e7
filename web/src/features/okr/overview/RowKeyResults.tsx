import { useQuery } from '@tanstack/react-query';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { KeyResultRow } from '../key_result/KeyResultRow';
import { objectiveQuery } from '../parts/queries';
import styles from './RowEdit.module.css';

/** The key results below an objective of the list; they have their room before they are there, so that nothing moves away. */
export function RowKeyResults({ id, count }: { id: string; count: number }) {
  const { data, error, refetch } = useQuery(objectiveQuery(id));
  return (
    <div
      role="gridcell"
      className={styles.parts}
      style={{ minBlockSize: data ? undefined : `calc(${count} * (var(--row) + 1px))` }}
    >
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <ul>
          {data.data.key_results.map((keyResult) => (
            <KeyResultRow key={keyResult.id} keyResult={keyResult} />
          ))}
        </ul>
      ) : (
        <Skeleton lines={count} />
      )}
    </div>
  );
}
