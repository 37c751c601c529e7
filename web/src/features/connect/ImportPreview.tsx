import { t } from '@/lib/i18n';
import type { ImportAnswer } from './import';
import styles from './Import.module.css';

/** What an import would make, or made; which rows it cannot read, and why. */
export function ImportPreview({ answer }: { answer: ImportAnswer }) {
  const { kept, problem, rows, made, rejected, notes, things } = answer;
  const counts = made.filter(({ number }) => number > 0);
  if (problem) return null;
  return (
    <>
      <section className={`card ${styles.part}`} aria-live="polite">
        <h2>{t(kept ? 'import.done' : rejected.length > 0 ? 'import.not-yet' : 'import.would')}</h2>
        <p>{t('import.rows', { rows, rejected: rejected.length })}</p>
        <ul className={styles.counts}>
          {counts.map(({ what, number }) => (
            <li key={what}>
              <strong className="num">{number}</strong> {t(`import.made.${what}`, { count: number })}
            </li>
          ))}
        </ul>
        <Lines title={t('import.rejected')} lines={rejected} />
        {notes.length > 0 && (
          <details>
            <summary>{t('import.notes', { count: notes.length })}</summary>
            <Lines title={t('import.remarks')} lines={notes} />
          </details>
        )}
      </section>
      {things.length > 0 && <Things things={things} />}
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: ImportAnswer['notes'] }) {
  if (lines.length === 0) return null;
  return (
    <table className={styles.table}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('import.line')}</th>
          <th scope="col">{t('import.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, text }, index) => (
          <tr key={index}>
            <td className="num">{line}</td>
            <td dir="auto">{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Things({ things }: { things: ImportAnswer['things'] }) {
  return (
    // A table that scrolls has to be reached by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={`card ${styles.things}`} tabIndex={0} aria-label={t('import.preview')}>
      <table className={styles.table}>
        <caption>{t('import.preview')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('import.line')}</th>
            <th scope="col">{t('import.what')}</th>
            <th scope="col">{t('import.text-of')}</th>
            <th scope="col">{t('import.where')}</th>
            <th scope="col">{t('import.detail')}</th>
          </tr>
        </thead>
        <tbody>
          {things.map(({ line, kind, text, where, detail }, index) => (
            <tr key={index}>
              <td className="num">{line}</td>
              <td>{t(`import.thing.${kind}`)}</td>
              <td dir="auto">{text}</td>
              <td dir="auto">{where}</td>
              <td dir="auto">{detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
