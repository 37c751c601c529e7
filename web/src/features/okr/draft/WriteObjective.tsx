import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api, got, keyFor, Refused } from '@/lib/client';
import type { useDraft } from '@/lib/draft';
import { listed } from '@/lib/format';
import { t } from '@/lib/i18n';
import type { Me } from '@/lib/session';
import { changeParts, settingsQuery } from '@/lib/settings';
import { FormProblem } from '@/ui/form/FormProblem';
import { toast } from '@/ui/toast';
import { useFirstField, useWrongField } from '@/ui/use-form-focus';
import { AdviceList } from '../parts/AdviceList';
import { takenFrom } from './examples';
import { ExampleLibrary } from './ExampleLibrary';
import { KeyResultFields } from './KeyResultFields';
import { PastFigures } from '../key_result/PastFigures';
import type { Advice, Cycle } from '../parts/shapes';
import { Sentence } from './Sentence';
import { allStated } from './stated-measure';
import { Suggestions } from './Suggestions';
import { useAdvice } from './use-advice';
import { sayPublished } from './use-publish';
import { onWritingKey, useSendKey } from './use-writing-keys';
import { WhoAndWhen } from './WhoAndWhen';
import { blankKeyResult, objectiveOf, ownerOf, type Written, type WrittenKeyResult } from './written';
import styles from './WriteObjective.module.css';

type Props = { draft: ReturnType<typeof useDraft<Written>>; me: Me; cycle: Cycle };

