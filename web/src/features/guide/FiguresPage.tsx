import { t } from '@/lib/i18n';
import { PageHead } from '@/ui/PageHead';
import styles from './Guidelines.module.css';

/** The rules behind what the server computes; `id` is what other pages link to. */
const parts = [
  { id: 'progress', lines: 5 },
  { id: 'objective', lines: 1 },
  { id: 'pace', lines: 3 },
  { id: 'status', lines: 4 },
  { id: 'grade', lines: 7 },
  { id: 'team', lines: 3 },
  { id: 'pairs', lines: 4 },
];

/** How every figure of the product comes about, in words. */
export function FiguresPage() {
  return (
    <article>
      <PageHead title={t('figures.title')} text={t('figures.text')} />
      <div className={`card ${styles.text} ${styles.markdown}`}>
        {parts.map(({ id, lines }) => (
          <section key={id} id={id}>
            <h2>{t(`figures.${id}`)}</h2>
            <ul>
              {Array.from({ length: lines }, (_, line) => (
                <li key={line}>{t(`figures.${id}.${line + 1}`)}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </article>
  );
}
