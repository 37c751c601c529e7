import { Refused, Unreachable } from '@/lib/client';
import { t } from '@/lib/i18n';
import styles from './FormProblem.module.css';

/**
 * What the server said to a form that was not taken; nothing that was typed is lost. What a field says itself (`except`) is
 * not said a second time.
 */
export function FormProblem({ error, except = [] }: { error: unknown; except?: readonly string[] }) {
  if (!error) return null;
  const fields = error instanceof Refused ? (error.problem.fields ?? []) : [];
  if (fields.length > 0 && fields.every(({ path }) => except.includes(path))) return null;
  const said = sentence(error);
  const others = fields.filter(({ path, detail }) => !except.includes(path) && detail !== said);
  return (
    <div role="alert" className={styles.problem}>
      <p>{said}</p>
      {others.length > 0 && (
        <ul>
          {others.map(({ path, detail }) => (
            <li key={path}>{detail}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function sentence(error: unknown) {
  if (error instanceof Unreachable) return t('failure.unreachable.text');
  if (!(error instanceof Refused)) return t('failure.broken.text');
  return error.problem.status === 503
    ? t('failure.busy.text')
    : error.problem.detail || t('failure.refused.text');
}
