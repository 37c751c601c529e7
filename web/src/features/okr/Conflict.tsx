import { Button } from '@mantine/core';
import { t } from '@/lib/i18n';
import type { Objective } from './shapes';
import styles from './EditObjective.module.css';

type Version = Pick<Objective, 'title' | 'why' | 'ambition'>;
type Props = { mine: Version; theirs: Version; onMine: () => void; onTheirs: () => void };

/** Two people changed the same thing: both versions, and the choice. */
export function Conflict({ mine, theirs, onMine, onTheirs }: Props) {
  return (
    <section className={`card ${styles.form}`} role="alert">
      <h1>{t('conflict.title')}</h1>
      <p>{t('conflict.text')}</p>
      <div className={styles.versions}>
        <VersionCard name={t('conflict.mine')} version={mine} />
        <VersionCard name={t('conflict.theirs')} version={theirs} />
      </div>
      <div className={styles.actions}>
        <Button onClick={onMine}>{t('conflict.keep-mine')}</Button>
        <Button variant="default" onClick={onTheirs}>
          {t('conflict.take-theirs')}
        </Button>
      </div>
    </section>
  );
}

function VersionCard({ name, version: { title, why, ambition } }: { name: string; version: Version }) {
  return (
    <div>
      <h2 className="caps">{name}</h2>
      <p dir="auto">
        <strong>{title}</strong>
      </p>
      <p dir="auto">{why}</p>
      <p className="soft">{t(`ambition.${ambition}`)}</p>
    </div>
  );
}
