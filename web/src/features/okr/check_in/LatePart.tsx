import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/form/FormProblem';
import { lateQuery } from './late-query';
import { LateRow } from './LateRow';
import { useRemind } from './use-remind';
import styles from './Late.module.css';

type Props = { cycle: string; team?: string };

/** Who has not yet checked in, and reminding them: all with one press, or one by one. */
export function LatePart({ cycle, team }: Props) {
  const { data } = useQuery(lateQuery(cycle, team));
  const remind = useRemind(cycle, team);
  if (!data || data.items.length === 0) return null;
  const waiting = data.items.filter(({ may, reminded }) => may.includes('remind') && !reminded);
  return (
    <section className={`card ${styles.part} no-print`} aria-labelledby="late">
      <header className={styles.head}>
        <h2 id="late">{t('late.title', { count: data.items.length })}</h2>
        {waiting.length > 0 && (
          <Button variant="default" loading={remind.isPending} onClick={() => remind.mutate([])}>
            {t('late.remind-all', { count: waiting.length })}
          </Button>
        )}
      </header>
      <FormProblem error={remind.error} />
      <ul className={styles.list}>
        {data.items.map((late) => (
          <LateRow key={late.person.id} late={late} onRemind={() => remind.mutate([late.person.id])} />
        ))}
      </ul>
    </section>
  );
}
