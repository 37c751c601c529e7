import { Link } from '@tanstack/react-router';
import { api, got } from '@/lib/client';
import { day } from '@/lib/format';
import { useHeld } from '@/ui/held';
import { t } from '@/lib/i18n';
import { Icon } from '@/ui/icons';
import type { MyWeek } from '../parts/shapes';
import { weekQuery } from '../parts/queries';
import styles from './MyWeek.module.css';

/** Somebody waits for something of ours: a yes is one click; a no wants a reason, on the page of the objective. */
export function Question({ question, cycle }: { question: MyWeek['questions'][number]; cycle?: string }) {
  const { id, need, due_on, objective, provider } = question;
  const hold = useHeld();
  const confirm = () =>
    hold<MyWeek>({
      query: weekQuery(cycle).queryKey,
      change: (week) => ({ ...week, questions: week.questions.filter((one) => one.id !== id) }),
      said: t('week.confirmed', { need }),
      failed: t('week.not-confirmed', { need }),
      send: ({ keepalive }) =>
        got(
          api.PUT('/api/v1/dependencies/{dependency}/answer', {
            params: { path: { dependency: id } },
            body: { state: 'confirmed' },
            keepalive,
          }),
        ),
    });
  return (
    <li className={styles.line}>
      <Icon name="link" size={18} />
      <span className={styles.question}>
        <span dir="auto">{t('week.needs-us', { need })}</span>
        <span className={styles.about} dir="auto">
          {[due_on && t('week.until', { day: day(due_on) }), objective.title].filter(Boolean).join(' · ')}
        </span>
      </span>
      <button type="button" className="button" onClick={confirm}>
        {t('week.confirm')}
      </button>
      <Link to="/objectives/$objectiveId" params={{ objectiveId: provider.id }} className="button">
        {t('week.decline')}
      </Link>
    </li>
  );
}
