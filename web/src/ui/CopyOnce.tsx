import { Button } from '@mantine/core';
import { useState } from 'react';
import { t } from '@/lib/i18n';
import styles from './CopyOnce.module.css';

/** A secret that is shown this once: to be read, selected and copied. */
export function CopyOnce({ label, text }: { label: string; text: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <div className={styles.once}>
      <label>
        {label}
        <input
          readOnly
          value={text}
          onFocus={(event) => event.currentTarget.select()}
          className={styles.secret}
          dir="ltr"
        />
      </label>
      <div className={styles.actions}>
        <Button onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
          {t('copy')}
        </Button>
        <span role="status">{copied && t('copied')}</span>
      </div>
      <p className="soft small">{t('copy.once')}</p>
    </div>
  );
}
