import { Link } from '@tanstack/react-router';
import { instant } from '@/lib/format';
import { t } from '@/lib/i18n';
import { actText } from './act-text';
import type { Line } from './shapes';

/** When, who and what. */
export function AuditLine({ line }: { line: Line }) {
  const { at, actor_id, actor, in_place_of, action, words, erased } = line;
  const text = actText(line);
  return (
    <>
      <time dateTime={new Date(at).toISOString()} className="soft small num">
        {instant(at)}
      </time>
      <span>
        {actor_id ? (
          <Link to="/admin/audit" search={(before) => ({ ...before, actor: actor_id })} dir="auto">
            {actor}
          </Link>
        ) : (
          <span className="soft">{t(action === 'session.refused' ? 'audit.stranger' : 'audit.server')}</span>
        )}
        {in_place_of && (
          <span className="soft small" dir="auto">
            {' '}
            {t('audit.for', { name: in_place_of })}
          </span>
        )}
      </span>
      <span dir="auto">
        {text ?? words ?? action} {text && words && <q className="soft">{words}</q>}
        {erased && <span className="soft small"> {t('audit.erased')}</span>}
      </span>
    </>
  );
}
