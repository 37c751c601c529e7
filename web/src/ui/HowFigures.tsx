import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import styles from './HowFigures.module.css';

type Props = { about?: 'progress' | 'objective' | 'pace' | 'status' | 'grade' | 'team' | 'pairs' };

/** Leads to the rules behind the figures that stand beside it. */
export const HowFigures = ({ about }: Props) => (
  <Link to="/figures" hash={about} className={`${styles.link} soft small no-print`}>
    {t('figures.how')}
  </Link>
);