/** One page, three parts: where do we want to go, how will we know, who and when. */
export function WriteObjective({ draft: [written, setWritten, dropDraft], me, cycle }: Props) {
  const advice = useAdvice(written, cycle.id);
  const save = useSave(written, cycle.id, dropDraft);
  const change = (part: Partial<Written>) => setWritten({ ...written, ...part });
  const error = (path: string) => (save.error instanceof Refused ? save.error.field(path) : undefined);
  const form = useRef<HTMLFormElement>(null);
  useFirstField(form);
  useSendKey(form);
  useWrongField(form, save.error);
  const asksReason = advice?.objective.some(({ asks_reason }) => asks_reason);

  return (
    <div className={styles.page}>
      <div className={styles.beside}>
        <PastFigures
          cycle={cycle.id}
          {...ownerOf(written)}
          related={written.parent_id ? [written.parent_id] : []}
          open={wide()}
        />
        <Suggestions cycle={cycle.id} written={written} open={wide()} onTake={setWritten} />
        <ExampleLibrary open={wide()} onTake={(example) => setWritten(takenFrom(written, example))} />
      </div>
      {/* Enter leads through the fields, whose own keys stay what they are. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        ref={form}
        className={styles.form}
        onKeyDown={onWritingKey}
        onSubmit={(event) => (event.preventDefault(), save.mutate(true))}
      >
        <header className={styles.sentence}>
          <h1 className="caps">{t('write.title')}</h1>
          <Sentence text={advice?.sentence} />
        </header>

        <Part step={1} title={t('write.where')}>
          <TextInput
            label={t('write.objective')}
            description={t('write.objective.hint')}
            size="md"
            required
            withAsterisk={false}
            value={written.title}
            error={error('title')}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          <AdviceList advice={advice?.objective ?? []} />
          <Textarea
            label={t('write.why')}
            description={t('write.why.hint')}
            autosize
            minRows={2}
            value={written.why}
            error={error('why')}
            onChange={(event) => change({ why: event.currentTarget.value })}
          />
        </Part>

        <Part step={2} title={t('write.how')}>
          <KeyResults
            written={written}
            advice={advice?.key_results ?? []}
            error={error}
            onChange={(key_results) => change({ key_results })}
          />
          {asksReason && (
            <Textarea
              label={t('write.limit-reason')}
              description={t('write.limit-reason.hint')}
              autosize
              value={written.limit_reason}
              onChange={(event) => change({ limit_reason: event.currentTarget.value })}
            />
          )}
        </Part>

        <Part step={3} title={t('write.who')}>
          <WhoAndWhen
            written={written}
            me={me}
            cycle={cycle}
            suggested={advice?.parents ?? []}
            onChange={change}
          />
        </Part>

        <footer className={styles.foot}>
          <FormProblem error={save.error} />
          <div>
            <Button
              type="submit"
              loading={save.isPending && save.variables}
              aria-keyshortcuts="Control+Enter Meta+Enter"
            >
              {t('write.publish')}
            </Button>
            <Button
              variant="default"
              loading={save.isPending && !save.variables}
              onClick={() => save.mutate(false)}
            >
              {t('write.save-draft')}
            </Button>
            <span className="soft small">{t('write.keys')}</span>
            <span className="soft small">{t('write.kept')}</span>
          </div>
          <AfterPublishing />
        </footer>
      </form>
    </div>
  );
}

/** What will not change any more is read before it is published. */
function AfterPublishing() {
  const { data } = useQuery(settingsQuery);
  const fixed = changeParts.filter((part) => data?.data[`change_${part}`] === 'fixed');
  return (
    <p className="soft small">
      {fixed.length > 0 &&
        t('write.will-stay', { what: listed(fixed.map((part) => t(`change-rules.${part}`))) })}{' '}
      <Link to="/guidelines">{t('write.may-change')}</Link>
    </p>
  );
}

/** Examples stand open beside what is written, where there is room. */
const wide = () => matchMedia('(min-width: 75em)').matches;

function Part({ step, title, children }: { step: number; title: string; children: React.ReactNode }) {
  return (
    <section className={`card ${styles.part}`}>
      <h2>
        <span className={styles.step}>{step}</span> {title}
      </h2>
      {children}
    </section>
  );
}

type KeyResultsProps = {
  written: Written;
  advice: Advice[][];
  error: (path: string) => string | undefined;
  onChange: (keyResults: WrittenKeyResult[]) => void;
};

function KeyResults({ written: { key_results }, advice, error, onChange }: KeyResultsProps) {
  const list = useRef<HTMLOListElement>(null);
  const [added, setAdded] = useState(0);
  // Who adds one writes it next.
  useEffect(() => {
    if (added) list.current?.lastElementChild?.querySelector('input')?.focus();
  }, [added]);
  return (
    <>
      <ol ref={list} className={styles.results}>
        {key_results.map((keyResult, index) => (
          <li key={index}>
            <KeyResultFields
              number={index + 1}
              keyResult={keyResult}
              advice={advice[index]}
              error={(field) => error(`key_results[${index}].${field}`)}
              onChange={(next) => onChange(key_results.with(index, next))}
              onRemove={key_results.length > 1 ? () => onChange(key_results.toSpliced(index, 1)) : undefined}
            />
          </li>
        ))}
      </ol>
      <Button
        variant="default"
        className={styles.add}
        onClick={() => {
          onChange([...key_results, blankKeyResult]);
          setAdded(added + 1);
        }}
      >
        {t('write.add-key-result')}
      </Button>
    </>
  );
}

function useSave(written: Written, cycle: string, onSaved: () => void) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (publish: boolean) => {
      const key_results = await allStated(queryClient, written.key_results);
      const body = objectiveOf({ ...written, key_results }, cycle, publish);
      return got(
        api.POST('/api/v1/objectives', {
          params: { header: { 'Idempotency-Key': keyFor(written.key, body) } },
          body,
        }),
      );
    },
    onSuccess: async ({ id }, publish) => {
      onSaved();
      if (publish) sayPublished(queryClient, id);
      else toast(t('write.saved'));
      void queryClient.invalidateQueries({ queryKey: ['okr'] });
      await navigate({ to: '/objectives/$objectiveId', params: { objectiveId: id } });
    },
  });
}
