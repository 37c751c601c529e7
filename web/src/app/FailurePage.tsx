import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Failure } from '@/ui/Failure';

/** What is shown in place of a page that could not be drawn. */
export function FailurePage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const boundary = useQueryErrorResetBoundary();
  const again = () => {
    boundary.reset();
    reset();
    void router.invalidate();
  };
  return <Failure error={error} onRetry={again} />;
}
