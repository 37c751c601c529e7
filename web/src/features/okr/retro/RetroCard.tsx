import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { t } from '@/lib/i18n';
import { useFlash } from '@/lib/live';
import type { RetroCard as Card } from '../parts/shapes';
import { EditCard } from './EditCard';
import { useRemoveCard } from './retro-query';
import styles from './Retro.module.css';

export function RetroCard({ card }: { card: Card }) {
  const { text, author, objective, may, version } = card;
  const [editing, setEditing] = useState(false);
  const remove = useRemoveCard(card);
  const flashing = useFlash(`${version}`);
  return (
    <li className={`card ${styles.card} ${flashing ? 'flash' : ''}`}>
      {editing ? (
        <EditCard card={card} onDone={() => setEditing(false)} />
      ) : (
        <p className={styles.text} dir="auto">
          {text}
        </p>
      )}
      <div className={styles.foot}>
        <span dir="auto">
          {objective ? (
            <Link to="/objectives/$objectiveId" params={{ objectiveId: objective.id }}>
              {objective.title}
            </Link>
          ) : (
            author.name
          )}
        </span>
        {may.includes('edit') && !editing && (
          <span className="no-print">
            <button
              type="button"
              className={styles.plain}
              aria-label={t('retro.edit.label', { text })}
              onClick={() => setEditing(true)}
            >
              {t('retro.edit')}
            </button>
            <button
              type="button"
              className={styles.plain}
              aria-label={t('retro.remove.label', { text })}
              disabled={remove.isPending}
              onClick={() => remove.mutate()}
            >
              {t('retro.remove')}
            </button>
          </span>
        )}
      </div>
    </li>
  );
}
