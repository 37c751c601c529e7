import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { components } from '@/api/schema';
import { whole } from '@/lib/address';
import { instant } from '@/lib/format';
import { t } from '@/lib/i18n';
import { csvOf, saveText } from '@/ui/charts/chart-export';
import styles from './Invitations.module.css';

type Sheet = components['schemas']['Sheet'];

/** A link for each person, to be cut apart or kept as a file. It is shown this once. */
export function LinkSheet({ sheet, onDone }: { sheet: Sheet; onDone: () => void }) {
  const { items, without_link, left_with_link } = sheet;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const keep = () =>
    saveText(
      csvOf(
        [t('sheet.name'), t('sheet.email'), t('sheet.link'), t('sheet.until')],
        items.map(({ name, email, link, expires_at }) => [
          name,
          email,
          whole(link),
          new Date(expires_at).toISOString(),
        ]),
      ),
      `${t('sheet.file')}.csv`,
    );
  return (
    <section className={styles.page} aria-labelledby="sheet">
      <h2 id="sheet" ref={title} tabIndex={-1}>
        {t('sheet.title', { count: items.length })}
      </h2>
      <div className="no-print">
        <p className={styles.text}>{t('sheet.text')}</p>
        {without_link > 0 && <p className="soft">{t('sheet.rest', { count: without_link })}</p>}
        {left_with_link > 0 && <p className="soft">{t('sheet.others', { count: left_with_link })}</p>}
      </div>
      <div className={styles.actions}>
        <Button onClick={() => window.print()}>{t('sheet.print')}</Button>
        <Button variant="default" onClick={keep}>
          {t('sheet.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('sheet.done')}
        </Button>
      </div>
      <ul className={`card ${styles.sheet}`}>
        {items.map(({ id, name, email, link, expires_at }) => (
          <li key={id}>
            <strong dir="auto">{name}</strong>
            <span className={`soft small ${styles.address}`} dir="ltr">
              {email}
            </span>
            <span className={styles.link} dir="ltr">
              {whole(link)}
            </span>
            <span className="small">{t('sheet.how', { when: instant(expires_at) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
