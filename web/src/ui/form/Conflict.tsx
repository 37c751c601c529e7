import { Button } from '@mantine/core';
import { useState } from 'react';
import { t } from '@/lib/i18n';
import type { Difference } from './versions';
import form from './form.module.css';
import styles from './Conflict.module.css';

type Props = {
  /** Who was faster, where that is known. */
  title?: string;
  heading?: 'h1' | 'h2';
  differences: Difference[];
  /** Goes on with mine, but for the fields that were taken from theirs. */
  onGoOn: (taken: string[]) => void;
  onTheirs: () => void;
};

/** Two people changed the same thing: both versions side by side, and the choice, field by field. */
export function Conflict({ title, heading: Heading = 'h2', differences, onGoOn, onTheirs }: Props) {
  const open = differences.filter(({ mine, theirs }) => mine !== theirs);
  const untouched = open.filter(({ before, mine }) => before === mine).map(({ name }) => name);
  const [taken, setTaken] = useState(untouched);
  const turn = (name: string, theirsWins: boolean) =>
    setTaken(theirsWins ? [...taken, name] : taken.filter((one) => one !== name));
  return (
    <section className={form.form} role="alert">
      <Heading>{title ?? t('conflict.title')}</Heading>
      <p>{t('conflict.text')}</p>
      {open.map(({ name, label, mine, theirs }) => (
        <fieldset key={name} className={styles.versions}>
          <legend className="caps">{label}</legend>
          <Side
            name={name}
            label={t('conflict.mine')}
            text={mine}
            checked={!taken.includes(name)}
            onChoose={() => turn(name, false)}
          />
          <Side
            name={name}
            label={t('conflict.theirs')}
            text={theirs}
            checked={taken.includes(name)}
            onChoose={() => turn(name, true)}
          />
        </fieldset>
      ))}
      <div className={form.actions}>
        <Button onClick={() => onGoOn(taken)}>
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
      <span dir="auto">{text || '–'}</span>
    </label>
  );
}
