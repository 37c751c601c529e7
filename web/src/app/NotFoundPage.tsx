import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { EmptyState } from '@/ui/EmptyState';

export function NotFoundPage() {
  return (
    <main id="main">
      <EmptyState level={1} title={t('not-found.title')} action={<Link to="/">{t('not-found.home')}</Link>}>
        {t('not-found.text')}
      </EmptyState>
    </main>
  );
}
