import { Link } from '@tanstack/react-router';
import { api, got } from '@/lib/client';
import { instant } from '@/lib/format';
import { t } from '@/lib/i18n';
import { LineActions } from '../parts/FactPart';
import { AskText } from '../forms/forms';
import { Opening } from '../parts/Opening';
import { reasonText, type Pair, type PairSide } from './pair-text';
import styles from './Pairs.module.css';

type Step = 'talk' | 'support' | 'cancel' | 'stay';

/** Two objectives that meet: why, what was done about it and what can be done. Seen from one of them, only the other is named. */
export function PairCard({ pair, self }: { pair: Pair; self?: string }) {
  const { first, second, kind, reasons, stays, acts } = pair;
  const over = reasons.length === 0;
  return (
    <li className={styles.pair}>
      <p className={styles.kind}>{t(over ? 'pair.over' : stays ? 'pair.stays' : `pair.${kind}`)}</p>
      {self !== first.id && <Side side={first} />}
      <Side side={second} />
      {reasons.map((reason, index) => (
        <p key={index} dir="auto">
          {reasonText(reason)}
        </p>
      ))}
      {acts.length > 0 && (
        <ul className={styles.acts}>
          {acts.map(({ step, objective, text, by, at }) => (
            <li key={`${at}-${step}`} className="small">
              <span className="soft">
                {t(`pair.did.${step}`, { name: by.name, objective: objective.title })} · {instant(at)}
              </span>{' '}
              <span dir="auto">{text || t('pair.taken-back')}</span>
              {step === 'talk' && (
                <>
                  {' '}
                  <Link to="/objectives/$objectiveId" params={{ objectiveId: objective.id }}>
                    {t('pair.to-talk')}
                  </Link>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <Steps pair={pair} both={self === undefined} />
    </li>
  );
}

const Side = ({ side: { id, title, owner, accountable, accountable_left } }: { side: PairSide }) => (
  <p>
    <Link to="/objectives/$objectiveId" params={{ objectiveId: id }} dir="auto">
      {title}
    </Link>{' '}
    <span className="soft small" dir="auto">
      {owner === accountable.name ? owner : `${owner} · ${accountable.name}`}
      {accountable_left && ` · ${t('pair.left')}`}
    </span>
  </p>
);

/** Where the page is that of one objective, it is what acts; otherwise each of the two may. */
function Steps({ pair: { first, second }, both }: { pair: Pair; both: boolean }) {
  const step = (name: Step, from: PairSide, to: PairSide) =>
    from.may.includes(name) && <StepButton key={`${name}-${from.id}`} {...{ name, from, to }} />;
  return (
    <LineActions>
      {step('talk', first, second)}
      {step('support', first, second)}
      {step('support', second, first)}
      {step('cancel', first, second)}
      {both && step('cancel', second, first)}
      {step('stay', first, second) || step('stay', second, first)}
    </LineActions>
  );
}

function StepButton({ name, from, to }: { name: Step; from: PairSide; to: PairSide }) {
  const named = { from: from.title, to: to.title };
  const params = { path: { objective: from.id, other: to.id } };
  return (
    <Opening text={t(`pair.${name}`, named)} label={t(`pair.${name}.label`, named)}>
      {(close) => (
        <AskText
          label={t(`pair.${name}.text`, named)}
          send={t(`pair.${name}.send`)}
          work={(text) =>
            got(
              api.POST('/api/v1/objectives/{objective}/pairs/{other}', {
                params,
                body: { step: name, text },
              }),
            )
          }
          onDone={close}
        />
      )}
    </Opening>
  );
}
