import { Button } from '@mantine/core';
import { Refused, Unreachable } from '@/lib/client';
import { t } from '@/lib/i18n';
import { EmptyState } from './EmptyState';

const kind = (error: unknown) => {
  // A part of the app that was never loaded on this device fails with an error of the browser's own.
  if (error instanceof Unreachable || !navigator.onLine) return 'unreachable';
  if (!(error instanceof Refused)) return 'broken';
  if (error.problem.status === 404) return 'missing';
  if (error.problem.status === 403) return 'forbidden';
  return error.problem.status === 503 ? 'busy' : 'refused';
};

/** What happened, what was kept and what to do, for a page that cannot show what it should. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const what = kind(error);
  const said = error instanceof Refused && error.problem.detail;
  const retry = onRetry && what !== 'missing' && what !== 'forbidden';
  return (
    <div role="alert">
      <EmptyState
        level={1}
        title={t(`failure.${what}.title`)}
        action={
          retry && (
            <Button variant="default" onClick={onRetry}>
              {t('failure.retry')}
            </Button>
          )
        }
      >
        {said || t(`failure.${what}.text`)}
      </EmptyState>
    </div>
  );
}
