import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link } from '@tanstack/react-router';
import { api, got, intent, Refused } from '@/lib/client';
import { useDraft } from '@/lib/draft';
import { score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/form/FormProblem';
import { useWrongField } from '@/ui/use-form-focus';
import { SentenceTitle } from '@/ui/SentenceTitle';
import type { ClosureSuggestion, Objective } from '../parts/shapes';
import { useCycle } from '../parts/use-cycle';
import { CarriedTo } from '../parts/CarriedTo';
import { beginning, causes, closureOf, executions, type Ending } from './closing';
import { CloseKeyResult } from './CloseKeyResult';
import { Steps } from './Steps';
import styles from './Closing.module.css';

type Props = { objective: Objective; suggestion: ClosureSuggestion };

/** Hit or missed, a grade with the suggested one beside it, how well it was done, what it taught, what goes on. */
export function CloseForm({ objective, suggestion }: Props) {
  const [ending, setEnding, drop] = useDraft<Ending>(
    `close-${objective.id}`,
    beginning(suggestion, intent()),
  );
  const queryClient = useQueryClient();
  const close = useMutation({
    mutationFn: () =>
      got(
        api.PUT('/api/v1/objectives/{objective}/closure', {
          params: { path: { objective: objective.id } },
          body: closureOf(ending),
        }),
      ),
    onSuccess: () => {
      drop();
      void queryClient.invalidateQueries({ queryKey: ['okr'] });
    },
  });
  const form = useRef<HTMLFormElement>(null);
  useWrongField(form, close.error);
  const refused = close.error instanceof Refused ? close.error : undefined;
  const change = (part: Partial<Ending>) => setEnding({ ...ending, ...part });
  const { suggested_grade, unmeasured } = suggestion;
  const other = suggested_grade !== null && ending.grade !== null && ending.grade !== suggested_grade;
  const ready = ending.grade !== null && ending.execution !== null;

  return (
    <form ref={form} className={styles.form} onSubmit={(event) => (event.preventDefault(), close.mutate())}>
      <header>
        <p className="caps">{t('close.title')}</p>
        <SentenceTitle title={objective.title} />
      </header>
      <section className={`card ${styles.part}`}>
        <h2>{t('close.key-results')}</h2>
        <ul>
          {objective.key_results.map((keyResult, index) => (
            <CloseKeyResult
              key={keyResult.id}
              keyResult={keyResult}
              suggested={suggestion.key_results.find((one) => one.key_result_id === keyResult.id)}
              part={ending.parts[keyResult.id] ?? { outcome: null, cause: '', note: '' }}
              error={refused?.field(`key_results[${index}].cause`)}
              onChange={(part) => change({ parts: { ...ending.parts, [keyResult.id]: part } })}
            />
          ))}
        </ul>
      </section>
      <section className={`card ${styles.part}`}>
        <h2>{t('close.grade')}</h2>
        <p className="soft">
          {suggested_grade === null
            ? t('close.no-suggestion')
            : t(`close.suggested.${objective.ambition}`, { grade: score(suggested_grade) })}
          {suggested_grade !== null && unmeasured > 0 && ` ${measuredPart(suggestion)}`}
        </p>
        <Steps
          label={t('close.grade')}
          value={ending.grade}
          suggested={suggested_grade}
          onChange={(grade) => change({ grade })}
        />
        {other && (
          <Textarea
            label={t('close.reason', { suggested: score(suggested_grade), grade: score(ending.grade!) })}
            autosize
            value={ending.reason}
            error={refused?.field('reason')}
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
        )}
        {ending.grade === 1 && (
          <Textarea
            label={t('close.could-stretch')}
            autosize
            value={ending.could_stretch}
            onChange={(event) => change({ could_stretch: event.currentTarget.value })}
          />
        )}
        {suggestion.easy_signs.map((sign) => (
          <p key={sign} className={styles.hint}>
            {t(`easy.${sign}`)}
          </p>
        ))}
      </section>
      <section className={`card ${styles.part}`}>
        <h2>{t('close.how')}</h2>
        <fieldset className={styles.choices}>
          <legend>{t('close.execution')}</legend>
          {executions.map((execution) => (
            <label key={execution}>
              <input
                type="radio"
                name="execution"
                checked={ending.execution === execution}
                onChange={() => change({ execution })}
              />
              {t(`execution.${execution}`)}
            </label>
          ))}
        </fieldset>
        {ending.grade !== null && ending.grade < 0.7 && (
          <NativeSelect
            label={t('close.cause')}
            data={[
              { value: '', label: t('cause.none') },
              ...causes.map((value) => ({ value, label: t(`cause.${value}`) })),
            ]}
            value={ending.cause ?? ''}
            onChange={(event) => change({ cause: event.currentTarget.value as Ending['cause'] })}
          />
        )}
        <Textarea
          label={t('close.learning')}
          description={t('close.learning.hint')}
          autosize
          minRows={2}
          value={ending.learning}
          onChange={(event) => change({ learning: event.currentTarget.value })}
        />
      </section>
      <CarryForward
        cycle={objective.cycle_id}
        carried={objective.carried_to}
        value={ending.carry_to}
        error={refused?.field('carry_to')}
        onChange={(carry_to) => change({ carry_to })}
      />
      <FormProblem error={close.error} except={['reason', 'carry_to']} />
      <div className={styles.actions}>
        <Button type="submit" disabled={!ready} loading={close.isPending}>
          {t('close.send')}
        </Button>
        <Link to="/objectives/$objectiveId" params={{ objectiveId: objective.id }} className="button">
          {t('cancel')}
        </Link>
        {!ready && <span className="soft small">{t('close.not-ready')}</span>}
      </div>
    </form>
  );
}

type CarryProps = {
  cycle: string;
  carried: Objective['carried_to'];
  value: string;
  error?: string;
  onChange: (cycle: string) => void;
};

function CarryForward({ carried, ...asked }: CarryProps) {
  return (
    <section className={`card ${styles.part}`}>
      <h2>{t('close.next')}</h2>
      {carried ? (
        <p>
          {t('close.carried')} <CarriedTo carried={carried} />
        </p>
      ) : (
        <CarryInto {...asked} />
      )}
    </section>
  );
}

function CarryInto({ cycle, value, error, onChange }: Omit<CarryProps, 'carried'>) {
  const { cycles } = useCycle();
  const open = cycles.filter(
    ({ id, phase, kind }) => id !== cycle && phase !== 'closed' && kind !== 'annual',
  );
  return (
    <NativeSelect
      label={t('close.carry')}
      description={t(open.length ? 'close.carry.hint' : 'close.carry.no-cycle')}
      data={[
        { value: '', label: t('close.carry.no') },
        ...open.map(({ id, name }) => ({ value: id, label: t('close.carry.to', { name }) })),
      ]}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

const measuredPart = ({ key_results, unmeasured }: ClosureSuggestion) =>
  t('close.measured-part', { measured: key_results.length - unmeasured, all: key_results.length });
