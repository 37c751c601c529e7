import { Button } from '@mantine/core';
import { useState } from 'react';
import { relativeInstant } from '@/lib/format';
import { t } from '@/lib/i18n';
import type { Objective } from './shapes';
import styles from './EditObjective.module.css';

export type Version = Pick<Objective, 'title' | 'why' | 'ambition'>;
type Field = keyof Version;
type Props = { mine: Version; theirs: Objective; onMine: (version: Version) => void; onTheirs: () => void };

const fields: Field[] = ['title', 'why', 'ambition'];
const names: Record<Field, () => string> = {
  title: () => t('write.objective'),
  why: () => t('write.why'),
  ambition: () => t('write.ambition'),
};
const said = (field: Field, version: Version) =>
  field === 'ambition' ? t(`ambition.${version.ambition}`) : version[field] || '–';

/** Two people changed the same thing: both versions side by side, and the choice, field by field. */
export function Conflict({ mine, theirs, onMine, onTheirs }: Props) {
  const [taken, setTaken] = useState<Field[]>([]);
  const chosen = (): Version => ({ ...mine, ...Object.fromEntries(taken.map((one) => [one, theirs[one]])) });
  const turn = (field: Field, theirsWins: boolean) =>
    setTaken(theirsWins ? [...taken, field] : taken.filter((one) => one !== field));
  const { changed } = theirs;
  return (
    <section className={`card ${styles.form}`} role="alert">
      <h1>
        {changed
          ? t('conflict.by', { name: changed.by.name, when: relativeInstant(changed.at) })
          : t('conflict.title')}
      </h1>
      <p>{t('conflict.text')}</p>
      {fields
        .filter((field) => mine[field] !== theirs[field])
        .map((field) => (
          <fieldset key={field} className={styles.versions}>
            <legend className="caps">{names[field]()}</legend>
            <Side
              name={field}
              label={t('conflict.mine')}
              text={said(field, mine)}
              checked={!taken.includes(field)}
              onChoose={() => turn(field, false)}
            />
            <Side
              name={field}
              label={t('conflict.theirs')}
              text={said(field, theirs)}
              checked={taken.includes(field)}
              onChoose={() => turn(field, true)}
            />
          </fieldset>
        ))}
      <div className={styles.actions}>
        <Button onClick={() => onMine(chosen())}>
          {t(taken.length > 0 ? 'conflict.keep-chosen' : 'conflict.keep-mine')}
        </Button>
        <Button variant="default" onClick={onTheirs}>
          {t('conflict.take-theirs')}
        </Button>
      </div>
    </section>
  );
}

type SideProps = { name: string; label: string; text: string; checked: boolean; onChoose: () => void };

function Side({ name, label, text, checked, onChoose }: SideProps) {
  return (
    <label className={styles.side}>
      <input type="radio" name={`conflict-${name}`} checked={checked} onChange={onChoose} />
      <span className="soft small">{label}</span>
      <span dir="auto">{text}</span>
    </label>
  );
}
