import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { EmptyState } from '@/ui/EmptyState';

export function NothingDue() {
  return (
    <EmptyState
      level={1}
      title={t('check-in.nothing.title')}
      action={
        <Link to="/" className="button">
          {t('check-in.home')}
        </Link>
      }
    >
      {t('check-in.nothing.text')}
    </EmptyState>
  );
}
