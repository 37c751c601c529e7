import { Link } from '@tanstack/react-router';
import { instant } from '@/lib/format';
import { t } from '@/lib/i18n';
import { aboutPlace, howMuch, whose, whyHeld } from './sent-text';
import type { SentLine } from './shapes';
import styles from './Sent.module.css';

/** One line of the log: when, to whom, what, and where it was held back, why. */
export function SentRow({ line }: { line: SentLine }) {
  const { at, kind, channel, person, people, held, in_place_of, about } = line;
  const place = aboutPlace(line);
  const more = [howMuch(line), whose(line), t(`sent-channel.${channel}`)].filter(Boolean).join(' · ');
  return (
    <li>
      <time dateTime={new Date(at).toISOString()} className="soft small num">
        {instant(at)}
      </time>
      <span>
        {person ? (
          <Link to="/admin/sent" search={(before) => ({ ...before, person: person.id })} dir="auto">
            {person.name}
          </Link>
        ) : (
          t('sent.everybody', { count: people })
        )}
      </span>
      <span className={styles.what}>
        <span>
          {held && <strong>{whyHeld(line)} </strong>}
          {t(`sent-kind.${kind}`)}
        </span>
        {about && (place ? <Link {...place}>{about}</Link> : <span dir="auto">{about}</span>)}
        <span className="soft small">{more}</span>
        {in_place_of && (
          <span className="soft small">{t('notice.in-place-of', { name: in_place_of.name })}</span>
        )}
      </span>
    </li>
  );
}
