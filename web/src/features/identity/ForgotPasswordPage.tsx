import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { Gate } from './Gate';

/** Says who helps: no mail is promised where none is sent. */
export function ForgotPasswordPage() {
  return (
    <Gate title={t('forgot.title')}>
      <p>{t('forgot.text')}</p>
      <Link to="/sign-in">{t('forgot.back')}</Link>
    </Gate>
  );
}
