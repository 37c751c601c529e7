import { instantDay } from '@/lib/format';
import { t } from '@/lib/i18n';
import { Evidence } from './Evidence';
import { changedField, changedText, changedValues } from '../key_result/changed-field';
import { sourceText, valueText } from '../key_result/measure-text';
import type { Change, CheckIn, Comment, KeyResult, Objective } from '../parts/shapes';
import type { Event } from './stream';
import styles from './ObjectiveStream.module.css';

export function StreamItem({ event, objective }: { event: Event; objective: Objective }) {
  const keyResultOf = (id: string | null) =>
    [...objective.key_results, ...objective.dropped].find((one) => one.id === id);
  if (event.kind === 'comment') {
    const to = objective.check_ins.find(({ id }) => id === event.is.check_in_id);
    const about = titleOf(keyResultOf(to?.key_result_id ?? null), objective);
    return <CommentText comment={event.is} to={to} title={about} />;
  }
  const keyResult = keyResultOf(event.is.key_result_id);
  const title = titleOf(keyResult, objective);
  if (event.kind === 'change') return <ChangeText change={event.is} title={title} />;
  if (event.kind === 'skip')
    return (
      <p dir="auto">
        {title}: {t('stream.skipped', { reason: event.is.reason })}
      </p>
    );
  const { value } = event.is;
  return (
    <CheckInText
      checkIn={event.is}
      title={title}
      value={value !== null && keyResult ? valueText(value, keyResult) : undefined}
    />
  );
}

/** What was taken back is in the history with its title, and says so. */
function titleOf(keyResult: KeyResult | undefined, { dropped }: Objective) {
  if (!keyResult) return undefined;
  const { id, title } = keyResult;
  return dropped.some((one) => one.id === id) ? t('stream.dropped', { title }) : title;
}

type CommentProps = { comment: Comment; to?: CheckIn; title?: string };

function CommentText({ comment: { text, thanked }, to, title }: CommentProps) {
  return (
    <>
      {to && (
        <p className="soft small" dir="auto">
          {t('stream.to-check-in', { name: to.author.name, day: instantDay(to.at), title: title ?? '' })}
        </p>
      )}
      {thanked && (
        <p>
          <strong dir="auto">{t('stream.thanks', { name: thanked.name })}</strong>
        </p>
      )}
      <p className={styles.text} dir="auto">
        {text}
      </p>
    </>
  );
}

const notes = ['what_happened', 'what_next', 'help_needed'] as const;

function CheckInText({ checkIn, title, value }: { checkIn: CheckIn; title?: string; value?: string }) {
  return (
    <>
      <p>
        <span dir="auto">{title}</span>
        {value && <strong className={`${styles.value} num`}>{value}</strong>}
        {checkIn.confidence !== null && (
          <span className="soft"> · {t('check-in.confidence.short', { value: checkIn.confidence })}</span>
        )}
      </p>
      <dl className={styles.notes}>
        {notes
          .filter((note) => checkIn[note])
          .map((note) => (
            <div key={note}>
              <dt>{t(`check-in.${note}`)}</dt>
              <dd dir="auto">{checkIn[note]}</dd>
            </div>
          ))}
      </dl>
      {checkIn.evidence && (
        <p className="small">
          {t('stream.evidence')} <Evidence text={checkIn.evidence} />
        </p>
      )}
      {checkIn.source !== 'manual' && <p className="soft small">{sourceText(checkIn)}</p>}
      {checkIn.acknowledged_by && (
        <p className="soft small">{t('stream.acknowledged', { name: checkIn.acknowledged_by.name })}</p>
      )}
    </>
  );
}

function ChangeText({ change, title }: { change: Change; title?: string }) {
  const { field, reason } = change;
  const { before, after } = changedValues(change);
  return (
    <>
      {field === 'key_result' ? (
        <p dir="auto">{changedText(change)}</p>
      ) : (
        <p>
          {title && <span dir="auto">{title}: </span>}
          {changedField(field)} <del>{before}</del> → <ins>{after}</ins>
        </p>
      )}
      {reason && (
        <p className="soft" dir="auto">
          {t('changed.because', { reason })}
        </p>
      )}
    </>
  );
}
