import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { Gate } from './Gate';
import styles from './Gate.module.css';

/** Says who helps: no mail is promised where none is sent. */
export function ForgotPasswordPage() {
  return (
    <Gate title={t('forgot.title')} note={t('forgot.no-mail')}>
      {(['newcomer', 'forgotten'] as const).map((who) => (
        <section key={who} className={styles.part}>
          <h2>{t(`forgot.${who}`)}</h2>
          <p>{t(`forgot.${who}.text`)}</p>
        </section>
      ))}
      <p className="soft small">{t('forgot.until')}</p>
      <Link to="/sign-in">{t('forgot.back')}</Link>
    </Gate>
  );
}
